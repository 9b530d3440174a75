import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPointer, releaseFolder, switchRelease } from '#server/release/release.ts';
import { siteFolder } from '../../support/built-site.ts';
import { releaseCatalogue } from '../../support/host-process.ts';
import { startServer } from '../../support/server.ts';

test('a host sends the page of a withdrawn lesson with 410, and others as ever', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-withdrawn-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const current = readPointer(siteFolder)?.current ?? '';
  mkdirSync(join(folder, 'releases'));
  symlinkSync(realpathSync(releaseFolder(siteFolder, current)), releaseFolder(folder, current));
  switchRelease(folder, current);
  const withdrawn = [{ id: 'hpp-keripik', title: 'HPP keripik' }];
  await releaseCatalogue(folder, (it) => ({
    ...it,
    courses: it.courses.map((course) => (course.id === 'up-202' ? { ...course, withdrawn } : course)),
  }));
  const server = await startServer({ dataFolder: folder });
  onTestFinished(() => server.stop());
  const statusOf = async (path: string) => (await server.request(path)).status;
  expect(await statusOf('/kursus/up-202/hpp-keripik/')).toBe(410);
  expect(await statusOf('/kursus/up-202/markup-atau-margin/')).toBe(200);
  expect(await statusOf('/kursus/up-202/tidak-ada/')).toBe(404);
});
