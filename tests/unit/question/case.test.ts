import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '#domain/quiz/answers.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { type CaseQuestion, expandCases, numberQuestions } from '#domain/question/case.ts';
import { formValues } from '#domain/question/simple.ts';
import { type Question, questionKinds, withoutKey } from '#domain/question/question.ts';
import { arrangeQuestions, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { anyGiven, oneOfEach, oneOfEachKind } from '../../support/questions.ts';

const kasus: CaseQuestion = {
  kind: 'case',
  id: 'kasus',
  story: 'Bu Tuti membuat opak.',
  questions: oneOfEachKind,
  rationale: 'RAHASIA',
  source: 'B-HPP-1',
  read: 'rahasia',
};
const questions: readonly Question[] = [...oneOfEachKind, kasus];
const quiz: Quiz = {
  ...{ course: 'up-202', id: 'ujian', title: 'Ujian', mode: 'assessment', pass: 0.75, shuffle: true, draw: 3 },
  questions,
};
const seeds = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);

describe('a case', () => {
  it('is one of the kinds a quiz may hold', () => {
    expect(questions.map(({ kind }) => kind)).toEqual(questionKinds);
  });

  it('expands to its sub-questions in place, with its id before theirs', () => {
    expect(expandCases([oneOfEach.single, kasus, oneOfEach.number]).map(({ id }) => id)).toEqual([
      'tunggal',
      ...oneOfEachKind.map(({ id }) => `kasus/${id}`),
      'angka',
    ]);
  });

  it('shows the same whether the key is taken away before or after it is expanded', () => {
    expect(expandCases([withoutKey(kasus)])).toEqual(expandCases([kasus]).map((sub) => withoutKey(sub)));
    expect(JSON.stringify(withoutKey(kasus))).not.toMatch(/RAHASIA|rahasia|12780|B-HPP|kontribusi|neighbours/);
  });

  it('has one number, and its sub-questions a letter each', () => {
    const [a, b] = [oneOfEach.single, oneOfEach.number];
    expect([...numberQuestions([a, { ...kasus, questions: [a, b] }, b]).values()]).toEqual(['1', '2a', '2b', '3']);
  });

  it('is drawn as a whole, and graded as all that is asked in it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const shown = expandCases(arrangeQuestions(publicQuiz({ quiz, edition: 'x' }), seed));
        const isDrawn = shown.some(({ id }) => id.startsWith('kasus/'));
        expect(shown.length).toBe(isDrawn ? 2 + oneOfEachKind.length : 3);
        const grade = gradeAttempt(quiz, { seed, responses: [] });
        expect(grade.questions.map(({ question }) => question)).toEqual(shown.map(({ id }) => id));
      }),
    );
  });
});

describe('a quiz of every kind', () => {
  const byId = new Map(expandCases(questions).map((question) => [question.id, question]));
  const responses = fc.array(fc.record({ question: fc.constantFrom(...byId.keys()), given: anyGiven() }));

  it('is graded whatever was given: never below nothing, never above what there is, however it is shuffled', () => {
    const distinct = responses.map((all) =>
      all.filter(({ question }, at) => all.findIndex((it) => it.question === question) === at),
    );
    fc.assert(
      fc.property(distinct, seeds, (responses, seed) => {
        const { questions: rows, ...grade } = gradeAttempt(quiz, { seed, responses });
        expect(rows.every(({ earned, possible }) => earned >= 0 && earned <= possible)).toBe(true);
        const shuffled = { ...quiz, questions: [...questions].reverse() };
        expect(gradeAttempt(shuffled, { seed, responses: [...responses].reverse() })).toMatchObject(grade);
      }),
    );
  });

  it('earns everything for what its own form reads of the right answers, with every seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const shown = expandCases(arrangeQuestions(publicQuiz({ quiz, edition: 'x' }), seed));
        const { responses, missing, partial } = readAnswers(shown, (id) => {
          const question = byId.get(id);
          return question === undefined ? [] : formValues(withoutKey(question), rightResponse(question));
        });
        expect([missing, partial]).toEqual([[], []]);
        expect(gradeAttempt(quiz, { seed, responses }).ratio).toBe(1);
      }),
    );
  });

  it('says of a half-filled question that it is missing, and keeps what was filled in', () => {
    const open = [withoutKey(oneOfEach.match), withoutKey(oneOfEach.order), withoutKey(oneOfEach.number)];
    const values = new Map([
      ['pasangan', ['gula=tetap', '', '']],
      ['urutan', ['buka=1', '', '', '']],
    ]);
    expect(readAnswers(open, (id) => values.get(id) ?? [])).toEqual({
      responses: [{ question: 'pasangan', given: { pairs: { gula: 'tetap' } } }],
      missing: ['pasangan', 'urutan', 'angka'],
      partial: ['pasangan', 'urutan'],
      unclear: new Map(),
    });
  });

  it('keeps choices that are fixed at the end, and shuffles the others by the seed', () => {
    const last = { id: 'semua', text: 'Semua benar', fixed: true };
    const fixed = { ...oneOfEach.single, choices: [last, ...oneOfEach.single.choices] };
    const orders = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const open = publicQuiz({ quiz: { ...quiz, questions: [fixed] }, edition: 'x' });
      const [shown] = arrangeQuestions(open, String(seed));
      if (shown?.kind !== 'single') throw new Error('another kind');
      expect(shown.choices.at(-1)).toEqual(last);
      orders.add(shown.choices.map(({ id }) => id).join());
    }
    expect(orders.size).toBe(6);
  });
});
