import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey, rightResponse, wrongResponse } from '#domain/question/authored.ts';
import {
  earnedPoints,
  findUnclear,
  formValues,
  type Given,
  isPartial,
  parseForm,
  parseGiven,
  simpleKinds,
  type SimpleQuestion,
} from '#domain/question/simple.ts';
import { withoutKey } from '#domain/question/question.ts';
import { anyGiven, oneOfEach, oneOfEachKind } from '../../support/questions.ts';

const { single, multiple, number, order, match, cloze } = oneOfEach;
const trueFalse = oneOfEach['true-false'];
const shortText = oneOfEach['short-text'];

describe('withoutKey', () => {
  it('leaves key, rationale, hint, source and tolerance behind, for every kind', () => {
    const own = ['choices', 'unit', 'items', 'left', 'right', 'text', 'blanks'];
    expect(oneOfEachKind.map(({ kind }) => kind)).toEqual(simpleKinds);
    for (const question of oneOfEachKind) {
      const fields = Object.keys(withoutKey(question)).filter((it) => !own.includes(it));
      expect(fields.sort()).toEqual(['id', 'kind', 'points', 'prompt']);
      expect(JSON.stringify(withoutKey(question))).not.toMatch(/RAHASIA|rahasia|12780|B-HPP|kontribusi|neighbours/);
    }
  });

  it('picks fields, so feedback or a mark left on a choice stays behind too', () => {
    const choices = single.choices.map((choice) => ({ ...choice, feedback: 'RAHASIA', right: choice.id === 'b' }));
    expect(JSON.stringify(withoutKey({ ...single, choices }))).not.toMatch(/right|RAHASIA/);
  });

  it('is the same for two questions that differ in nothing but what only the grader may know', () => {
    const differ = <Q extends SimpleQuestion>(...variants: readonly fc.Arbitrary<Q>[]) =>
      fc.assert(
        fc.property(fc.oneof(...variants), fc.oneof(...variants), (a, b) => {
          expect(withoutKey(a)).toEqual(withoutKey(b));
        }),
      );
    const words = fc.record({ rationale: fc.string(), hint: fc.string(), source: fc.string(), read: fc.string() });
    const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const told = fc.array(fc.string(), { minLength: 3, maxLength: 3 });
    differ(
      fc.tuple(words, anyOf(['a', 'b', 'c']), told).map(([more, key, feedback]) => {
        const choices = single.choices.map((choice, at) => ({ ...choice, feedback: feedback[at] ?? '' }));
        return { ...single, ...more, choices, key };
      }),
    );
    differ(fc.tuple(words, fc.subarray(['a', 'b', 'c'])).map(([more, key]) => ({ ...multiple, ...more, key })));
    differ(fc.tuple(words, fc.boolean()).map(([more, key]) => ({ ...trueFalse, ...more, key })));
    differ(
      fc.tuple(words, fc.double(), fc.nat()).map(([more, key, tolerance]) => ({ ...number, ...more, key, tolerance })),
    );
    differ(
      fc
        .tuple(words, fc.array(fc.string()), fc.boolean())
        .map(([more, accepted, slip]) => ({ ...shortText, ...more, accepted, slip })),
    );
    differ(
      fc
        .tuple(words, fc.shuffledSubarray([...order.items], { minLength: 4 }), anyOf(['neighbours', 'places'] as const))
        .map(([more, items, marking]) => ({ ...order, ...more, items, marking })),
    );
    const rights = [...match.pairs.map(({ right }) => right), ...match.extra];
    const distinct = rights.filter(({ id }, at) => rights.findIndex((it) => it.id === id) === at);
    differ<SimpleQuestion>(
      fc.tuple(words, fc.shuffledSubarray(distinct, { minLength: 3 })).map(([more, shuffled]) => ({
        ...match,
        ...more,
        pairs: match.pairs.map(({ left }, at) => ({ left, right: shuffled[at] ?? left })),
        extra: shuffled.slice(match.pairs.length),
      })),
      fc.constant(match),
    );
    differ(
      fc
        .tuple(
          words,
          fc.shuffledSubarray(['biaya', 'harga', 'laba'], { minLength: 3 }),
          fc.array(fc.string()),
          fc.boolean(),
        )
        .map(([more, choices, accepted, slip]) => ({
          ...cloze,
          ...more,
          blanks: { constructor: { accepted, slip }, dasar: { choices, key: choices[0] ?? '' } },
        })),
    );
  });
});

describe('what participants give', () => {
  const given: fc.Arbitrary<readonly [SimpleQuestion, Given]> = fc
    .tuple(fc.constantFrom(...oneOfEachKind), anyGiven())
    .map(
      ([question, value]) => [question, parseGiven(withoutKey(question), value) ?? rightResponse(question)] as const,
    );

  it('is read back from the form values it was written as, whatever was given', () => {
    fc.assert(
      fc.property(given, ([question, given]) => {
        const open = withoutKey(question);
        // No box ticked is no answer in a form.
        if ('choices' in given && given.choices.length === 0) return;
        expect(parseForm(open, formValues(open, given))).toEqual(given);
        expect(parseGiven(open, given)).toEqual(given);
      }),
    );
  });

  it.each<[SimpleQuestion, readonly string[][]]>([
    [single, [[], ['x'], ['a', 'b'], ['']]],
    [multiple, [[], ['x'], ['a', 'x'], ['']]],
    [trueFalse, [[], ['ya'], ['true', 'false']]],
    [number, [[], [' '], ['1', '2'], ['9'.repeat(65)]]],
    [shortText, [[], [' '], ['a', 'b'], ['x'.repeat(101)]]],
    [order, [[], ['', '', '', ''], ['buka=1', 'aduk=2', 'cetak=3', ''], ['buka=1', 'aduk=1', 'cetak=2', 'goreng=3']]],
    [
      order,
      [
        ['buka=1', 'aduk=2', 'cetak=3', 'x=4'],
        ['buka', 'aduk', 'cetak', 'goreng'],
      ],
    ],
    [match, [[], ['', '', ''], ['gula=x'], ['x=tetap'], ['gula']]],
    [cloze, [[], ['', ''], ['biaya'], ['modal', '50'], ['biaya', 'x'.repeat(101)]]],
  ])('is nothing when the form holds nothing that fits: %#', (question, forms) => {
    for (const values of forms) expect(parseForm(withoutKey(question), values)).toBeUndefined();
  });

  it('takes only the kind’s own shape, whatever arrives, and never throws', () => {
    fc.assert(
      fc.property(anyGiven(), fc.constantFrom(...oneOfEachKind), (value, question) => {
        const given = parseGiven(withoutKey(question), value);
        const points = earnedPoints(question, value);
        if (given === undefined) expect(points).toBe(0);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(question.points);
      }),
      { numRuns: 1_000 },
    );
    expect(parseGiven(withoutKey(single), { choice: 'constructor' })).toBeUndefined();
    expect(parseGiven(withoutKey(multiple), { choices: ['a', 'a', 'a', 'a'] })).toBeUndefined();
    expect(parseGiven(withoutKey(order), { order: ['buka', 'buka', 'aduk', 'cetak'] })).toBeUndefined();
    expect(parseGiven(withoutKey(cloze), { blanks: { lain: 'x' } })).toBeUndefined();
  });

  it('names each choice once and in the question’s order', () => {
    expect(parseGiven(withoutKey(multiple), { choices: ['c', 'a', 'c'] })).toEqual({ choices: ['a', 'c'] });
  });

  it('is partial while something is filled in and something is open', () => {
    const partial = (question: SimpleQuestion, values: readonly string[]) => isPartial(withoutKey(question), values);
    expect(partial(order, ['buka=1', '', '', ''])).toBe(true);
    expect(partial(order, ['buka=1', 'aduk=1', 'cetak=2', 'goreng=3'])).toBe(true);
    expect(partial(order, ['', '', '', ''])).toBe(false);
    expect(partial(match, ['gula=tetap', '', ''])).toBe(true);
    expect(partial(cloze, ['', 'lima'])).toBe(true);
    expect(partial(cloze, ['', ' '])).toBe(false);
    expect(partial(single, ['a'])).toBe(false);
    for (const question of oneOfEachKind) {
      expect(partial(question, formValues(withoutKey(question), rightResponse(question)))).toBe(false);
    }
  });
});

describe('earnedPoints', () => {
  it('gives all points for the right response of every kind, and fewer for a wrong one', () => {
    for (const question of oneOfEachKind) {
      expect(earnedPoints(question, rightResponse(question))).toBe(2);
      expect(earnedPoints(question, wrongResponse(question))).toBeLessThan(2);
      expect(earnedPoints(question, undefined)).toBe(0);
    }
  });

  it('gives part marks for several choices: a wrong one takes back what a right one gave, and no more', () => {
    const marks = (...given: string[]) => earnedPoints(multiple, { choices: given });
    expect(marks('a', 'c')).toBe(2);
    expect(marks('a')).toBe(1);
    expect(marks('a', 'b')).toBe(0);
    expect(marks('a', 'b', 'c')).toBe(1);
    expect(marks('b')).toBe(0);
    expect(marks()).toBe(0);
  });

  it('takes a number within the tolerance, its edges included', () => {
    for (const text of ['12780', 'Rp 12.780', '12.830', '12.730', '12,78 ribu', '12.780 Rp']) {
      expect(earnedPoints(number, { text })).toBe(2);
    }
    for (const text of ['12.831', '12.729', '12,78', '-12780']) expect(earnedPoints(number, { text })).toBe(0);
  });

  it('is not misled by binary fractions', () => {
    const tenth: SimpleQuestion = { ...number, unit: '%', key: 0.3, tolerance: 0 };
    expect(earnedPoints(tenth, { text: '0,3 %' })).toBe(2);
    expect(earnedPoints({ ...tenth, key: 0.1 + 0.2 }, { text: '0,3' })).toBe(2);
  });

  it('takes a number written as a calculator does when one of its readings is right', () => {
    expect(earnedPoints(number, { text: '12,780' })).toBe(2);
    expect(earnedPoints(number, { text: '11,000' })).toBe(0);
  });

  it('overlooks the question’s own unit around the number', () => {
    const packs: SimpleQuestion = { ...number, unit: 'bungkus', key: 191, tolerance: 0 };
    expect(earnedPoints(packs, { text: '191 bungkus' })).toBe(2);
    expect(earnedPoints(packs, { text: '191 dus' })).toBe(0);
    expect(findUnclear(withoutKey(packs), { text: '191 dus' })).toEqual({ problem: 'not_a_number' });
  });

  it('takes every accepted wording of a short text', () => {
    for (const text of ['Margin Kontribusi', 'marjin kontribusi', 'KONTRIBUSI', ' margin-kontribusi. ']) {
      expect(earnedPoints(shortText, { text })).toBe(2);
    }
    expect(earnedPoints(shortText, { text: 'margin' })).toBe(0);
  });

  it('counts right neighbours of an order, or exact places, as its author chose', () => {
    const points = (marking: 'neighbours' | 'places', ...ids: string[]) =>
      earnedPoints({ ...order, marking, points: 12 }, { order: ids });
    expect(points('neighbours', 'goreng', 'buka', 'aduk', 'cetak')).toBe(8);
    expect(points('places', 'goreng', 'buka', 'aduk', 'cetak')).toBe(0);
    expect(points('neighbours', 'aduk', 'buka', 'cetak', 'goreng')).toBe(4);
    expect(points('places', 'aduk', 'buka', 'cetak', 'goreng')).toBe(6);
    expect(points('neighbours', 'goreng', 'cetak', 'aduk', 'buka')).toBe(0);
  });

  it('counts each right pair and each right gap, open ones for nothing', () => {
    expect(earnedPoints({ ...match, points: 3 }, { pairs: { gula: 'variabel', sewa: 'variabel' } })).toBe(1);
    expect(earnedPoints({ ...match, points: 3 }, { pairs: { gula: 'variabel', label: 'variabel' } })).toBe(2);
    expect(earnedPoints(cloze, { blanks: { dasar: 'biaya' } })).toBe(1);
    expect(earnedPoints(cloze, { blanks: { dasar: 'laba', constructor: 'Lima-puluh' } })).toBe(1);
  });
});

describe('findUnclear', () => {
  it('asks again about a number that is none or has two readings, without looking at the key', () => {
    const open = withoutKey(number);
    expect(findUnclear(open, { text: 'dua' })).toEqual({ problem: 'not_a_number' });
    expect(findUnclear(open, { text: '12,780' })).toEqual({ problem: 'ambiguous', readings: [12.78, 12780] });
    expect(findUnclear(open, { text: '1' })).toBeUndefined();
    expect(findUnclear(withoutKey(single), { choice: 'a' })).toBeUndefined();
  });
});

describe('describeKey', () => {
  it('says the right response in words', () => {
    expect(oneOfEachKind.map(describeKey)).toEqual([
      'Teks b',
      'Teks a; Teks c',
      'Salah',
      'Rp\u00a012.780',
      'margin kontribusi',
      '1. Teks buka\n2. Teks aduk\n3. Teks cetak\n4. Teks goreng',
      'Gula → Biaya variabel\nSewa → Biaya tetap\nLabel → Biaya variabel',
      'Markup dari biaya, paling banyak lima puluh persen.',
    ]);
  });
});
