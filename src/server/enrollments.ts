import { asc, eq } from 'drizzle-orm';
import type { Database, Statement } from '#db/client.ts';
import { enrollment } from '#db/schema.ts';
import { findCourse } from '#domain/catalogue.ts';
import type { Viewer } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Services } from './services.ts';
import { makeUuid } from './uuid.ts';

/** A person in a course; `since` in milliseconds since 1970. */
export interface Enrollment {
  readonly course: string;
  readonly since: number;
}

/** Enrols the viewer; a second time changes nothing. @throws Refusal not_found when there is no such course */
export async function enroll(
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
  course: string,
): Promise<void> {
  if (findCourse(catalogue, course) === undefined) throw new Refusal('not_found', 'course');
  await db.write([enrollStatement(viewer.id, course, Date.now())]);
}

/** The viewer's courses, oldest first. */
export function listEnrollments(db: Database, viewer: Viewer): Promise<Enrollment[]> {
  return db.orm
    .select({ course: enrollment.course, since: enrollment.since })
    .from(enrollment)
    .where(eq(enrollment.person, viewer.id))
    .orderBy(asc(enrollment.since), asc(enrollment.course));
}

/** Enrols a person by themselves unless they are enrolled already. */
export function enrollStatement(person: string, course: string, now: number): Statement {
  return {
    sql: `INSERT INTO enrollment (id, person, course, since, "by") VALUES (?, ?, ?, ?, ?) ON CONFLICT (person, course) DO NOTHING`,
    args: [makeUuid(now), person, course, now, person],
  };
}
