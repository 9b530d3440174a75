import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonFile, mediaFile } from '#domain/content-path.ts';
import { actOn } from '#server/studio/acts.ts';
import { readDraftMedia } from '#server/studio/draft-media.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { addPicture, dropPicture } from '#server/studio/media/pictures.ts';
import { filesWith, listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { compareDraft } from '#server/studio/writing/differences.ts';
import { readText } from '#server/studio/writing/texts.ts';
import { keepWork } from '#server/studio/writing/work.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { phoneJpeg, place } from '../../support/photos.ts';

const lesson = 'hpp-keripik';
const path = lessonFile('up-202', lesson);
const file = 'timbangan-dapur-menunjukkan-250-gram.jpg';
const picture = mediaFile('up-202', file);
const sent = {
  ...{ bytes: phoneJpeg(), alt: 'Timbangan dapur menunjukkan 250 gram.', caption: '' },
  ...{ people: 'none' as const, section: 0 },
};

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const make = () => makeDraft(services, tono, { id: makeUuid(), course: 'up-202', lesson, fresh: '', title: '' });
  const draft = await make();
  const open = (id = draft) => requireDraft(services.db, tono, id);
  const add = async (it: Partial<typeof sent> | { people: undefined } = {}, id = draft) =>
    addPicture(services, tono, { draft: await open(id), lesson }, { ...sent, ...it });
  return { services, tono, wartini, draft, make, open, add };
}

test('a photo goes into the draft without its place, into the lesson, and live with it', async () => {
  const { services, tono, wartini, draft, open, add } = await begin();
  expect(await add()).toBe('placed');
  expect((await open()).parts.map((it) => [it.path, it.people])).toEqual([
    [picture, 'none'],
    [path, undefined],
  ]);
  expect(await readText(services, await open(), path)).toContain(`<Figure src="${file}" alt="${sent.alt}" />`);
  const { bytes, type } = await readDraftMedia(services, tono, draft, file);
  expect([type, bytes.includes(place)]).toEqual(['image/jpeg', false]);
  const [shown] = await compareDraft(services, await open());
  expect(shown).toMatchObject({ path: picture, isNew: true, people: 'none', differences: [] });

  await actOn(services, wartini, await open(), { act: 'read', note: '', alone: false });
  await actOn(services, tono, await open(), { act: 'publish', note: '', alone: false });
  await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');
  expect((await filesWith(services.db, [])).get(picture)).toEqual(bytes);
});

test.each([
  ['no word about what is seen', { alt: ' ' }, 'alt_empty'],
  ['too many words', { alt: 'a'.repeat(251) }, 'alt_too_long'],
  ['somebody in it who was not asked', { people: undefined }, 'people_unasked'],
  ['a program', { bytes: Buffer.from('#!/bin/sh\nrm -rf /') }, 'photo_kind'],
])('a photo with %s is refused, and leaves nothing behind', async (_, it, detail) => {
  const { services, open, add } = await begin();
  await expect(add(it)).rejects.toMatchObject({ code: 'invalid', detail });
  expect((await open()).through).toBe(0);
  expect((await services.db.client.execute('SELECT count(*) AS n FROM content_blob')).rows[0]?.n).toBe(0);
});

test('two photos of the same words are two files, also in two drafts', async () => {
  const { make, open, add } = await begin();
  await add();
  await add();
  const other = await make();
  await add({}, other);
  const names = [...(await open()).parts, ...(await open(other)).parts].flatMap(({ part }) =>
    part.kind === 'picture' ? part.id : [],
  );
  expect(new Set(names).size).toBe(3);
});

test('a photo beside a text with a mistake is kept, and so is the text', async () => {
  const { services, tono, draft, open, add } = await begin();
  const text = readFileSync(path, 'utf8').replace('</Story>', '');
  await keepWork(services.db, tono, { draft, path, text, base: '' });
  expect(await add()).toBe('mend');
  expect((await open()).parts.map((it) => it.path)).toEqual([picture]);
});

test('a picture can be taken out of a draft; one that is named still is a mistake of the lesson', async () => {
  const { services, tono, open, add } = await begin();
  await add();
  await dropPicture(services, tono, await open(), file);
  await expect(dropPicture(services, tono, await open(), file)).rejects.toMatchObject({ code: 'not_found' });
  await expect(dropPicture(services, tono, await open(), '../../x')).rejects.toMatchObject({ code: 'not_found' });
});

test('what was said of the people in a picture cannot be changed afterwards', async () => {
  const { services, add } = await begin();
  await add();
  const change = services.db.client.execute("UPDATE revision SET people = 'agreed'");
  await expect(change).rejects.toThrow('append-only');
});

test('a draft holds five megabytes of pictures', async () => {
  const { services, draft, add } = await begin();
  await services.db.client.execute({
    sql: 'INSERT INTO content_blob (digest, bytes) VALUES (?, zeroblob(?))',
    args: ['x', 5 * 1024 * 1024],
  });
  await services.db.client.execute({
    sql: "INSERT INTO revision (draft, path, digest, at) VALUES (?, ?, 'x', 0)",
    args: [draft, picture],
  });
  await expect(add()).rejects.toMatchObject({ detail: 'draft_full' });
});
