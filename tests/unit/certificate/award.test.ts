import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAward } from '#domain/certificate/award.ts';
import { percentOf } from '#domain/certificate/certificate.ts';
import type { Course } from '#domain/course/course.ts';
import { foldProgress } from '#domain/learning/progress.ts';
import { type RecordFlag, recordFlags } from '#domain/learning/record.ts';
import { counts, type GradedAttempt } from '#domain/learning/standing.ts';
import { countRules } from '#domain/quiz/quiz.ts';
import { certificateMessages } from '#messages/certificate.ts';

const course: Course = {
  ...{ id: 'up-202', code: 'UP-202', title: 'HPP', summary: '', pillar: 'usaha-produktif', audience: ['purna'] },
  ...{ outcomes: [], lessons: ['a', 'b', 'c'], assessment: 'ujian', sources: [] },
  completion: { lessons: 'all', gradeRatio: 0.75 },
  reviewed: { on: '2026-11-24', next: '2027-05-24' },
};

let seq = 0;
function tried(ratio: number, it: Partial<GradedAttempt> & { readonly flags?: readonly RecordFlag[] } = {}) {
  seq += 1;
  const grade = { earned: ratio, possible: 1, ratio, passed: ratio >= 0.75 };
  return { answeredAt: seq, recordedAt: seq, seq, flags: [], admitted: undefined, grade, ...it };
}

const read = course.lessons.map((lesson, at) => ({ lesson, recordedAt: 1000 + at }));
const rule = 'best' as const;

describe('a certificate', () => {
  test('is due when all is read and the exam is passed, of the best attempt, completed when the last of it was recorded', () => {
    const attempts = [tried(0.8), tried(0.9), tried(0.2)];
    expect(judgeAward(course, { lessonsRead: read, attempts, rule })).toEqual({
      ...{ kind: 'due', attempt: attempts[1], completedAt: 1002 },
    });
    const later = tried(0.9, { recordedAt: 2000 });
    expect(judgeAward(course, { lessonsRead: read, attempts: [later], rule })).toMatchObject({ completedAt: 2000 });
  });

  test('is not due before, and nobody is asked for a word then', () => {
    const [a, b] = read as [(typeof read)[0], (typeof read)[0]];
    expect(judgeAward(course, { lessonsRead: [a, b], attempts: [tried(1)], rule })).toBeUndefined();
    expect(judgeAward(course, { lessonsRead: read, attempts: [tried(0.74)], rule })).toBeUndefined();
    expect(
      judgeAward(course, { lessonsRead: [a, b], attempts: [tried(1, { flags: ['late'] })], rule }),
    ).toBeUndefined();
  });

  test('counts a lesson from the first time it was read, and a choice from when it was enough', () => {
    const attempts = [tried(1, { recordedAt: 1 })];
    const again = [...read, { lesson: 'a', recordedAt: 9000 }];
    expect(judgeAward(course, { lessonsRead: again, attempts, rule })).toMatchObject({ completedAt: 1002 });
    const choice: Course = { ...course, completion: { lessons: { atLeast: 1 }, gradeRatio: 0.75 } };
    expect(judgeAward(choice, { lessonsRead: read, attempts, rule })).toMatchObject({ completedAt: 1000 });
  });

  test.each(recordFlags.filter((flag) => flag !== 'old_edition'))(
    'waits for a trainer while its attempt is %s',
    (flag) => {
      const flagged = tried(1, { flags: [flag] });
      expect(judgeAward(course, { lessonsRead: read, attempts: [flagged], rule })).toEqual({
        kind: 'waits',
        attempt: flagged,
      });
      const admitted = { ...flagged, admitted: true };
      expect(judgeAward(course, { lessonsRead: read, attempts: [admitted], rule })).toMatchObject({ kind: 'due' });
      const declined = { ...flagged, admitted: false };
      expect(judgeAward(course, { lessonsRead: read, attempts: [declined], rule })).toBeUndefined();
    },
  );

  test('does not wait for an old edition, nor where another attempt is passed without a flag', () => {
    const old = tried(1, { flags: ['old_edition'] });
    expect(judgeAward(course, { lessonsRead: read, attempts: [old], rule })).toMatchObject({ kind: 'due' });
    const plain = tried(0.8);
    const attempts = [tried(1, { flags: ['late'] }), plain];
    expect(judgeAward(course, { lessonsRead: read, attempts, rule })).toMatchObject({ kind: 'due', attempt: plain });
  });

  test('where the last attempt counts is of that one', () => {
    const attempts = [tried(1), tried(0.1)];
    expect(judgeAward(course, { lessonsRead: read, attempts, rule: 'last' })).toBeUndefined();
    const flagged = [tried(1), tried(0.9, { flags: ['late'] })];
    expect(judgeAward(course, { lessonsRead: read, attempts: flagged, rule: 'last' })).toMatchObject({ kind: 'waits' });
  });

  test('is never due for a course that is not completed', () => {
    const attempt = fc.record({
      ratio: fc.constantFrom(0, 0.5, 0.75, 0.9, 1),
      flags: fc.subarray([...recordFlags], { maxLength: 2 }),
      admitted: fc.constantFrom(undefined, true, false),
    });
    fc.assert(
      fc.property(fc.array(attempt), fc.subarray(read), fc.constantFrom(...countRules), (tries, lessonsRead, rule) => {
        const attempts = tries.map(({ ratio, ...it }) => tried(ratio, it));
        const award = judgeAward(course, { lessonsRead, attempts, rule });
        const grades = attempts.filter(counts).map((it) => ({ ...it.grade, ...it, quiz: 'ujian' }));
        const { completed } = foldProgress(course, { lessonsRead, grades, counts: { ujian: rule } });
        if (award?.kind === 'due') expect(completed).toBe(true);
      }),
    );
  });
});

test('a percentage is never rounded up, and is said in words', () => {
  expect([0.749999, 0.75, 5 / 6, 0.29, 1].map(percentOf)).toEqual([74, 75, 83, 29, 100]);
  expect([0, 10, 11, 15, 20, 83, 95, 100].map(certificateMessages.grade)).toEqual([
    '0 dari 100 (nol), cukup',
    '10 dari 100 (sepuluh), cukup',
    '11 dari 100 (sebelas), cukup',
    '15 dari 100 (lima belas), cukup',
    '20 dari 100 (dua puluh), cukup',
    '83 dari 100 (delapan puluh tiga), baik',
    '95 dari 100 (sembilan puluh lima), istimewa',
    '100 dari 100 (seratus), istimewa',
  ]);
});
