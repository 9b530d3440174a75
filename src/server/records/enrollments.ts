import { asc, eq } from 'drizzle-orm';
import type { Statement } from '#db/client.ts';
import { enrollment } from '#db/schema/records.ts';
import { findCourse } from '#domain/course/catalogue.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { makeUuid } from '#server/uuid.ts';

/** A person in a course; `since` in milliseconds since 1970. */
export interface Enrollment {
  readonly course: string;
  readonly since: number;
}

/**
 * Enrols the viewer; a second time changes nothing.
 * @throws Refusal not_found when there is no such course, closed (`course_archived`) when nobody may begin it any more
 */
export async function enroll({ db, catalogue }: CourseServices, viewer: Viewer, course: string): Promise<void> {
  const found = findCourse(catalogue, course);
  if (found === undefined) throw new Refusal('not_found', 'course');
  if (found.archived !== undefined) throw new Refusal('closed', 'course_archived');
  await db.write([enrollStatement({ person: viewer.id, course, now: Date.now(), by: viewer.id })]);
}

/** The viewer's courses, oldest first. */
export function listEnrollments({ db }: DataServices, viewer: Viewer): Promise<Enrollment[]> {
  return db.orm
    .select({ course: enrollment.course, since: enrollment.since })
    .from(enrollment)
    .where(eq(enrollment.person, viewer.id))
    .orderBy(asc(enrollment.since), asc(enrollment.course));
}

/** Enrols a person; nothing where they are in the course already. `by` is who does it. */
export function enrollStatement({
  person,
  course,
  now,
  by,
}: {
  readonly person: string;
  readonly course: string;
  readonly now: number;
  readonly by: string;
}): Statement {
  return {
    sql: `INSERT INTO enrollment (id, person, course, since, "by") SELECT ?, id, ?, ?, ? FROM person WHERE id = ?
      ON CONFLICT (person, course) DO NOTHING`,
    args: [makeUuid(now), course, now, by, person],
  };
}
