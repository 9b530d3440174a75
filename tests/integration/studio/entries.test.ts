import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormValues } from '#domain/question/editor/field.ts';
import type { EntryList } from '#domain/studio/entry-list.ts';
import { readEntries, writeEntry } from '#content/studio/list-entries.ts';
import { actOn, judgeDraft } from '#server/studio/acts.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { openEntry, openList, saveEntry } from '#server/studio/entries.ts';
import { mergeList } from '#server/studio/entry-merge.ts';
import { makeListDraft } from '#server/studio/make-draft.ts';
import { filesWith, listAsked, recordPublished } from '#server/studio/publishing/publishing.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const shipped = {
  glossary: readFileSync('content/glossary.yaml', 'utf8'),
  answers: readFileSync('content/answers.yaml', 'utf8'),
};

test.each(['glossary', 'answers'] as const)('entries of %s come through their form byte for byte', async (list) => {
  const { services, tono, open } = await begin(list);
  const opened = await openList(services, tono, await open(), list);
  expect(opened.entries.length).toBeGreaterThan(10);
  const some = (readEntries(shipped[list], list) ?? []).filter((_, at) => at % 10 === 0);
  for (const { id, fields } of some) {
    expect(openEntry(opened, id).id).toBe(id);
    expect(writeEntry(shipped[list], list, { id, fields })).toBe(shipped[list]);
  }
});

describe('a term', () => {
  test('that is changed leaves every other line alone, and goes live once another person has read it', async () => {
    const { services, tono, wartini, open, save } = await begin('glossary');
    const meaning = 'Semua biaya untuk membuat satu barang.';
    expect(await save('hpp', { meaning })).toEqual({ kind: 'kept', id: 'hpp', isWhole: true });
    const { editing } = await openList(services, tono, await open(), 'glossary');
    const [before, after] = [shipped.glossary.split('\n'), editing.text.split('\n')];
    expect(after.filter((line) => !before.includes(line))).toEqual([`  meaning: ${meaning}`]);
    expect(after).toHaveLength(before.length);
    await expect(judgeDraft(services, wartini, await open())).resolves.toBe('not_read');
    await actOn(services, wartini, await open(), { act: 'read', note: '', alone: false });
    await actOn(services, tono, await open(), { act: 'publish', note: '', alone: false });
    const files = await filesWith(services.db, await listAsked(services.db));
    expect(String(files.get('content/glossary.yaml'))).toBe(editing.text);
  });

  test('that is new stands at the end, by a name made of its word', async () => {
    const { services, tono, open, save } = await begin('glossary');
    const values = {
      term: 'biaya tak terduga',
      meaning: 'Biaya yang datang tanpa direncanakan.',
      also: 'dana darurat\r\nongkos kaget',
    };
    expect(await save('', values)).toMatchObject({ kind: 'kept', id: 'biaya-tak-terduga', isWhole: true });
    const { editing } = await openList(services, tono, await open(), 'glossary');
    expect(editing.text.startsWith(shipped.glossary)).toBe(true);
    expect(editing.text.slice(shipped.glossary.length)).toContain('also: [dana darurat, ongkos kaget]');
  });

  test.each([
    ['is there in other letters', { term: 'hpp', meaning: 'Lain.' }, 'term', '"HPP" sudah ada'],
    ['is another word for one that is there', { term: 'Ongkos bikin', meaning: 'Lain.' }, 'term', '"HPP" sudah ada'],
    ['has no meaning', { term: 'kata baru', meaning: ' ' }, 'meaning', 'Isi'],
  ])('that %s is told at its field', async (_, values, control, said) => {
    const { save, open } = await begin('glossary');
    const outcome = await save('', values);
    expect(outcome.kind === 'problems' && outcome.problems.get(control)).toContain(said);
    expect((await open()).through).toBe(0);
  });

  test('that names a fact which is not there is kept for its writer, with the fault at its entry', async () => {
    const { services, tono, open, save } = await begin('glossary');
    expect(await save('hpp', { sources: 'B-TIDAK-ADA-1' })).toMatchObject({ kind: 'kept', isWhole: false });
    const opened = await openList(services, tono, await open(), 'glossary');
    expect(openEntry(opened, 'hpp').faults).toMatchObject([{ at: 'sources.0', severity: 'error' }]);
    expect((await open()).through).toBe(0);
  });

  test('of a house with one person is not published by that person', async () => {
    const { services, wartini, open, save } = await begin('glossary', { isAlone: true });
    await save('hpp', { meaning: 'Biaya membuat satu barang.' });
    await expect(judgeDraft(services, wartini, await open())).resolves.toBe('needs_second');
  });
});

test('two drafts of one list come together entry by entry, and ask where both changed the same', async () => {
  const { services, tono, wartini, open, save } = await begin('glossary');
  await save('', { term: 'biaya tak terduga', meaning: 'Biaya yang datang tanpa direncanakan.' });
  await save('hpp', { meaning: 'Arti dari Pak Tono.' });
  const other = makeUuid();
  await makeListDraft(services, wartini, { id: other, list: 'glossary' });
  const opened = () => requireDraft(services.db, wartini, other);
  for (const [id, texts] of [
    ['', { term: 'biaya kaget', meaning: 'Biaya lain.' }],
    ['hpp', { meaning: 'Arti dari Bu Wartini.' }],
  ] as const) {
    const now = openEntry(await openList(services, wartini, await opened(), 'glossary'), id);
    const values = { texts: { ...now.values.texts, ...texts }, rows: {} };
    await saveEntry(services, wartini, { draft: await opened(), list: 'glossary' }, { id, values, seen: now.seen });
  }
  await actOn(services, tono, await opened(), { act: 'read', note: '', alone: false });
  await actOn(services, tono, await opened(), { act: 'publish', note: '', alone: false });
  await recordPublished(services.db, await listAsked(services.db), 'r000002-aaaaaaaa');

  const target = async () => ({ draft: await open(), list: 'glossary' as const });
  expect(await mergeList(services, tono, await target(), undefined)).toEqual(['HPP']);
  expect(await mergeList(services, tono, await target(), 'mine')).toEqual([]);
  const { editing, entries } = await openList(services, tono, await open(), 'glossary');
  expect(editing.moved).toBeUndefined();
  expect(entries.slice(-2).map(({ id }) => id)).toEqual(['biaya-kaget', 'biaya-tak-terduga']);
  expect(entries.find(({ id }) => id === 'hpp')?.fields).toMatchObject({
    meaning: 'Arti dari Pak Tono.',
    full: 'harga pokok produksi',
  });
});

describe('a chosen answer', () => {
  const values = {
    ...{ title: 'Kehabisan pulsa di bandara', typed: 'pulsa habis bandara\nkehabisan pulsa bandara' },
    contact: 'kp2mi-luar-negeri',
  };

  test('is added to the needs, and not to what follows them', async () => {
    const { services, tono, open, save } = await begin('answers');
    expect(await save('', values)).toMatchObject({ kind: 'kept', isWhole: true });
    const { entries } = await openList(services, tono, await open(), 'answers');
    expect(entries.at(-1)).toMatchObject({
      id: 'kehabisan-pulsa-di-bandara',
      fields: { contact: 'kp2mi-luar-negeri' },
    });
  });

  test('that claims what another one answers is told so', async () => {
    const { services, tono, open, save } = await begin('answers');
    const outcome = await save('', { ...values, typed: 'dipukul majikan' });
    expect(outcome).toMatchObject({ kind: 'kept', isWhole: false });
    const opened = await openList(services, tono, await open(), 'answers');
    expect(opened.faults.map(({ message }) => message).join(' ')).toContain('dipukul majikan');
  });
});

async function begin(list: EntryList, { isAlone = false } = {}) {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const tono = isAlone ? wartini : await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const id = makeUuid();
  await makeListDraft(services, tono, { id, list });
  const open = () => requireDraft(services.db, tono, id);
  const save = async (entry: string, texts: FormValues['texts']) => {
    const draft = await open();
    const now = openEntry(await openList(services, tono, draft, list), entry);
    const values = { texts: { ...now.values.texts, ...texts }, rows: {} };
    return saveEntry(services, tono, { draft, list }, { id: entry, values, seen: now.seen });
  };
  return { services, tono, wartini, open, save };
}
