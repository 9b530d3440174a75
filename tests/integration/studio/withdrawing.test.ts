import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { addRevision, readText } from '#server/studio/writing/texts.ts';
import { withdrawLesson } from '#server/studio/withdrawing.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

async function begin(course: string) {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const draft = await makeDraft(services, tono, {
    ...{ id: makeUuid(), course, lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  const open = () => requireDraft(services.db, tono, draft);
  const withdraw = async (lesson: string) => withdrawLesson(services, tono, await open(), lesson);
  return { services, tono, open, withdraw };
}

test('a lesson that an exam or another lesson needs stays, and it is said who needs it', async () => {
  const { open, withdraw } = await begin('up-202');
  const needed = await withdraw('hpp-keripik');
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.every(({ message }) => message.length > 10)).toBe(true);
  expect((await open()).parts).toEqual([]);
});

test('a lesson that is not there, or is no name, is refused', async () => {
  const { withdraw } = await begin('up-202');
  for (const name of ['tidak-ada', '../up-202/hpp-keripik', '', 'ujian-akhir']) {
    await expect(withdraw(name), name).rejects.toMatchObject({ detail: 'lesson_unknown' });
  }
});

test('a lesson that nobody needs goes with its line and its practice, and its name is never given again', async () => {
  const { services, tono } = await begin('up-202');
  const fresh = { id: makeUuid(), course: 'up-202', lesson: '', fresh: 'buku-kas-baru', title: 'Buku kas baru' };
  const draft = await makeDraft(services, tono, fresh);
  const open = () => requireDraft(services.db, tono, draft);
  for (const fileOf of [lessonFile, quizFile]) {
    const text = readFileSync(fileOf('up-202', 'hpp-keripik'), 'utf8');
    await addRevision(services, tono, await open(), { path: fileOf('up-202', fresh.fresh), text });
  }
  expect(await withdrawLesson(services, tono, await open(), fresh.fresh)).toEqual([]);
  const { parts } = await open();
  expect(parts.flatMap(({ path, digest }) => (digest === null ? path : [])).sort()).toEqual([
    lessonFile('up-202', fresh.fresh),
    quizFile('up-202', fresh.fresh),
  ]);
  const listed = await readText(services, await open(), courseFile('up-202'));
  const line = `  - { id: buku-kas-baru, title: "HPP keripik: biaya membuat satu bungkus" }\n`;
  expect(listed).toBe(`${readFileSync(courseFile('up-202'), 'utf8')}withdrawn:\n${line}`);
  await expect(makeDraft(services, tono, { ...fresh, id: makeUuid() })).rejects.toMatchObject({ detail: 'name_taken' });
});
