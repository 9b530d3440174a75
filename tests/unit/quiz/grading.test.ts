import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import type { Question } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';

const question = (at: number): Question => {
  const base = { id: `soal-${at}`, prompt: `Soal ${at}?`, rationale: 'Sebab.', points: 1 + (at % 3) };
  const choices = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
  if (at % 4 === 0) return { ...base, kind: 'single', choices, key: 'a' };
  if (at % 4 === 1) return { ...base, kind: 'multiple', choices, key: ['a', 'b', 'c'] };
  if (at % 4 === 2) return { ...base, kind: 'true-false', key: true };
  return { ...base, kind: 'number', key: at, tolerance: 0 };
};
const quiz = (size: number, draw?: number, shuffle = true): Quiz => ({
  course: 'up-202',
  id: 'ujian-akhir',
  title: 'Ujian',
  mode: 'assessment',
  pass: 0.7,
  shuffle,
  ...(draw !== undefined && { draw }),
  questions: Array.from({ length: size }, (_, at) => question(at)),
});
const right = (at: number): unknown =>
  [{ choice: 'a' }, { choices: ['a', 'b', 'c'] }, { value: true }, { text: String(at) }][at % 4];
const responses = fc.array(
  fc.record({
    question: fc.integer({ min: 0, max: 25 }).map((at) => `soal-${at}`),
    given: fc.oneof(
      fc.anything(),
      fc.integer({ min: 0, max: 25 }).map(right),
      fc.record({ choices: fc.subarray(['a', 'b', 'c']) }),
    ),
  }),
  { maxLength: 30 },
);
const quizzes = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }), fc.boolean())
  .map(([size, draw, shuffle]) => quiz(size, draw, shuffle));
const seeds = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);

describe('gradeAttempt', () => {
  it('never gives less than nothing or more than there is, and adds up', () => {
    fc.assert(
      fc.property(quizzes, responses, seeds, (quiz, responses, seed) => {
        const grade = gradeAttempt(quiz, { seed, responses });
        for (const { earned, possible } of grade.questions) {
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(possible);
        }
        expect(grade.questions.length).toBe(Math.min(quiz.draw ?? Number.POSITIVE_INFINITY, quiz.questions.length));
        expect(grade.earned).toBeCloseTo(
          grade.questions.reduce((sum, { earned }) => sum + earned, 0),
          9,
        );
        expect(grade.possible).toBe(grade.questions.reduce((sum, { possible }) => sum + possible, 0));
        expect(grade.ratio).toBeCloseTo(grade.earned / grade.possible, 12);
        expect(grade.passed).toBe(grade.ratio >= quiz.pass - 1e-9);
      }),
    );
  });

  it('does not depend on the order of the responses or of the questions in the bank', () => {
    const distinct = responses.map((all) =>
      all.filter(({ question }, at) => all.findIndex((it) => it.question === question) === at),
    );
    fc.assert(
      fc.property(quizzes, distinct, seeds, (quiz, responses, seed) => {
        const { questions, ...grade } = gradeAttempt(quiz, { seed, responses });
        const shuffled = gradeAttempt(
          { ...quiz, questions: [...quiz.questions].reverse() },
          { seed, responses: [...responses].reverse() },
        );
        const byName = (all: typeof questions) => [...all].sort((a, b) => (a.question < b.question ? -1 : 1));
        expect(shuffled).toMatchObject(grade);
        expect(byName(shuffled.questions)).toEqual(byName(questions));
      }),
    );
  });

  it('gives everything for all keys and nothing for silence', () => {
    fc.assert(
      fc.property(quizzes, seeds, (quiz, seed) => {
        const all = quiz.questions.map(({ id }, at) => ({ question: id, given: right(at) }));
        expect(gradeAttempt(quiz, { seed, responses: all })).toMatchObject({ ratio: 1, passed: true });
        expect(gradeAttempt(quiz, { seed, responses: [] })).toMatchObject({ earned: 0, ratio: 0, passed: false });
      }),
    );
  });

  it('counts no response to a question that was not drawn', () => {
    const bank = quiz(20, 5);
    const drawn = gradeAttempt(bank, { seed: 'x', responses: [] }).questions.map((it) => it.question);
    const others = bank.questions.flatMap(({ id }, at) =>
      drawn.includes(id) ? [] : [{ question: id, given: right(at) }],
    );
    expect(others.length).toBe(15);
    expect(gradeAttempt(bank, { seed: 'x', responses: others }).earned).toBe(0);
  });

  it('passes at exactly the limit, although binary fractions may fall short of it', () => {
    const ten: Quiz = {
      ...quiz(1),
      questions: Array.from({ length: 10 }, (_, at) => ({ ...question(4 * at), points: 1 })),
    };
    const responses = ten.questions.slice(0, 7).map(({ id }) => ({ question: id, given: { choice: 'a' } }));
    expect(gradeAttempt(ten, { seed: 's', responses })).toMatchObject({ earned: 7, possible: 10, passed: true });
    expect(gradeAttempt(ten, { seed: 's', responses: responses.slice(1) }).passed).toBe(false);
  });

  it('counts the first of two responses to one question', () => {
    const one = quiz(1);
    const responses = [
      { question: 'soal-0', given: { choice: 'b' } },
      { question: 'soal-0', given: { choice: 'a' } },
    ];
    expect(gradeAttempt(one, { seed: 's', responses }).earned).toBe(0);
  });
});
