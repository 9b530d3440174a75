import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import { digestSources } from '#release/source-digest.ts';
import { openWorkshop } from '#release/workshop.ts';
import { actOn } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { digestOverlay, readOverlay } from '#server/studio/overlay.ts';
import { readPublishedFiles } from '#server/studio/publishing/published-files.ts';
import { listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { saveText, textDigest } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, makeFolder, openTestServices } from '../../support/database.ts';

const path = lessonFile('up-202', 'hpp-keripik');
const shipped = readFileSync(path, 'utf8');
const written = shipped.replace('Satu bungkus keripik tampak kecil', 'Sebungkus keripik tampak kecil');

test('what a house published is written as files, and a release is built from the same bytes', async () => {
  const folder = makeFolder();
  const services = await openTestServices({ folder });
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const asked = { id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' };
  const open = async () => requireDraft(services.db, tono, asked.id);
  await makeDraft(services, tono, asked);
  await saveText(services, tono, await open(), { path, text: written, base: textDigest(shipped) });
  for (const [who, act] of [[wartini, 'read'] as const, [tono, 'publish'] as const]) {
    await actOn(services, who, await open(), { act, note: '', alone: false });
  }
  await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');

  const databaseUrl = pathToFileURL(join(folder, 'test.db')).href;
  const published = await readPublishedFiles({ databaseUrl, databaseAuthToken: undefined });
  expect([...published].map(([name, bytes]) => [name, String(bytes)])).toEqual([[path, written]]);
  expect(digestSources('.', undefined, published)).not.toBe(digestSources('.', undefined));
  expect(digestOverlay(await readOverlay(services.db))).toMatch(/^[0-9a-f]{64}$/);

  const [into, workshop] = [join(folder, 'keluar'), join(folder, 'bengkel')];
  mkdirSync(into);
  const words = ['src/cli/run.mjs', 'content', 'export', '--as', into];
  const run = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain(path);
  openWorkshop(process.cwd(), workshop, published);
  for (const root of [into, workshop]) expect(readFileSync(join(root, path), 'utf8')).toBe(written);
  expect(readFileSync(path, 'utf8')).toBe(shipped);
});

test('where there is no database nothing is published', async () => {
  const databaseUrl = pathToFileURL(join(makeFolder(), 'tidak-ada.db')).href;
  expect((await readPublishedFiles({ databaseUrl, databaseAuthToken: undefined })).size).toBe(0);
});
