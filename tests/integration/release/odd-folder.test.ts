import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import { createWholeProject } from '../../support/whole-project.ts';

// People are called Ni'mah, and folders what people call them.
const ending = process.platform === 'win32' ? " ni'mah #1" : " ni'mah #1? 50% [baru] & {lama}";

test('a site is built in a folder with any name, and nothing of that name is in it', () => {
  const project = createWholeProject({}, ending);
  onTestFinished(() => project.remove());
  const { status, said } = project.release();
  expect(said).toContain('Rilis r000001');
  expect(status).toBe(0);
  const id = readPointer(project.dataFolder)?.current ?? '';
  const client = join(releaseFolder(project.dataFolder, id), 'client');
  const pages = readdirSync(client, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(5);
  for (const { parentPath, name } of pages) {
    expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toMatch(/ni'mah|rumah-belajar-\w{6}/);
  }
}, 300_000);
