import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonFile, mediaFile } from '#domain/content-path.ts';
import { isSoundStale } from '#domain/course/lesson-sound.ts';
import { readDraftMedia } from '#server/studio/draft-media.ts';
import { changeLessonSound, openSound } from '#server/studio/media/sounds.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { browserWebm, phoneM4a, told } from '../../support/recordings.ts';

const lesson = 'hpp-keripik';
const path = lessonFile('up-202', lesson);

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const draft = await makeDraft(services, tono, { id: makeUuid(), course: 'up-202', lesson, fresh: '', title: '' });
  const open = () => requireDraft(services.db, tono, draft);
  const target = async () => ({ draft: await open(), lesson });
  const change = async (asked: Parameters<typeof changeLessonSound>[3]) =>
    changeLessonSound(services, tono, await target(), asked);
  const shown = async () => (await openSound(services, tono, await target())).lesson;
  return { services, tono, draft, open, change, shown };
}

test('a recording stands beside its lesson, which names it; another of another kind takes its place', async () => {
  const { services, tono, draft, open, change, shown } = await begin();
  expect(await change({ act: 'add', bytes: browserWebm() })).toBe('saved');
  expect((await shown())?.sound?.file).toBe('rekaman-hpp-keripik.webm');
  const { bytes, type } = await readDraftMedia(services, tono, draft, 'rekaman-hpp-keripik.webm');
  expect([type, bytes.includes(told)]).toEqual(['audio/webm', false]);
  await change({ act: 'add', bytes: phoneM4a() });
  expect((await shown())?.sound?.file).toBe('rekaman-hpp-keripik.m4a');
  expect((await open()).parts.map((it) => [it.path, it.digest === null])).toEqual(
    expect.arrayContaining([
      [mediaFile('up-202', 'rekaman-hpp-keripik.webm'), true],
      [mediaFile('up-202', 'rekaman-hpp-keripik.m4a'), false],
    ]),
  );
  await change({ act: 'drop' });
  expect((await shown())?.sound).toBeUndefined();
  expect((await openEditing(services, tono, await open(), path)).text).toBe(readFileSync(path, 'utf8'));
});

test('a recording is named as older once its sentences change, until somebody says that it fits', async () => {
  const { services, tono, open, change, shown } = await begin();
  await change({ act: 'add', bytes: browserWebm() });
  const { text, base } = await openEditing(services, tono, await open(), path);
  const first = /intinya:\n\s+- "?([^"\n]+)/.exec(text)?.[1] ?? '';
  const changed = text.replace(first, `Jadi ${first.slice(0, 20)}.`);
  expect(changed).not.toBe(text);
  await edit(services, tono, await open(), path, { act: 'save', text: changed, base, rebased: '' });
  const lessonNow = await shown();
  expect(lessonNow && isSoundStale(lessonNow)).toBe(true);
  const { faults } = await openEditing(services, tono, await open(), path);
  expect(faults.map(({ name, severity }) => [name, severity])).toContainEqual(['rekaman-lebih-lama', 'warning']);
  await change({ act: 'keep' });
  const after = await shown();
  expect(after && isSoundStale(after)).toBe(false);
});

test('a program that is called a recording is refused, and leaves nothing behind', async () => {
  const { open, change } = await begin();
  const refused = change({ act: 'add', bytes: Buffer.from('MZ\x90\0program') });
  await expect(refused).rejects.toMatchObject({ code: 'invalid', detail: 'sound_kind' });
  expect((await open()).through).toBe(0);
});
