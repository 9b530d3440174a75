import { seedNumber } from '#domain/quiz/draw/attempt-seed.ts';
import { drawLessons } from '#domain/quiz/draw/drawn.ts';
import { claimsRead, readGroups } from '#domain/quiz/draw/read-seed.ts';
import { type AttemptRules, attemptRules } from '#domain/quiz/attempt-rules.ts';
import { endedAt, windowFlags } from '#domain/learning/cohort.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { AttemptRecord, RecordFlag } from '#domain/learning/record.ts';
import { isTooFast } from '#domain/quiz/pace.ts';
import { isLate } from '#domain/quiz/time-limit.ts';

/** Flags of an attempt that hang on nothing but the attempt; `recordedAt` in milliseconds since 1970. */
export function findOwnFlags(quiz: Quiz, record: AttemptRecord, recordedAt: number): readonly RecordFlag[] {
  const startedAt = Date.parse(record.startedAt);
  const answeredAt = Date.parse(record.answeredAt);
  const flags: RecordFlag[] = [];
  if (isLate(quiz.timeLimitMinutes, { startedAt, answeredAt, recordedAt })) flags.push('late');
  if (quiz.mode === 'assessment' && isTooFast(record.responses.length, { startedAt, answeredAt })) {
    flags.push('too_fast');
  }
  if (isDrawn(quiz) && !isOwnSeed(quiz, record)) flags.push('own_draw');
  return flags;
}

function isOwnSeed(quiz: Quiz, record: AttemptRecord): boolean {
  if (seedNumber(record.seed, record) === undefined) return false;
  return !claimsRead(record.seed) || readGroups(record.seed, drawLessons(quiz)) !== undefined;
}

/** What the flags that hang on other rows are judged by, as the row is written; null where there is nothing to judge. */
export interface FlagLimits {
  /** The last ordinal that counts. */
  readonly most: number | null;
  /** The number that the seed claims: so many attempts must have been made before. */
  readonly number: number | null;
  /** The lessons that the seed says were read. */
  readonly read: readonly string[] | null;
  /** No other attempt may end between these instants. */
  readonly restFrom: number | null;
  readonly restUntil: number | null;
  /** When an assessment began and ended, for the dates of the participant's cohort. */
  readonly beganAt: number | null;
  readonly endedAt: number | null;
}

/** `rules` are the quiz's of today, whatever edition was answered. */
export function flagLimits(
  quiz: Quiz,
  { record, rules, recordedAt }: { readonly record: AttemptRecord; readonly rules: Quiz; readonly recordedAt: number },
): FlagLimits {
  const { attempts = null, waitMinutes } = attemptRules(rules);
  const isAssessment = quiz.mode === 'assessment';
  const beganAt = Math.min(Date.parse(record.startedAt), recordedAt);
  return {
    most: attempts,
    number: isDrawn(quiz) ? (seedNumber(record.seed, record) ?? null) : null,
    read: readGroups(record.seed, drawLessons(quiz)) ?? null,
    ...restOf(record, waitMinutes, recordedAt),
    beganAt: isAssessment ? beganAt : null,
    endedAt: isAssessment ? endedAt({ answeredAt: Date.parse(record.answeredAt), recordedAt }) : null,
  };
}

/** The same for a sheet of paper: staff were there and say its day, so that limits, pauses and draws are theirs to know. */
export function paperFlagLimits(quiz: Quiz, { record }: Parameters<typeof flagLimits>[1]): FlagLimits {
  const at = quiz.mode === 'assessment' ? Date.parse(record.answeredAt) : null;
  return { most: null, number: null, read: null, restFrom: null, restUntil: null, beganAt: at, endedAt: at };
}

/** Attempts of an old phone may arrive after later ones: one that ended long after this one is no earlier one. */
function restOf(
  { startedAt, answeredAt }: AttemptRecord,
  waitMinutes: AttemptRules['waitMinutes'],
  recordedAt: number,
): Pick<FlagLimits, 'restFrom' | 'restUntil'> {
  if (waitMinutes === 0) return { restFrom: null, restUntil: null };
  const waitMs = waitMinutes * 60_000;
  const end = Math.min(Date.parse(answeredAt), recordedAt);
  return { restFrom: Math.min(Date.parse(startedAt), end) - waitMs, restUntil: end + waitMs };
}

/** How many of the attempts before are looked at for the pause between two of them. */
const neighbours = 20;

/** SQL of the flags that hang on other rows, one a row; `item` has the record's columns and its `FlagLimits`. */
export const flagsSql = `SELECT 'over_limit' AS flag WHERE item.ordinal > item.most
  UNION ALL SELECT 'own_draw' AS flag WHERE item.ordinal <= item.number
  UNION ALL SELECT 'own_draw' AS flag FROM json_each(item.read) AS lesson WHERE NOT EXISTS (
    SELECT 1 FROM record AS other
    WHERE other.person = item.person AND other.course = item.course AND other.name = lesson.value
      AND other.kind = 'lesson-read')
  UNION ALL SELECT 'no_pause' AS flag WHERE item.rest_from IS NOT NULL AND EXISTS (
    SELECT 1 FROM record AS other
    WHERE other.person = item.person AND other.course = item.course AND other.name = item.name
      AND other.kind = item.kind AND other.ordinal >= item.ordinal - ${neighbours}
      AND min(other.answered_at, other.recorded_at) > item.rest_from
      AND min(other.answered_at, other.recorded_at) < item.rest_until)
  UNION ALL SELECT iif(opens_at > item.began_at, '${windowFlags.before}', '${windowFlags.after}') AS flag FROM (
      SELECT dates.opens_at, dates.closes_at FROM current_member AS member
      JOIN cohort_dates AS dates ON dates.cohort = member.cohort
      WHERE member.person = item.person AND member.course = item.course
      ORDER BY dates.id DESC LIMIT 1)
    WHERE opens_at > item.began_at OR closes_at <= item.ended_at`;

/** Whether the seed decides which questions an attempt gets. */
function isDrawn({ draw, questions }: Quiz): boolean {
  return draw !== undefined && draw < questions.length;
}
