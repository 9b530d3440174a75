import { findQuiz } from '#domain/course/catalogue.ts';
import { belatedMs } from '#domain/learning/arrival.ts';
import type { RecordFlag } from '#domain/learning/record.ts';
import type { CourseServices } from '#server/services.ts';

/** An attempt that a trainer should know something of: it is flagged, or was long on its way. */
export interface FlaggedAttempt {
  readonly person: string;
  /** Title of the quiz; its id when it is no longer offered. */
  readonly title: string;
  /** By the phone's clock, milliseconds since 1970. */
  readonly answeredAt: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly flags: readonly RecordFlag[];
  /** Whether it was long on its way. */
  readonly belated: boolean;
}

/** So many of the newest are told. */
const told = 50;

/** The flagged and the belated attempts of these people in one course, newest first; what staff typed in is never belated. */
export async function listFlagged(
  { db, catalogue }: CourseServices,
  people: readonly string[],
  course: string,
): Promise<readonly FlaggedAttempt[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT r.person, r.name, r.answered_at, r.recorded_at, r.flags,
        r."by" IS NULL AND r.recorded_at - r.answered_at >= ? AS belated
      FROM json_each(?) AS item CROSS JOIN record AS r ON r.person = item.value AND r.course = ?
      WHERE r.kind = 'attempt' AND (r.flags <> '[]' OR belated) ORDER BY r.recorded_at DESC LIMIT ${told}`,
    args: [belatedMs, JSON.stringify(people), course],
  });
  return rows.map((row) => ({
    person: String(row.person),
    title: findQuiz(catalogue, course, String(row.name))?.quiz.title ?? String(row.name),
    answeredAt: Number(row.answered_at),
    recordedAt: Number(row.recorded_at),
    flags: JSON.parse(String(row.flags)) as RecordFlag[],
    belated: Number(row.belated) === 1,
  }));
}
