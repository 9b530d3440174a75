import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildExcerpts, type PageText } from '#domain/search/excerpt.ts';
import { nearestTopics } from '#domain/search/words/nearest.ts';
import { type FormHits, rankPages, rarity, type TermHits } from '#domain/search/score.ts';

const hits = (scores: Readonly<Record<string, number>>): FormHits => ({
  scores: new Map(Object.entries(scores)),
  pages: Object.keys(scores).length,
});
const term = (...forms: FormHits[]): TermHits => ({ readings: [{ weight: 1, forms }] });

describe('pages are ranked', () => {
  test('by the sum over words, less when telling words are missing', () => {
    const ranked = rankPages([term(hits({ a: 2, b: 3 })), term(hits({ a: 2 }))], 10);
    expect(ranked.map(({ page }) => page)).toEqual(['a', 'b']);
    expect(ranked[0]?.share).toBe(1);
    expect(ranked[1]?.share).toBeLessThan(1);
  });

  test('by the best form of a word, not by how many forms a page has', () => {
    const ranked = rankPages([term(hits({ a: 3, b: 3, c: 3 }), hits({ a: 3, c: 2, d: 1 }))], 100);
    expect(ranked[0]?.score).toBe(ranked[1]?.score);
  });

  test('lower for what a word may have been meant as', () => {
    const readings = [
      { weight: 1, forms: [hits({ a: 1 })] },
      { weight: 0.5, forms: [hits({ b: 1 })] },
    ];
    expect(rankPages([{ readings }], 10).map(({ page }) => page)).toEqual(['a', 'b']);
  });

  test('the same again in whatever order the index names them, and never by something that is no number', () => {
    const scores = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.01, max: 30, noNaN: true }));
    const anyTerms = fc.array(fc.array(scores, { maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 5 }), (terms, pages) => {
        const read = (turn: boolean) =>
          terms.map((forms) =>
            term(
              ...forms.map((it) => hits(Object.fromEntries(turn ? Object.entries(it).reverse() : Object.entries(it)))),
            ),
          );
        const ranked = rankPages(read(false), pages);
        expect(rankPages(read(true), pages)).toEqual(ranked);
        for (const { score, share } of ranked) {
          expect(score).toBeGreaterThan(0);
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('with a word that is everywhere counting least', () => {
    expect(rarity(1, 100)).toBeGreaterThan(rarity(50, 100));
    expect(rarity(100, 100)).toBeGreaterThan(0);
    expect(rarity(0, 0)).toBeGreaterThan(0);
  });

  test('and none when nothing was found', () => {
    expect(rankPages([], 10)).toEqual([]);
    expect(rankPages([term(), term(hits({}))], 10)).toEqual([]);
  });
});

describe('an excerpt', () => {
  const content = Array.from({ length: 100 }, (_, at) => `k${at}`).join(' ');
  const anchor = (id: string, location: number, element = 'h2') => ({ id, text: id, location, element });
  const page: PageText = { content, anchors: [anchor('satu', 10), anchor('dua', 50), anchor('bukan', 60, 'div')] };
  const textOf = (parts: readonly { text: string }[]) =>
    parts
      .map(({ text }) => text)
      .join('')
      .replace(/^… | …$/g, '');

  test('shows where most words of the query stand together, all of them marked', () => {
    const { excerpt } = buildExcerpts(page, [[12, 70], [72], [71]]);
    expect(excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['k70 k71 k72']);
  });

  test('marks forms that other searches found, and each once', () => {
    const { excerpt } = buildExcerpts(page, [[70, 70, 72]]);
    expect(textOf(excerpt).match(/k70/g)).toHaveLength(1);
    expect(excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['k70', 'k72']);
  });

  test('says that it was cut, and marks words without the signs around them', () => {
    const { excerpt } = buildExcerpts(
      { content: `${'a '.repeat(40)}“uang” (kirim). ${'z '.repeat(40)}`, anchors: [] },
      [[40, 41]],
    );
    expect(excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['uang', 'kirim']);
    const text = excerpt.map((part) => part.text).join('');
    expect(text).toMatch(/^… a a .* “uang” \(kirim\)\. z .* z …$/);
  });

  test('of a section does not say its heading again', () => {
    const heading = { content: 'Kirim uang lewat bank saja', anchors: [{ ...anchor('kirim', 0), text: 'Kirim uang' }] };
    expect(textOf(buildExcerpts(heading, [[0, 3]]).sections[0]?.excerpt ?? [])).toBe('lewat bank saja');
  });

  test('of a section stays inside it; sections without a match and what is no heading are left out', () => {
    const { sections } = buildExcerpts(page, [[12], [13, 55]]);
    expect(sections.map(({ id }) => id)).toEqual(['satu', 'dua']);
    expect(textOf(sections[1]?.excerpt ?? [])).toMatch(/^k51 .* k78$/);
    expect(buildExcerpts(page, [[5]]).sections).toEqual([]);
  });

  test('is a piece of the page, whatever positions the index names', () => {
    const spots = fc.array(fc.array(fc.integer({ min: -5, max: 120 }), { maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(spots, fc.integer({ min: 1, max: 40 }), (terms, length) => {
        const { excerpt, sections } = buildExcerpts(page, terms, length);
        expect(content).toContain(textOf(excerpt));
        for (const section of sections) expect(content).toContain(textOf(section.excerpt));
      }),
    );
  });
});

describe('the nearest topics', () => {
  const topics = ['titik impas', 'tabungan', 'Taiwan'].map((name) => ({ name }));

  test('of a word that is nowhere are those that look most like it', () => {
    expect(nearestTopics('tabunggann', topics)[0]?.name).toBe('tabungan');
    expect(nearestTopics('impasnya', topics)[0]?.name).toBe('titik impas');
  });

  test('of what looks like nothing are none', () => {
    for (const query of ['', '💸', 'zzz', '.*', 'x'.repeat(500)]) expect(nearestTopics(query, topics)).toEqual([]);
  });
});
