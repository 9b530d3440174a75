import { seedNumber } from '#domain/quiz/attempt-seed.ts';
import { endedAt, windowFlags } from '#domain/learning/cohort.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { AttemptRecord, RecordFlag } from '#domain/learning/record.ts';
import { isLate } from '#domain/quiz/time-limit.ts';

/** Flags of an attempt that hang on nothing but the attempt; `recordedAt` in milliseconds since 1970. */
export function findOwnFlags(quiz: Quiz, record: AttemptRecord, recordedAt: number): readonly RecordFlag[] {
  const [startedAt, answeredAt] = [Date.parse(record.startedAt), Date.parse(record.answeredAt)];
  const flags: RecordFlag[] = [];
  if (isLate(quiz.timeLimitMinutes, { startedAt, answeredAt, recordedAt })) flags.push('late');
  if (isDrawn(quiz) && seedNumber(record.seed, record) === undefined) flags.push('own_draw');
  return flags;
}

/** An SQL query of flags that hang on what is stored already, so that they are judged as the row is written. */
export interface FlagQuery {
  readonly sql: string;
  readonly args: readonly (string | number)[];
}

/** What must be asked of the other attempts, so that two phones at the same moment cannot both be the last one allowed. */
export function flagQueries(quiz: Quiz, record: AttemptRecord, recordedAt: number): readonly FlagQuery[] {
  const { id, person, course, quiz: name } = record;
  const own = [person, course, name] as const;
  const others = "FROM record WHERE person = ? AND course = ? AND name = ? AND kind = 'attempt'";
  const queries: FlagQuery[] = [];
  if (quiz.attempts !== undefined) {
    queries.push({ ...flagWhen('over_limit', `(SELECT count(*) ${others}) >= ?`), args: [...own, quiz.attempts] });
  }
  if (quiz.waitMinutes !== undefined) {
    const waitMs = quiz.waitMinutes * 60_000;
    const endedAt = Math.min(Date.parse(record.answeredAt), recordedAt);
    const startedAt = Math.min(Date.parse(record.startedAt), endedAt);
    // Attempts of an old phone may arrive after later ones: one that ended long after this one is no earlier one.
    queries.push({
      ...flagWhen(
        'too_soon',
        `EXISTS (SELECT 1 ${others} AND id <> ? AND min(answered_at, recorded_at) > ? AND min(answered_at, recorded_at) < ?)`,
      ),
      args: [...own, id, startedAt - waitMs, endedAt + waitMs],
    });
  }
  const number = isDrawn(quiz) ? (seedNumber(record.seed, record) ?? 0) : 0;
  if (number > 0) {
    queries.push({ ...flagWhen('own_draw', `(SELECT count(*) ${others}) < ?`), args: [...own, number] });
  }
  return quiz.mode === 'assessment' ? [...queries, windowQuery(record, recordedAt)] : queries;
}

function flagWhen(flag: RecordFlag, condition: string): Pick<FlagQuery, 'sql'> {
  return { sql: `SELECT '${flag}' AS flag WHERE ${condition}` };
}

/** Whether an assessment was taken outside the dates of the participant's cohort, if they have one. */
function windowQuery({ person, course, ...record }: AttemptRecord, recordedAt: number): FlagQuery {
  const startedAt = Math.min(Date.parse(record.startedAt), recordedAt);
  const ended = endedAt({ answeredAt: Date.parse(record.answeredAt), recordedAt });
  return {
    sql: `SELECT iif(opens_at > ?, '${windowFlags.before}', '${windowFlags.after}') AS flag FROM (
        SELECT d.opens_at, d.closes_at FROM cohort_member AS m
        JOIN cohort AS c ON c.id = m.cohort JOIN cohort_dates AS d ON d.cohort = c.id
        WHERE m.person = ? AND c.course = ? ORDER BY m.id DESC, d.id DESC LIMIT 1)
      WHERE opens_at > ? OR closes_at <= ?`,
    args: [startedAt, person, course, startedAt, ended],
  };
}

/** Whether the seed decides which questions an attempt gets. */
function isDrawn({ draw, questions }: Quiz): boolean {
  return draw !== undefined && draw < questions.length;
}
