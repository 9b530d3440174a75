import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '#domain/course/course.ts';
import { foldProgress, type ProgressFacts } from '#domain/learning/progress.ts';

const course: Course = {
  id: 'up-202',
  code: 'UP-202',
  title: 'HPP',
  summary: 'Menghitung.',
  pillar: 'usaha-produktif',
  audience: ['purna'],
  outcomes: [],
  lessons: ['biaya', 'hpp', 'harga'],
  assessment: 'ujian-akhir',
  completion: { lessons: 'all', gradeRatio: 0.75 },
  sources: [],
  reviewed: { on: '2026-11-24', next: '2027-05-24' },
};
const read = (...lessons: string[]) => lessons.map((lesson) => ({ lesson }));
const grade = (quiz: string, earned: number, possible = 4, recordedAt = 0) => {
  return { quiz, earned, possible, ratio: earned / possible, passed: earned / possible >= 0.75, recordedAt };
};

describe('foldProgress', () => {
  it('starts with everything missing and the first lesson next', () => {
    expect(foldProgress(course, { lessonsRead: [], grades: [] })).toEqual({
      lessonsRead: [],
      quizzes: {},
      completed: false,
      missing: ['biaya', 'hpp', 'harga', 'ujian-akhir'],
      next: { kind: 'lesson', id: 'biaya' },
    });
  });

  it('goes on with the first unread lesson, then with the assessment, then with nothing', () => {
    const next =
      (...facts: Parameters<typeof grade>[1][]) =>
      (lessons: string[]) =>
        foldProgress(course, { lessonsRead: read(...lessons), grades: facts.map((it) => grade('ujian-akhir', it)) })
          .next;
    expect(next()(['harga', 'biaya'])).toEqual({ kind: 'lesson', id: 'hpp' });
    expect(next(2)(['biaya', 'hpp', 'harga'])).toEqual({ kind: 'assessment', id: 'ujian-akhir' });
    expect(next(3)(['biaya', 'hpp', 'harga'])).toBeUndefined();
  });

  it('is complete with all lessons read and the best assessment at the course’s limit', () => {
    const lessonsRead = read('harga', 'hpp', 'biaya');
    const grades = [grade('ujian-akhir', 3, 4, 1), grade('ujian-akhir', 1, 4, 2), grade('biaya', 4)];
    expect(foldProgress(course, { lessonsRead, grades })).toEqual({
      lessonsRead: ['biaya', 'hpp', 'harga'],
      quizzes: {
        biaya: { best: { earned: 4, possible: 4, ratio: 1, passed: true }, attempts: 1 },
        'ujian-akhir': { best: { earned: 3, possible: 4, ratio: 0.75, passed: true }, attempts: 2 },
      },
      completed: true,
      missing: [],
    });
  });

  it('asks only for the lessons that count', () => {
    const short: Course = { ...course, completion: { lessons: ['harga', 'biaya'], gradeRatio: 0.75 } };
    expect(foldProgress(short, { lessonsRead: [], grades: [] }).missing).toEqual(['biaya', 'harga', 'ujian-akhir']);
    const done = foldProgress(short, { lessonsRead: read('biaya', 'harga'), grades: [grade('ujian-akhir', 4)] });
    expect(done.completed).toBe(true);
  });

  it('is complete with as many lessons as the course asks for, whichever they are', () => {
    const choice: Course = { ...course, completion: { lessons: { atLeast: 1 }, gradeRatio: 0.75 } };
    const fold = (lessons: string[], earned: number[]) =>
      foldProgress(choice, { lessonsRead: read(...lessons), grades: earned.map((it) => grade('ujian-akhir', it)) });
    expect(fold([], [])).toMatchObject({
      missing: ['biaya', 'hpp', 'harga', 'ujian-akhir'],
      lessonsToChoose: 1,
      next: { kind: 'course', id: 'up-202' },
    });
    expect(fold(['hpp'], [])).toMatchObject({ missing: ['ujian-akhir'], next: { kind: 'assessment' } });
    expect(fold(['hpp'], [])).not.toHaveProperty('lessonsToChoose');
    expect(fold(['lama'], [4])).toMatchObject({ completed: false, lessonsToChoose: 1 });
    expect(fold(['harga'], [4])).toMatchObject({ completed: true, missing: [] });
    expect(fold(['harga'], [4])).not.toHaveProperty('next');
  });

  it('names the lessons again when every one left is needed', () => {
    const choice: Course = { ...course, completion: { lessons: { atLeast: 3 }, gradeRatio: 0.75 } };
    const folded = foldProgress(choice, { lessonsRead: read('hpp'), grades: [] });
    expect(folded.missing).toEqual(['biaya', 'harga', 'ujian-akhir']);
    expect(folded).not.toHaveProperty('lessonsToChoose');
  });

  it('forgets lessons that left the course', () => {
    expect(foldProgress(course, { lessonsRead: read('lama'), grades: [] }).lessonsRead).toEqual([]);
  });

  it('gives the same for the same facts in any order, told once or twice', () => {
    const facts = fc.record({
      lessonsRead: fc.array(fc.constantFrom('biaya', 'hpp', 'harga', 'lama').map((lesson) => ({ lesson }))),
      grades: fc.array(
        fc
          .tuple(
            fc.constantFrom('ujian-akhir', 'biaya', '__proto__'),
            fc.nat(8),
            fc.constantFrom(4, 8),
            fc.boolean(),
            fc.nat(),
          )
          .map(([quiz, earned, possible, passed, recordedAt]) => {
            return { quiz, earned, possible, ratio: Math.min(1, earned / possible), passed, recordedAt };
          }),
      ),
    });
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (facts: ProgressFacts, keys) => {
        const mixed = <T>(all: readonly T[]): T[] =>
          all
            .map((it) => ({ it, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ it }) => it);
        const folded = foldProgress(course, facts);
        const again = foldProgress(course, {
          lessonsRead: mixed([...facts.lessonsRead, ...facts.lessonsRead]),
          grades: mixed(facts.grades),
        });
        expect(again).toEqual(folded);
        expect(JSON.stringify(again)).toBe(JSON.stringify(folded));
      }),
    );
  });

  it('never loses ground when something is added', () => {
    const ratios = fc.array(fc.nat(4), { minLength: 1 });
    fc.assert(
      fc.property(ratios, fc.nat(4), (earned, more) => {
        const best = (all: readonly number[]) =>
          foldProgress(course, { lessonsRead: [], grades: all.map((it) => grade('ujian-akhir', it)) }).quizzes[
            'ujian-akhir'
          ]?.best.ratio ?? 0;
        expect(best([...earned, more])).toBeGreaterThanOrEqual(best(earned));
      }),
    );
  });
});
