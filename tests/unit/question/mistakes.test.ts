import { describe, expect, it } from 'vitest';
import { questionSchema } from '#content/schema/question.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { problemsOf, scored, secretTexts } from '#domain/question/authored.ts';
import type { NumberQuestion } from '#domain/question/kinds/number.ts';
import { withoutKey } from '#domain/question/question.ts';
import { earnedPoints, sayTo } from '#domain/question/simple.ts';
import { classifyQuestion } from '#domain/quiz/edition-change.ts';
import { openKeyGuard } from '#release/site/key-guard.ts';
import { sampleAssessment } from '../../support/catalogue.ts';
import { oneOfEach, oneOfEachKind } from '../../support/questions.ts';

const divided = { value: 50, say: 'Anda membagi dengan biaya; margin membagi dengan harga jual.' };
const forgotten = { value: 400, say: 'Anda lupa mengurangi biaya lebih dulu.' };
const margin: NumberQuestion = {
  ...{ id: 'margin', kind: 'number', unit: '%', prompt: 'Berapa marginnya?', rationale: 'Begitu.', points: 1 },
  ...{ key: 33.3, tolerance: 0.5, mistakes: [divided, forgotten] },
};
const said = (text: string, question = margin) => sayTo(question, { text });
const namesOf = (question: NumberQuestion, mode: 'practice' | 'assessment' = 'practice') =>
  problemsOf(question, { mode }).map(({ name, path }) => `${name} ${path.join('.')}`);

describe('a typical mistake', () => {
  it('is answered with what was probably done, within the tolerance of the key', () => {
    for (const text of ['50', '50 %', '49,5', '50,5', '50½']) expect(said(text)).toBe(divided.say);
    expect(said('400%')).toBe(forgotten.say);
    expect(earnedPoints(margin, { text: '50' })).toBe(0);
  });

  it('is not seen in a right answer, in another wrong one, and in what is no number', () => {
    for (const text of ['33,3', '33', '51', '-50', 'lima puluh', '']) expect(said(text)).toBeUndefined();
    expect(sayTo(margin, undefined)).toBeUndefined();
    expect(said('50', { ...margin, key: 50 })).toBeUndefined();
    for (const question of oneOfEachKind) expect(sayTo(question, { text: '1' })).toBeUndefined();
  });

  it('is seen in either reading of a number that has two', () => {
    expect(said('1,250', { ...margin, mistakes: [{ value: 1250, say: 'A' }] })).toBe('A');
    expect(said('1,250', { ...margin, key: 1.25, mistakes: [{ value: 1250, say: 'A' }] })).toBeUndefined();
  });

  it('travels with a practice, and its words stand in no public part', () => {
    expect(sayTo(scored(margin), { text: '50' })).toBe(divided.say);
    expect(withoutKey(margin)).toEqual(withoutKey({ ...oneOfEach.number, ...margin, mistakes: [] }));
    expect(JSON.stringify(withoutKey(margin))).not.toMatch(/mistakes|Anda|50/);
  });

  it('is written with a value and words, six at most', () => {
    const mistakes = (list: unknown) => questionSchema.safeParse({ ...margin, mistakes: list }).success;
    expect(mistakes([divided, forgotten])).toBe(true);
    for (const wrong of [[], [{ value: 1 }], [{ say: 'A' }], [{ ...divided, value: '50' }], [{ ...divided, x: 1 }]]) {
      expect(mistakes(wrong)).toBe(false);
    }
    expect(mistakes(Array.from({ length: 7 }, (_, value) => ({ value, say: 'A' })))).toBe(false);
  });
});

describe('an author is told of a mistake', () => {
  const withValues = (...values: readonly number[]) =>
    ({ ...margin, mistakes: values.map((value) => ({ value, say: 'A' })) }) satisfies NumberQuestion;

  it('that the key takes for right', () => {
    expect(namesOf(withValues(50, 33.3))).toEqual(['kesalahan-sama-dengan-kunci mistakes.1.value']);
    expect(namesOf(withValues(33.8))).toEqual(['kesalahan-sama-dengan-kunci mistakes.0.value']);
    expect(namesOf(withValues(33.9))).toEqual([]);
  });

  it('that cannot be told from another', () => {
    expect(namesOf(withValues(50, 50.4, 60))).toEqual(['kesalahan-ganda mistakes.1.value']);
    expect(namesOf({ ...withValues(50, 50.4, 60), tolerance: 0 })).toEqual([]);
  });

  it('outside a practice', () => {
    expect(namesOf(margin)).toEqual([]);
    expect(problemsOf(margin, { mode: 'assessment' })).toMatchObject([
      { name: 'hanya-untuk-latihan', path: ['mistakes'], isWarning: true },
    ]);
  });
});

it('a mistake more or other words for it are a change of wording, not of the key', () => {
  expect(classifyQuestion(margin, { ...margin, mistakes: [divided] })).toBe('wording');
  expect(classifyQuestion(margin, { ...margin, mistakes: [{ ...divided, say: 'Lain.' }, forgotten] })).toBe('wording');
  expect(classifyQuestion(margin, structuredClone(margin))).toBeUndefined();
});

it('the words for a mistake in an exam are looked for in every file that a browser can fetch', () => {
  expect(secretTexts(margin)).toContain(divided.say);
  const quiz = { ...sampleAssessment, questions: [margin] };
  const guard = openKeyGuard({ quizzes: [{ quiz, edition: 'x' }] } as unknown as Catalogue);
  expect(guard('a.html', Buffer.from(`<p>${divided.say}</p>`))).toHaveLength(1);
  const leaked = JSON.stringify({ ...withoutKey(margin), mistakes: [{ value: 50 }] });
  expect(guard('soal.json', Buffer.from(leaked))).toHaveLength(1);
  expect(guard('soal.json', Buffer.from(JSON.stringify(withoutKey(margin))))).toEqual([]);
});
