import { seedNumber } from '#domain/attempt-seed.ts';
import { endedAt, windowFlags } from '#domain/cohort.ts';
import type { Quiz } from '#domain/quiz.ts';
import type { AttemptRecord, RecordFlag } from '#domain/record.ts';
import { isLate } from '#domain/time-limit.ts';

/** Flags of an attempt that hang on nothing but the attempt; `recordedAt` in milliseconds since 1970. */
export function findOwnFlags(quiz: Quiz, record: AttemptRecord, recordedAt: number): readonly RecordFlag[] {
  const [startedAt, answeredAt] = [Date.parse(record.startedAt), Date.parse(record.answeredAt)];
  const flags: RecordFlag[] = [];
  if (isLate(quiz.timeLimitMinutes, { startedAt, answeredAt, recordedAt })) flags.push('late');
  if (isDrawn(quiz) && seedNumber(record.seed, record) === undefined) flags.push('own_draw');
  return flags;
}

/** A flag that hangs on the attempts that are there already: an SQL condition, so that it is judged as the row is written. */
export interface FlagCondition {
  readonly flag: RecordFlag;
  readonly sql: string;
  readonly args: readonly (string | number)[];
}

/** What must be asked of the other attempts, so that two phones at the same moment cannot both be the last one allowed. */
export function findFlagConditions(quiz: Quiz, record: AttemptRecord, recordedAt: number): readonly FlagCondition[] {
  const { id, person, course, quiz: name } = record;
  const own = [person, course, name] as const;
  const others = "FROM record WHERE person = ? AND course = ? AND name = ? AND kind = 'attempt'";
  const conditions: FlagCondition[] = [];
  if (quiz.attempts !== undefined) {
    conditions.push({ flag: 'over_limit', sql: `(SELECT count(*) ${others}) >= ?`, args: [...own, quiz.attempts] });
  }
  if (quiz.waitMinutes !== undefined) {
    const waitMs = quiz.waitMinutes * 60_000;
    const endedAt = Math.min(Date.parse(record.answeredAt), recordedAt);
    const startedAt = Math.min(Date.parse(record.startedAt), endedAt);
    // Attempts of an old phone may arrive after later ones: one that ended long after this one is no earlier one.
    conditions.push({
      flag: 'too_soon',
      sql: `EXISTS (SELECT 1 ${others} AND id <> ? AND min(answered_at, recorded_at) > ? AND min(answered_at, recorded_at) < ?)`,
      args: [...own, id, startedAt - waitMs, endedAt + waitMs],
    });
  }
  const number = isDrawn(quiz) ? (seedNumber(record.seed, record) ?? 0) : 0;
  if (number > 0) {
    conditions.push({ flag: 'own_draw', sql: `(SELECT count(*) ${others}) < ?`, args: [...own, number] });
  }
  return quiz.mode === 'assessment' ? [...conditions, ...windowConditions(record, recordedAt)] : conditions;
}

/** Whether an assessment was taken outside the dates of the participant's cohort, if they have one. */
function windowConditions({ person, course, ...record }: AttemptRecord, recordedAt: number): readonly FlagCondition[] {
  const answeredAt = Date.parse(record.answeredAt);
  const startedAt = Math.min(Date.parse(record.startedAt), recordedAt);
  const edgeOf = (edge: 'opens_at' | 'closes_at') =>
    `(SELECT d.${edge} FROM cohort_member AS m JOIN cohort AS c ON c.id = m.cohort JOIN cohort_dates AS d ON d.cohort = c.id
      WHERE m.person = ? AND c.course = ? ORDER BY m.id DESC, d.id DESC LIMIT 1)`;
  return [
    { flag: windowFlags.before, sql: `${edgeOf('opens_at')} > ?`, args: [person, course, startedAt] },
    {
      flag: windowFlags.after,
      sql: `${edgeOf('closes_at')} <= ?`,
      args: [person, course, endedAt({ answeredAt, recordedAt })],
    },
  ];
}

/** Whether the seed decides which questions an attempt gets. */
function isDrawn({ draw, questions }: Quiz): boolean {
  return draw !== undefined && draw < questions.length;
}
