import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import { findLesson } from '#domain/course/catalogue.ts';
import { buildCatalogue } from '#content/catalogue.ts';
import { publishedContent } from '#content/published.ts';
import { publishEditions } from '#server/records/editions.ts';
import { enroll } from '#server/records/enrollments.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { readProgress } from '#server/records/progress.ts';
import { type Acting, actOn } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { readHistory } from '#server/studio/history.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { addRevision } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeLessonRead } from '../../support/records.ts';
import { readShippedContent } from '../../support/shipped-content.ts';

const path = lessonFile('up-202', 'hpp-keripik');
const shipped = readFileSync(path, 'utf8');
const word = 'Satu bungkus keripik tampak kecil';

async function begin() {
  const catalogue = buildCatalogue(publishedContent((await readShippedContent()).content));
  const services = await openTestServices({ catalogue });
  await publishEditions(services.db, catalogue);
  const siti = await addTestPerson(services);
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  await enroll(services, siti, 'up-202');
  const read = async (lesson = 'hpp-keripik') => {
    const edition = findLesson(catalogue, 'up-202', lesson)?.edition ?? '';
    const record = makeLessonRead(siti, { course: 'up-202', lesson, edition });
    const [receipt] = await acceptRecords(services, siti, [record]);
    expect(receipt?.outcome).toBe('recorded');
  };
  const act = async (id: string, it: Pick<Acting, 'act' | 'change'>) => {
    await actOn(services, wartini, await requireDraft(services.db, wartini, id), { note: '', alone: false, ...it });
    await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');
  };
  const publish = async (to: string, change?: Acting['change']) => {
    const id = await makeDraft(services, tono, {
      ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
    });
    const text = shipped.replace(word, to);
    await addRevision(services, tono, await requireDraft(services.db, tono, id), { path, text });
    await act(id, { act: 'read' });
    await act(id, { act: 'publish', change });
    return id;
  };
  const progress = async () => (await readProgress(services, siti)).progress['up-202'];
  const kinds = async () => (await readHistory(services.db, path)).map(({ change }) => change);
  return { read, act, publish, progress, kinds };
}

test('a change of substance asks whoever read the lesson to read it again, and takes nothing away', async () => {
  const { read, act, publish, progress, kinds } = await begin();
  await read('biaya-variabel-dan-tetap');
  await read();
  const before = await progress();
  const id = await publish('Sebungkus keripik tampak kecil', 'substance');
  const after = await progress();
  expect(Object.keys(after?.again ?? {})).toEqual(['hpp-keripik']);
  expect(after?.next).toEqual({ kind: 'lesson', id: 'hpp-keripik' });
  expect([after?.lessonsRead, after?.missing, after?.completed]).toEqual([
    before?.lessonsRead,
    before?.missing,
    before?.completed,
  ]);
  expect(await kinds()).toEqual(['substance']);
  // Taken back, it says again what they read.
  await act(id, { act: 'undo' });
  expect((await progress())?.again).toBeUndefined();
  await publish('Sebungkus keripik terlihat kecil', 'substance');
  expect((await progress())?.again).toBeDefined();
  await read();
  expect(await progress()).toEqual(before);
});

test('other words ask nobody to read again; what is not said is what the text looks like', async () => {
  const { read, publish, progress, kinds } = await begin();
  await read();
  await publish('Sebungkus keripik tampak kecil', 'wording');
  expect((await progress())?.again).toBeUndefined();
  expect(await kinds()).toEqual(['wording']);
});

test.each([
  ['Satu bungkus keripik tampak kecill', 'typing'],
  ['Satu bungkus keripik terlihat mungil', 'wording'],
  ['Dua bungkus keripik tampak kecil', 'substance'],
])('publishing “%s” without a word is noted as %s', async (to, kind) => {
  const { publish, kinds } = await begin();
  await publish(to);
  expect(await kinds()).toEqual([kind]);
});

test('somebody who reads the lesson for the first time afterwards is asked nothing', async () => {
  const { read, publish, progress } = await begin();
  await publish('Sebungkus keripik tampak kecil', 'substance');
  expect((await progress())?.again).toBeUndefined();
  await read();
  expect((await progress())?.again).toBeUndefined();
});
