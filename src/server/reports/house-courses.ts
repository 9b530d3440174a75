import type { Course } from '#domain/course/course.ts';
import type { Viewer } from '#domain/person/person.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { CourseServices } from '#server/services.ts';

/** A course, and how many participants of a house take part in it. */
export interface HouseCourse {
  readonly course: Course;
  readonly participants: number;
}

/** The courses that participants of the viewer's house take part in. @throws Refusal unauthenticated, forbidden */
export async function listHouseCourses(
  { db, catalogue }: CourseServices,
  asked: Viewer | undefined,
): Promise<HouseCourse[]> {
  const { house } = requireStaff(asked);
  const { rows } = await db.client.execute({
    sql: `SELECT enrollment.course, count(*) AS participants
      FROM person CROSS JOIN enrollment ON enrollment.person = person.id
      WHERE person.house = ? AND person.role = 'participant' GROUP BY enrollment.course`,
    args: [house],
  });
  const countOf = new Map(rows.map((row) => [String(row.course), Number(row.participants)]));
  return catalogue.courses.flatMap((course) => {
    const participants = countOf.get(course.id);
    return participants === undefined ? [] : [{ course, participants }];
  });
}
