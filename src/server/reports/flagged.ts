import { findQuiz } from '#domain/course/catalogue.ts';
import type { RecordFlag } from '#domain/learning/record.ts';
import type { CourseServices } from '#server/services.ts';

/** An attempt that a trainer should know something of. */
export interface FlaggedAttempt {
  readonly person: string;
  /** Title of the quiz; its id when it is no longer offered. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly flags: readonly RecordFlag[];
}

/** So many of the newest are told. */
const told = 50;

/** The flagged attempts of these people in one course, newest first. */
export async function listFlagged(
  { db, catalogue }: CourseServices,
  people: readonly string[],
  course: string,
): Promise<readonly FlaggedAttempt[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT r.person, r.name, r.recorded_at, r.flags
      FROM json_each(?) AS item CROSS JOIN record AS r ON r.person = item.value AND r.course = ?
      WHERE r.kind = 'attempt' AND r.flags <> '[]' ORDER BY r.recorded_at DESC LIMIT ${told}`,
    args: [JSON.stringify(people), course],
  });
  return rows.map((row) => ({
    person: String(row.person),
    title: findQuiz(catalogue, course, String(row.name))?.quiz.title ?? String(row.name),
    recordedAt: Number(row.recorded_at),
    flags: JSON.parse(String(row.flags)) as RecordFlag[],
  }));
}
