import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishQuiz } from '#content/catalogue.ts';
import { lintQuizzes } from '#domain/lint/quiz/quizzes.ts';
import type { CaseQuestion } from '#domain/question/case.ts';
import type { Question } from '#domain/question/question.ts';
import { drawQuestions } from '#domain/quiz/draw/draw.ts';
import { drawGroups, drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import { findEditionChanges } from '#domain/quiz/edition-change.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { arrangeQuestions, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { oneOfEach } from '../../support/questions.ts';

const seeds = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);
const about = (id: string, read?: string): Question => {
  const { read: _read, ...question } = oneOfEach['true-false'];
  return { ...question, id, ...(read !== undefined && { read }) };
};
/** Six of one lesson, one of each of two others, four of none. */
const bank: readonly Question[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => about(id, 'biaya')),
  ...[about('g', 'laba'), about('h', 'harga')],
  ...['i', 'j', 'k', 'l'].map((id) => about(id)),
];
const exam: Quiz = {
  ...{ course: 'up-202', id: 'ujian', title: 'Ujian', mode: 'assessment', pass: 0.75, shuffle: true, draw: 4 },
  ...{ drawRule: 'by-lesson', questions: bank },
};
const idsOf = (quiz: Quiz, seed: string) => drawnQuestions(quiz, seed).map(({ id }) => id);

describe('an exam that draws by lesson', () => {
  it('asks at least one question about each lesson that its bank names, and as many as it says', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 3, max: 14 }), fc.boolean(), (seed, draw, shuffle) => {
        const ids = idsOf({ ...exam, draw, shuffle }, seed);
        expect(new Set(ids).size).toBe(Math.min(draw, bank.length));
        expect(ids).toEqual(expect.arrayContaining(['g', 'h']));
        expect(ids.some((id) => 'abcdef'.includes(id))).toBe(true);
      }),
    );
  });

  it('draws the rest by chance: every question of a lesson, and those of none, come up', () => {
    const drawn = Array.from({ length: 500 }, (_, at) => idsOf(exam, `seed-${at}`)).flat();
    const times = (id: string) => drawn.filter((it) => it === id).length;
    for (const id of 'abcdef') expect(times(id)).toBeGreaterThan(50);
    for (const id of 'ijkl') expect(times(id)).toBeGreaterThan(10);
    expect(times('g')).toBe(500);
  });

  it('draws by the names of questions, wherever they stand in the bank', () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray([...bank], { minLength: bank.length }), (seed, questions) => {
        expect(idsOf({ ...exam, questions }, seed)).toEqual(idsOf(exam, seed));
      }),
    );
  });

  it('asks on the phone what the server grades', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, shuffle) => {
        const quiz = { ...exam, shuffle };
        const shown = arrangeQuestions(publicQuiz({ quiz, edition: 'x' }), seed).map(({ id }) => id);
        expect(shown).toEqual(idsOf(quiz, seed));
        expect(gradeAttempt(quiz, { seed, responses: [] }).questions.map(({ question }) => question)).toEqual(shown);
      }),
    );
    expect(JSON.stringify(publicQuiz({ quiz: exam, edition: 'x' }))).not.toMatch(/biaya|laba|harga/);
  });

  it('counts a case for its own lesson and for those of its questions', () => {
    const kasus: CaseQuestion = {
      ...{ kind: 'case', id: 'kasus', story: 'Cerita.', rationale: 'Begitu.', read: 'laba' },
      questions: [oneOfEach.single, { ...oneOfEach.number, read: 'harga' }],
    };
    const quiz: Quiz = { ...exam, questions: [...bank.filter(({ id }) => id !== 'g' && id !== 'h'), kasus] };
    expect(drawGroups(quiz).map((group) => group.join())).toEqual(['a,b,c,d,e,f', 'kasus', 'kasus', 'kasus']);
    for (let at = 0; at < 50; at += 1) expect(idsOf(quiz, `seed-${at}`)).toContain('kasus');
  });

  it('covers as many lessons as it can where it draws fewer than there are', () => {
    const groups = [['a', 'b'], ['c'], ['d']];
    const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = drawQuestions(ids, { draw: 2, shuffle: true, seed, groups });
        expect(drawn).toHaveLength(2);
        expect(new Set(drawn.map((id) => groups.findIndex((group) => group.includes(id)))).size).toBe(2);
        expect(drawn).not.toContain('e');
      }),
    );
  });
});

describe('an edition from before', () => {
  const { drawRule: _rule, ...before } = exam;

  it('is drawn as it always was, and graded so', () => {
    const drawn = Array.from({ length: 200 }, (_, at) => idsOf(before, `seed-${at}`));
    expect(drawn.some((ids) => !ids.includes('g'))).toBe(true);
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(idsOf(before, seed)).toEqual(drawQuestions(bank, { draw: 4, shuffle: true, seed }));
      }),
    );
  });

  it('is another edition than the one that draws by lesson', () => {
    expect(findEditionChanges(before, exam)).toEqual([{ class: 'content', where: ['drawRule'] }]);
    expect(publishQuiz(before).quiz).toEqual(exam);
    const { draw: _draw, ...whole } = before;
    expect(publishQuiz(whole).quiz).toEqual(whole);
    const unnamed = { ...before, questions: bank.filter(({ id }) => 'ijkl'.includes(id)) };
    expect(publishQuiz(unnamed).quiz).toEqual(unnamed);
  });
});

it('a bank that names more lessons than it draws is its author’s fault', () => {
  const names = (draw: number) => {
    const quiz = { file: 'x.quiz.yaml', placeOf: () => ({ line: 1, column: 1 }), value: { ...exam, draw } };
    const content = { courses: [], lessons: [], guides: [], quizzes: [quiz], files: [] };
    return lintQuizzes(content).flatMap(({ name, message }) =>
      name.startsWith('undian') ? [`${name}: ${message}`] : [],
    );
  };
  expect(names(2)).toEqual([
    expect.stringContaining('undian-kurang-untuk-pelajaran: draw: 2 kurang untuk 3 pelajaran'),
  ]);
  expect(names(3)).toEqual([]);
});
