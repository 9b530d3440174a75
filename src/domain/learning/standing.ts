import type { Grade } from '#domain/quiz/grading.ts';
import type { CountRule, Quiz } from '#domain/quiz/quiz.ts';
import type { RecordFlag } from './record.ts';

/** One recorded attempt under the grade that counts now; instants in milliseconds since 1970. */
export interface GradedAttempt {
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  readonly flags: readonly RecordFlag[];
  readonly grade: Pick<Grade, 'earned' | 'possible' | 'ratio' | 'passed'>;
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

/** A grade, and when its attempt arrived. */
type Graded = GradedAttempt['grade'] & Pick<GradedAttempt, 'recordedAt'> & Partial<Pick<GradedAttempt, 'seq'>>;

/** The attempt that counts; undefined when there is none. The order they come in changes nothing. */
export function pickCounted<G extends Graded>(attempts: readonly G[], rule: CountRule): G | undefined {
  const [first, ...more] = attempts;
  if (first === undefined) return undefined;
  return more.reduce((counted, it) => (goesBefore[rule](it, counted) ? it : counted), first);
}

const goesBefore: Readonly<Record<CountRule, (a: Graded, b: Graded) => boolean>> = {
  best: isBetter,
  last: isLater,
  first: (a, b) => isLater(b, a),
};

function isLater(a: Graded, b: Graded): boolean {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt;
  const [seqA, seqB] = [a.seq ?? 0, b.seq ?? 0];
  return seqA === seqB ? isBetter(a, b) : seqA > seqB;
}

/** A total order, so that the best of the same grades is always the same one. */
function isBetter(a: Graded, b: Graded): boolean {
  if (a.ratio !== b.ratio) return a.ratio > b.ratio;
  if (a.passed !== b.passed) return a.passed;
  if (a.possible !== b.possible) return a.possible > b.possible;
  return a.earned > b.earned;
}
