import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeKey,
  earnedPoints,
  findUnclear,
  formValues,
  isUngradable,
  parseForm,
  parseGiven,
  type Question,
  questionKinds,
  withoutKey,
} from '#domain/question.ts';

const base = { prompt: 'Soal?', rationale: 'RAHASIA', hint: 'RAHASIA', source: 'B-HPP-1', points: 2 };
const choices = [
  { id: 'a', text: 'Satu' },
  { id: 'b', text: 'Dua' },
  { id: 'c', text: 'Tiga' },
];
const single: Question = { ...base, id: 'tunggal', kind: 'single', choices, key: 'b' };
const multiple: Question = { ...base, id: 'ganda', kind: 'multiple', choices, key: ['a', 'c'] };
const trueFalse: Question = { ...base, id: 'benar', kind: 'true-false', key: false };
const number: Question = { ...base, id: 'angka', kind: 'number', unit: 'Rp', key: 12780, tolerance: 50 };
const questions = [single, multiple, trueFalse, number];

describe('withoutKey', () => {
  it('leaves key, rationale, hint, source and tolerance behind, for every kind', () => {
    expect(questions.map(({ kind }) => kind)).toEqual(questionKinds);
    for (const question of questions) {
      const fields = Object.keys(withoutKey(question)).filter((it) => it !== 'choices' && it !== 'unit');
      expect(fields.sort()).toEqual(['id', 'kind', 'points', 'prompt']);
      expect(JSON.stringify(withoutKey(question))).not.toMatch(/RAHASIA|12780|B-HPP/);
    }
  });

  it('picks fields, so a mark left on a choice stays behind too', () => {
    const marked = { ...single, choices: choices.map((choice) => ({ ...choice, right: choice.id === 'b' })) };
    expect(JSON.stringify(withoutKey(marked))).not.toContain('right');
  });
});

describe('what participants give', () => {
  it.each([
    [single, { choice: 'a' }],
    [multiple, { choices: ['a', 'c'] }],
    [trueFalse, { value: false }],
    [number, { text: ' Rp 12.500 ' }],
  ] as const)('is read back from the form values it was written as: %#', (question, given) => {
    const open = withoutKey(question);
    expect(parseForm(open, formValues(open, given))).toEqual(given);
    expect(parseGiven(open, given)).toEqual(given);
  });

  it.each<[Question, readonly string[][]]>([
    [single, [[], ['x'], ['a', 'b'], ['']]],
    [multiple, [[], ['x'], ['a', 'x'], ['']]],
    [trueFalse, [[], ['ya'], ['true', 'false']]],
    [number, [[], [' '], ['1', '2'], ['9'.repeat(65)]]],
  ])('is nothing when the form holds nothing that fits: %#', (question, forms) => {
    for (const values of forms) expect(parseForm(withoutKey(question), values)).toBeUndefined();
  });

  it('takes only the kind’s own shape, whatever arrives, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...questions), (value, question) => {
        const given = parseGiven(withoutKey(question), value);
        const points = earnedPoints(question, value);
        if (given === undefined) expect(points).toBe(0);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(question.points);
      }),
    );
    expect(parseGiven(withoutKey(single), { choice: 'constructor' })).toBeUndefined();
    expect(parseGiven(withoutKey(multiple), { choices: ['a', 'a', 'a', 'a'] })).toBeUndefined();
  });

  it('names each choice once and in the question’s order', () => {
    expect(parseGiven(withoutKey(multiple), { choices: ['c', 'a', 'c'] })).toEqual({ choices: ['a', 'c'] });
  });
});

describe('earnedPoints', () => {
  it('gives all points for the key and none for anything else of a single choice or a statement', () => {
    expect(earnedPoints(single, { choice: 'b' })).toBe(2);
    expect(earnedPoints(single, { choice: 'a' })).toBe(0);
    expect(earnedPoints(trueFalse, { value: false })).toBe(2);
    expect(earnedPoints(trueFalse, { value: true })).toBe(0);
    expect(earnedPoints(single, undefined)).toBe(0);
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
    const tenth: Question = { ...base, id: 'persen', kind: 'number', unit: '%', key: 0.3, tolerance: 0 };
    expect(earnedPoints(tenth, { text: '0,3 %' })).toBe(2);
    expect(earnedPoints({ ...tenth, key: 0.1 + 0.2 }, { text: '0,3' })).toBe(2);
  });

  it('takes a number written as a calculator does when one of its readings is right', () => {
    expect(earnedPoints(number, { text: '12,780' })).toBe(2);
    expect(isUngradable(number, { text: '12,780' })).toBe(false);
    expect(isUngradable(number, { text: '11,000' })).toBe(true);
  });

  it('overlooks the question’s own unit around the number', () => {
    const packs: Question = { ...base, id: 'bungkus', kind: 'number', unit: 'bungkus', key: 191, tolerance: 0 };
    expect(earnedPoints(packs, { text: '191 bungkus' })).toBe(2);
    expect(earnedPoints(packs, { text: '191 dus' })).toBe(0);
    expect(isUngradable(packs, { text: '191 dus' })).toBe(true);
    expect(isUngradable(packs, undefined)).toBe(false);
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
    expect(questions.map(describeKey)).toEqual(['Dua', 'Satu; Tiga', 'Salah', 'Rp\u00a012.780']);
  });
});
