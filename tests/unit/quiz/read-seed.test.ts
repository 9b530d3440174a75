import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishQuiz } from '#content/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { lintQuizzes } from '#domain/lint/quiz/quizzes.ts';
import type { Question } from '#domain/question/question.ts';
import { attemptSeed, seedNumber } from '#domain/quiz/draw/attempt-seed.ts';
import { isSeed } from '#domain/quiz/draw/draw.ts';
import { drawnQuestions, drawLessons } from '#domain/quiz/draw/drawn.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { arrangeQuestions, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { claimsRead, readGroups, withRead } from '#domain/quiz/draw/read-seed.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';
import { oneOfEach } from '../../support/questions.ts';

const [sample] = sampleCatalogue.courses as readonly [Course];
const chosen: Course = { ...sample, completion: { lessons: { atLeast: 1 }, gradeRatio: 0.75 } };
const about = (id: string, read?: string): Question => {
  const { read: _read, ...question } = oneOfEach['true-false'];
  return { ...question, id, ...(read !== undefined && { read }) };
};
/** Three of each of three lessons, four of none. */
const bank: readonly Question[] = [
  ...['a', 'b', 'c'].map((id) => about(id, 'taiwan')),
  ...['d', 'e', 'f'].map((id) => about(id, 'jepang')),
  ...['g', 'h', 'i'].map((id) => about(id, 'malaysia')),
  ...['w', 'x', 'y', 'z'].map((id) => about(id)),
];
const written: Quiz = {
  ...{ course: 'up-202', id: 'ujian', title: 'Ujian', mode: 'assessment', pass: 0.75, shuffle: true, draw: 6 },
  questions: bank,
};
const exam = publishQuiz(written, chosen).quiz;
const owner = { person: 'siti', course: 'up-202', quiz: 'ujian' };
const readings = fc.subarray(['taiwan', 'jepang', 'malaysia']);
const seedOf = (number: number, read: readonly string[]) =>
  withRead(attemptSeed(owner, number), drawLessons(exam), (lesson) => read.includes(lesson));

describe('an exam of a course where one chooses lessons', () => {
  it('asks about every lesson that was read, about no other, and as many questions as it says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), readings, (number, read) => {
        const questions = drawnQuestions(exam, seedOf(number, read));
        const lessons = new Set(questions.flatMap((it) => (it.kind === 'case' ? [] : (it.read ?? []))));
        expect(questions).toHaveLength(6);
        // Whoever has read nothing yet is asked about all.
        expect([...lessons].sort()).toEqual(read.length === 0 ? ['jepang', 'malaysia', 'taiwan'] : [...read].sort());
      }),
    );
  });

  it('asks on the phone what the server grades', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), readings, (number, read) => {
        const seed = seedOf(number, read);
        const shown = arrangeQuestions(publicQuiz({ quiz: exam, edition: 'x' }), seed).map(({ id }) => id);
        expect(shown).toEqual(drawnQuestions(exam, seed).map(({ id }) => id));
        expect(gradeAttempt(exam, { seed, responses: [] }).questions.map(({ question }) => question)).toEqual(shown);
      }),
    );
  });

  it('has seeds that tell their number and what was read, and only that', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), readings, (number, read) => {
        const seed = seedOf(number, read);
        expect([isSeed(seed), seedNumber(seed, owner), claimsRead(seed)]).toEqual([true, number, read.length > 0]);
        expect(readGroups(seed, drawLessons(exam)) ?? []).toEqual(drawLessons(exam).filter((it) => read.includes(it)));
        expect(seedNumber(seed, { ...owner, person: 'tini' })).toBeUndefined();
      }),
    );
  });

  it('draws seeds from before, and those that claim what cannot be, as if nothing were said', () => {
    const names = (seed: string) =>
      new Set(drawnQuestions(exam, seed).map(({ id }) => bank.find((it) => it.id === id)));
    for (const seed of ['0-abc', '0-abc-r0', '0-abc-r8', '0-abc-rzzzzzzzzzzz', '0-abc-r']) {
      expect(readGroups(seed, drawLessons(exam))).toBeUndefined();
      expect(names(seed).size).toBe(6);
    }
  });
});

it('only an exam of such a course draws so, and its edition says it', () => {
  expect(exam.drawRule).toBe('by-read-lesson');
  expect(publishQuiz(written, sample).quiz.drawRule).toBe('by-lesson');
  expect(publishQuiz(written, sample).edition).not.toBe(publishQuiz(written, chosen).edition);
  const plain = publicQuiz(publishQuiz(written, sample));
  expect(plain.drawLessons).toEqual([]);
  // A claim changes nothing where nothing is chosen.
  const ids = (seed: string) => new Set(arrangeQuestions({ ...plain, draw: 13 }, seed).map(({ id }) => id));
  expect(ids('0-abc-r1')).toEqual(new Set(bank.map(({ id }) => id)));
});

it('a bank that would ask less of whoever has read the least is its author’s fault', () => {
  const names = (draw: number, course: Course) => {
    const placeOf = () => ({ line: 1, column: 1 });
    const quiz = { file: 'x.quiz.yaml', placeOf, value: { ...written, draw } };
    const courses = [{ file: 'course.yaml', placeOf, value: course }];
    const content = { courses, lessons: [], guides: [], quizzes: [quiz], files: [] };
    return lintQuizzes(content).flatMap(({ name, message }) =>
      name.startsWith('undian') ? [`${name}: ${message}`] : [],
    );
  };
  expect(names(7, chosen)).toEqual([]);
  expect(names(8, chosen)).toEqual([
    expect.stringContaining(
      'undian-kurang-untuk-pilihan: draw: 8, tetapi peserta yang hanya membaca taiwan mendapat 7',
    ),
  ]);
  expect(names(8, sample)).toEqual([]);
});
