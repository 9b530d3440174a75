import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import { openLog } from '#server/host/log.ts';
import { actOn } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { openPublisher } from '#server/studio/publishing/publisher.ts';
import { listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { saveText, textDigest } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, makeFolder, openTestServices } from '../../support/database.ts';

const path = lessonFile('up-202', 'hpp-keripik');
const shipped = readFileSync(path, 'utf8');

// A whole publishing, with a real build, is tried in the browser's journey.
test('a builder that dies twice leaves a draft that says so, and the site as it was', async () => {
  const { services, open, publisher } = await begin('process.kill(process.pid, "SIGKILL")');
  publisher.wake();
  await publisher.rested();
  expect(await open()).toMatchObject({ state: 'failed', note: expect.stringContaining('terhenti') });
  expect(await listAsked(services.db)).toEqual([]);
});

test('a builder that is stopped with the server leaves the draft waiting for the next start', async () => {
  const { open, publisher } = await begin('process.kill(process.pid, "SIGTERM")');
  publisher.wake();
  await publisher.rested();
  expect((await open()).state).toBe('publish-asked');
});

test('what went live is recorded once, whoever records it, and how often', async () => {
  const { services, open } = await begin('');
  const asked = await listAsked(services.db);
  await recordPublished(services.db, asked, 'r000002-aaaaaaaa');
  await recordPublished(services.db, asked, 'r000003-bbbbbbbb');
  const { rows } = await services.db.client.execute('SELECT release FROM publication');
  expect(rows.map(({ release }) => release)).toEqual(['r000002-aaaaaaaa']);
  expect((await open()).state).toBe('published');
});

/** A draft that waits for a builder, which is this script. */
async function begin(script: string) {
  const services = await openTestServices();
  const root = makeFolder();
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  mkdirSync(join(root, 'node_modules/astro'), { recursive: true });
  writeFileSync(join(root, 'src/cli/run.mjs'), script);
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const draft = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const open = () => requireDraft(services.db, tono, draft);
  const text = shipped.replace('Satu bungkus keripik tampak kecil', 'Sebungkus keripik tampak kecil');
  await saveText(services, tono, await open(), { path, text, base: textDigest(shipped) });
  for (const [who, act] of [[wartini, 'read'] as const, [tono, 'publish'] as const]) {
    await actOn(services, who, await open(), { act, note: '', alone: false });
  }
  const log = openLog('silent');
  const publisher = openPublisher({ db: services.db, root, dataFolder: root, log, env: process.env });
  if (publisher === undefined) throw new Error('cannot build');
  return { services, open, publisher };
}
