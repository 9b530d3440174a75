import type { Points } from '#domain/quiz/grading.ts';
import { attemptRules } from '#domain/quiz/attempt-rules.ts';
import type { CountRule, Quiz } from '#domain/quiz/quiz.ts';
import { doubtfulFlags, holdingFlags, type RecordFlag } from './record.ts';

/** One recorded attempt under the grade that counts now; instants in milliseconds since 1970. */
export interface GradedAttempt {
  readonly answeredAt: number;
  readonly recordedAt: number;
  /** Orders attempts that arrived together: the phone's counter. */
  readonly seq: number;
  readonly flags: readonly RecordFlag[];
  /** Staff's word on an attempt that its flags hold back; undefined while nobody has said anything. */
  readonly admitted: boolean | undefined;
  readonly grade: Points;
}

/** How a participant stands with a quiz. */
export interface Standing {
  /** Whether an attempt that counts is passed. */
  readonly passed: boolean;
  /** Attempts recorded so far. */
  readonly attempts: number;
  /** Attempts that may still count; undefined without a limit. */
  readonly left: number | undefined;
  /** When the next attempt may begin; undefined when it may now. */
  readonly mayStartAt: number | undefined;
}

export function foldStanding(
  quiz: Pick<Quiz, 'mode' | 'attempts' | 'waitMinutes'>,
  attempts: readonly GradedAttempt[],
  now: number,
): Standing {
  const { attempts: limit, waitMinutes } = attemptRules(quiz);
  const endedAt = Math.max(0, ...attempts.map((attempt) => Math.min(endOf(attempt), now)));
  const mayStartAt = endedAt + waitMinutes * 60_000;
  return {
    passed: hasPassed(attempts),
    attempts: attempts.length,
    left: limit === undefined ? undefined : Math.max(0, limit - attempts.length),
    mayStartAt: mayStartAt > now ? mayStartAt : undefined,
  };
}

/** When an attempt ended at the latest: no phone can have answered after the server had it. */
export function endOf({ answeredAt, recordedAt }: Pick<GradedAttempt, 'answeredAt' | 'recordedAt'>): number {
  return Math.min(answeredAt, recordedAt);
}

/** Whether an attempt counts: not when its flags hold it back, unless staff took it in. */
export function counts({ flags, admitted }: Pick<GradedAttempt, 'flags' | 'admitted'>): boolean {
  return admitted ?? !isHeld(flags);
}

/** Whether flags hold an attempt back until a trainer takes it in. */
export function isHeld(flags: readonly RecordFlag[]): boolean {
  return flags.some((flag) => holdingFlags.includes(flag));
}

/** Whether flags leave it open what an attempt proves: staff may then say whether it counts. */
export function isDoubtful(flags: readonly RecordFlag[]): boolean {
  return flags.some((flag) => doubtfulFlags.includes(flag));
}

/** Whether an attempt waits for a trainer's word. */
export function waitsForStaff({ flags, admitted }: Pick<GradedAttempt, 'flags' | 'admitted'>): boolean {
  return admitted === undefined && isHeld(flags);
}

/** Whether one of the attempts is passed and counts. */
export function hasPassed(attempts: readonly Pick<GradedAttempt, 'flags' | 'admitted' | 'grade'>[]): boolean {
  return attempts.some((attempt) => attempt.grade.passed && counts(attempt));
}

/** Of the attempts that count the one that the rule picks; undefined when there is none. */
export function findCounted<A extends GradedAttempt>(attempts: readonly A[], rule: CountRule): A | undefined {
  const within = attempts
    .filter(counts)
    .map((attempt) => ({ attempt, recordedAt: attempt.recordedAt, seq: attempt.seq, ...attempt.grade }));
  return pickCounted(within, rule)?.attempt;
}

/** The points of an attempt, and its place among the others. */
export interface PlacedPoints extends Points {
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly seq?: number;
}

/** The one that the rule picks; undefined when there is none. The order they come in changes nothing. */
export function pickCounted<P extends PlacedPoints>(attempts: readonly P[], rule: CountRule): P | undefined {
  const [first, ...more] = attempts;
  if (first === undefined) return undefined;
  return more.reduce((counted, it) => (goesBefore[rule](it, counted) ? it : counted), first);
}

const goesBefore: Readonly<Record<CountRule, (a: PlacedPoints, b: PlacedPoints) => boolean>> = {
  best: isBetter,
  last: isLater,
  first: (a, b) => isLater(b, a),
};

function isLater(a: PlacedPoints, b: PlacedPoints): boolean {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt;
  const seqA = a.seq ?? 0;
  const seqB = b.seq ?? 0;
  return seqA === seqB ? isBetter(a, b) : seqA > seqB;
}

/** A total order, so that the best of the same grades is always the same one. */
function isBetter(a: PlacedPoints, b: PlacedPoints): boolean {
  if (a.ratio !== b.ratio) return a.ratio > b.ratio;
  if (a.passed !== b.passed) return a.passed;
  if (a.possible !== b.possible) return a.possible > b.possible;
  return a.earned > b.earned;
}
