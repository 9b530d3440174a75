import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { sourcesFile } from '#domain/studio/source-form.ts';
import { chosenSources, withSources } from '#content/studio/lesson-sources.ts';
import { actOn, listMoved } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { mergeAdditions } from '#server/studio/additions.ts';
import { addLessonSource, chooseSource, openSources } from '#server/studio/lesson-sources.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { openEditing } from '#server/studio/writing/editing.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const lesson = 'hpp-keripik';
const path = lessonFile('up-202', lesson);
const shipped = readFileSync(path, 'utf8');
const book = {
  title: 'Buku kas Bu Sri',
  publisher: 'Rumah Belajar Kuripan',
  year: '2026',
  address: '',
  confidence: 'medium',
};

test('a source is chosen and left again, and nothing else in the lesson changes', async () => {
  const { services, tono, target, text } = await begin();
  const before = chosenSources(shipped) ?? [];
  expect(await chooseSource(services, tono, await target(), { id: 'M-DES-1', isChosen: true })).toBe(true);
  expect(chosenSources(await text())).toEqual([...before, 'M-DES-1']);
  const found = await openSources(services, tono, await target(), 'bakohumas');
  expect(found.chosen.map(({ id }) => id)).toContain('M-DES-1');
  expect(found.others.every(({ words, usedIn }) => /bakohumas/i.test([words, ...usedIn].join(' ')))).toBe(true);
  expect(await chooseSource(services, tono, await target(), { id: 'M-DES-1', isChosen: false })).toBe(true);
  expect(await text()).toBe(shipped);
});

test.each([
  ['none', 'sources: []'],
  ['a list of lines', 'sources:\n  - B-HPP-1\n  - B-HPP-2'],
  ['a comment behind it', 'sources: [B-HPP-1] # dari buku'],
])('a head with %s takes sources', (_, written) => {
  const text = shipped.replace(/^sources: .*$/m, written);
  const now = withSources(text, ['B-HPP-9']);
  expect(chosenSources(now ?? '')).toEqual(['B-HPP-9']);
  expect(now?.replace(/^sources:.*$/m, '')).toBe(shipped.replace(/^sources: .*$/m, ''));
});

test('a source that is not there, or in a head that cannot be read, is refused', async () => {
  const { services, tono, target } = await begin();
  const asked = chooseSource(services, tono, await target(), { id: 'M-TIDAK-ADA', isChosen: true });
  await expect(asked).rejects.toMatchObject({ detail: 'source_unknown' });
  expect(chosenSources('Tanpa bagian atas.')).toBeUndefined();
});

test('a new source is told where something is missing or there already, and stands in both files', async () => {
  const { services, tono, target, text, add } = await begin();
  expect(await add(tono, { title: '', year: '20' })).toEqual(
    new Map([
      ['title', expect.any(String)],
      ['year', expect.any(String)],
    ]),
  );
  const known = await add(tono, { title: 'uu 18/2017 tentang pelindungan pekerja migran indonesia' });
  expect([...(known as ReadonlyMap<string, string>).keys()]).toEqual(['title']);
  expect((await target()).draft.through).toBe(0);
  expect(await add(tono, {})).toEqual({ isWhole: true });
  expect(chosenSources(await text())).toContain('R-buku-kas-bu-sri');
  const { chosen } = await openSources(services, tono, await target(), '');
  expect(chosen.at(-1)).toMatchObject({ words: 'Buku kas Bu Sri, Rumah Belajar Kuripan, 2026' });
  expect((await target()).draft.parts.map((it) => it.path).sort()).toEqual([path, sourcesFile].sort());
});

test('sources that two drafts added come together', async () => {
  const { services, tono, wartini, target, add } = await begin();
  await add(tono, {});
  const other = await makeDraft(services, wartini, { ...asked(), lesson: 'biaya-variabel-dan-tetap' });
  const opened = () => requireDraft(services.db, wartini, other);
  const values = { texts: { ...book, title: 'Catatan pasar Watumalang' }, rows: {} };
  await addLessonSource(services, wartini, { draft: await opened(), lesson: 'biaya-variabel-dan-tetap' }, values);
  for (const [who, act] of [[tono, 'read'] as const, [tono, 'publish'] as const]) {
    await actOn(services, who, await opened(), { act, note: '', alone: false });
  }
  await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');
  expect(await listMoved(services, (await target()).draft)).toEqual([sourcesFile]);
  await mergeAdditions(services, tono, (await target()).draft);
  expect(await listMoved(services, (await target()).draft)).toEqual([]);
  const { others, chosen } = await openSources(services, tono, await target(), 'pasar watumalang');
  expect([others.length, chosen.at(-1)?.id]).toEqual([1, 'R-buku-kas-bu-sri']);
});

function asked() {
  return { id: makeUuid(), course: 'up-202', lesson, fresh: '', title: '' };
}

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const id = await makeDraft(services, tono, asked());
  const target = async () => ({ draft: await requireDraft(services.db, tono, id), lesson });
  const text = async () => (await openEditing(services, tono, (await target()).draft, path)).text;
  const add = async (who: Viewer, texts: Partial<typeof book>) =>
    addLessonSource(services, who, await target(), { texts: { ...book, ...texts }, rows: {} });
  return { services, tono, wartini, target, text, add };
}
