import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBases } from '#domain/search/words/base.ts';
import { indexForm } from '#domain/search/words/index-form.ts';
import { familyLimit, groupWords, openWordList, type WordCount } from '#domain/search/words/word-list.ts';
import { formatPart, parseManifest, parsePart, partOf, splitWordList } from '#domain/search/words/word-list-file.ts';
import { openIndonesianWords } from '#release/search/indonesian-words.ts';

const baseOf = openBases(await openIndonesianWords());

describe('the word list of a site', () => {
  const counts: readonly WordCount[] = [
    { word: 'mengirim', pages: 9 },
    { word: 'kiriman', pages: 4 },
    { word: 'pengiriman', pages: 2 },
    { word: 'dikirim', pages: 2 },
    { word: 'mengirimkan', pages: 1 },
    { word: 'uang', pages: 30 },
  ];
  const families = groupWords(counts, baseOf);
  const list = openWordList(families);

  test('gives each word the forms that the index keeps apart, its own first', () => {
    expect(new Set(list.find('kiriman')?.family.map(indexForm))).toEqual(new Set(['kirim', 'irim']));
    expect(indexForm(list.find('kiriman')?.family[0] ?? '')).toBe('kirim');
    expect(indexForm(list.find('mengirim')?.family[0] ?? '')).toBe('irim');
    expect(list.find('uang')).toMatchObject({ word: 'uang', base: 'uang', rank: 5, family: ['uang'] });
  });

  test('holds a base that stands on no page, for those who type it', () => {
    expect(list.find('kirim')).toMatchObject({ base: 'kirim', rank: 0 });
    expect(list.find('kirim')?.family).not.toContain('kirim');
    expect(list.find('kirim')?.family.length).toBeGreaterThan(0);
  });

  test('leaves out what the index takes for a word that is far more frequent, where the base has other words', () => {
    const frequent = { word: 'anda', pages: 60 };
    const found = openWordList(
      groupWords(
        [frequent, { word: 'menandai', pages: 2 }, { word: 'tanda', pages: 9 }, { word: 'andai', pages: 1 }],
        baseOf,
      ),
    );
    expect(indexForm('menandai')).toBe(indexForm('anda'));
    expect(found.find('tanda')?.family).toEqual(['tanda']);
    expect(found.find('menandai')?.family).toEqual(['tanda']);
    // Its base has no other: better too much than nothing.
    expect(found.find('andai')?.family).toEqual(['andai']);
  });

  test('tells the words that begin with a sign, also with one of two units', () => {
    const old = openWordList(
      groupWords(
        [
          { word: '𞤀𞤁', pages: 1 },
          { word: '𞤀', pages: 1 },
          { word: '𠮷', pages: 1 },
        ],
        (it) => it,
      ),
    );
    expect(old.beginningWith('𞤀').map(({ word }) => word)).toEqual(['𞤀', '𞤀𞤁']);
    expect(old.beginningWith('a')).toEqual([]);
  });

  const anyFamilies = fc
    .uniqueArray(fc.string({ unit: fc.constantFrom(...'abk2éخ𞤀𠮷'), minLength: 1, maxLength: 6 }), { maxLength: 150 })
    .map((words) =>
      groupWords(
        words.map((word, at) => ({ word, pages: at + 1 })),
        (it) => Array.from(it).slice(-2).join(''),
      ),
    );
  const limits = fc.record({ whole: fc.integer({ min: 0, max: 60 }), part: fc.integer({ min: 1, max: 40 }) });

  test('comes back from its parts as it was, each word from the part that its beginning leads to', () => {
    fc.assert(
      fc.property(anyFamilies, limits, (whole, limit) => {
        const parts = splitWordList(whole, limit);
        const names = [...parts.keys()];
        // What a phone reads is well-formed text.
        for (const name of names) expect(name.isWellFormed()).toBe(true);
        const files = Object.fromEntries(names.map((name, at) => [name, `kata.${at}.txt`]));
        for (const part of parts.values()) expect(parsePart(formatPart(part))).toEqual(part);
        for (const { base, words } of whole) {
          for (const { word, rank } of words) {
            const found = openWordList(parts.get(partOf({ parts: files }, word) ?? 'none') ?? []).find(word);
            expect(found).toMatchObject({ word, base, rank });
            expect(found?.family.length).toBeLessThanOrEqual(familyLimit);
          }
        }
      }),
    );
  });

  test('is one file while it is small', () => {
    expect([...splitWordList(families).keys()]).toEqual(['']);
    expect([...splitWordList(families, { whole: 1, part: 200 }).keys()].toSorted()).toEqual(['d', 'k', 'm', 'p', 'u']);
  });

  test('is not read when it is cut off, damaged or something else', () => {
    const text = formatPart(families);
    expect(parsePart(text)).toEqual(families);
    for (const damaged of [
      '',
      '<html>Login WiFi</html>',
      text.slice(0, -1),
      text.slice(0, text.length / 2),
      text.replace('kata 3', 'kata 2'),
      text.replace(/\n[^\n]+\n/, '\n'),
      text.replace('uang ', 'uang'),
    ]) {
      expect(parsePart(damaged)).toBeUndefined();
    }
  });

  test('is led to by a manifest alone that names files and nothing else', () => {
    const good = { format: 3, index: 'id_a', pages: 3, parts: { a: 'kata.a.txt' }, real: ['kata.b.bin'] };
    expect(parseManifest(good)).toEqual(good);
    for (const bad of [
      null,
      'kata',
      {},
      { ...good, format: 1 },
      { ...good, pages: 0 },
      { ...good, pages: '3' },
      { ...good, index: undefined },
      { ...good, parts: null },
      { ...good, parts: { a: '../../../api/me' } },
      { ...good, parts: { a: 'kata.\ud83a.txt' } },
      { ...good, parts: { a: 7 } },
      { ...good, real: undefined },
      { ...good, real: ['//elsewhere'] },
      { ...good, real: { a: 'kata.b.bin' } },
    ]) {
      expect(parseManifest(bad)).toBeUndefined();
    }
  });

  test('finds nothing by a name that every object has', () => {
    for (const name of ['constructor', '__proto__', 'tostring']) {
      expect(partOf({ parts: {} }, name)).toBeUndefined();
      expect(list.find(name)).toBeUndefined();
    }
  });
});
