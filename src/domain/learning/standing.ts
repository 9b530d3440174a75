import { type CountRule, pickCounted } from './progress.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { RecordFlag } from './record.ts';

/** One recorded attempt under the grade that counts now; instants in milliseconds since 1970. */
export interface GradedAttempt {
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  readonly flags: readonly RecordFlag[];
  readonly grade: {
    readonly earned: number;
    readonly possible: number;
    readonly ratio: number;
    readonly passed: boolean;
  };
}

/** How a participant stands with a quiz. */
export interface Standing {
  /** Whether an attempt within the limit is passed. */
  readonly passed: boolean;
  /** Attempts recorded so far. */
  readonly attempts: number;
  /** Attempts that may still count; undefined without a limit. */
  readonly left: number | undefined;
  /** When the next attempt may begin; undefined when it may now. */
  readonly mayStartAt: number | undefined;
}

export function foldStanding(
  { attempts: limit, waitMinutes = 0 }: Pick<Quiz, 'attempts' | 'waitMinutes'>,
  attempts: readonly GradedAttempt[],
  now: number,
): Standing {
  const endedAt = Math.max(0, ...attempts.map((attempt) => Math.min(endOf(attempt), now)));
  const mayStartAt = endedAt + waitMinutes * 60_000;
  return {
    passed: attempts.some(({ flags, grade }) => grade.passed && !flags.includes('over_limit')),
    attempts: attempts.length,
    left: limit === undefined ? undefined : Math.max(0, limit - attempts.length),
    mayStartAt: mayStartAt > now ? mayStartAt : undefined,
  };
}

/** When an attempt ended at the latest: no phone can have answered after the server had it. */
export function endOf({ answeredAt, recordedAt }: Pick<GradedAttempt, 'answeredAt' | 'recordedAt'>): number {
  return Math.min(answeredAt, recordedAt);
}

/** The attempt that counts; none over the limit ever does. */
export function findCounted<A extends GradedAttempt>(attempts: readonly A[], rule: CountRule): A | undefined {
  const within = attempts.filter(({ flags }) => !flags.includes('over_limit'));
  return pickCounted(
    within.map((attempt) => ({ attempt, recordedAt: attempt.recordedAt, seq: attempt.seq, ...attempt.grade })),
    rule,
  )?.attempt;
}
