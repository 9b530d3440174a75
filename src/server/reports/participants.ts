import { and, asc, eq, inArray } from 'drizzle-orm';
import { enrollment, record } from '#db/schema/records.ts';
import type { Course } from '#domain/course/course.ts';
import { foldProgress, type Progress } from '#domain/learning/progress.ts';
import { openPauses } from '#server/pauses.ts';
import { type GradedRecord, listGraded } from '#server/records/graded.ts';
import { gatherFacts } from '#server/records/progress.ts';
import type { CourseServices } from '#server/services.ts';
import { findHelpReasons, type HelpReason } from './help.ts';

/** Whom a report is about. */
export interface Reported {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** A participant in one course. */
export interface CourseReport {
  readonly course: Course;
  readonly since: number;
  readonly progress: Progress;
  /** When the newest record of this course arrived. */
  readonly lastRecordedAt: number | undefined;
  /** Attempts that were flagged. */
  readonly flagged: number;
}

export interface ParticipantReport extends Reported {
  readonly courses: readonly CourseReport[];
  readonly needsHelp: readonly HelpReason[];
}

/** So many people are read at once: their records are added up before the next ones are read. */
const readAtOnce = 10;

/**
 * What the records of these people add up to, of all their courses or of one, in the same order. The cost grows with what they did
 * there, and with nothing else.
 */
export async function reportPeople(
  services: CourseServices,
  people: readonly Reported[],
  course?: string,
): Promise<readonly ParticipantReport[]> {
  const pause = openPauses();
  const reports: ParticipantReport[] = [];
  for (let from = 0; from < people.length; from += readAtOnce) {
    const some = people.slice(from, from + readAtOnce);
    const { enrollmentsOf, recordsOf } = await readPeople(
      services,
      some.map(({ id }) => id),
      course,
    );
    for (const { id, login, name } of some) {
      const own = reportCourses(services, enrollmentsOf.get(id) ?? [], recordsOf.get(id) ?? []);
      reports.push({
        id,
        login,
        name,
        courses: own.map(({ report }) => report),
        needsHelp: own.flatMap(({ help }) => help),
      });
      await pause();
    }
  }
  return reports;
}

async function readPeople({ db }: CourseServices, ids: readonly string[], course: string | undefined) {
  const enrollments = await db.orm
    .select({ person: enrollment.person, course: enrollment.course, since: enrollment.since })
    .from(enrollment)
    .where(and(inArray(enrollment.person, [...ids]), course === undefined ? undefined : eq(enrollment.course, course)))
    .orderBy(asc(enrollment.since), asc(enrollment.course));
  const records = await listGraded(
    db,
    and(inArray(record.person, [...ids]), course === undefined ? undefined : eq(record.course, course)),
  );
  return {
    enrollmentsOf: Map.groupBy(enrollments, ({ person }) => person),
    recordsOf: Map.groupBy(records, ({ person }) => person),
  };
}

function reportCourses(
  { catalogue }: CourseServices,
  enrollments: readonly { readonly course: string; readonly since: number }[],
  records: readonly GradedRecord[],
): { readonly report: CourseReport; readonly help: readonly HelpReason[] }[] {
  const byCourse = Map.groupBy(records, ({ course }) => course);
  const now = Date.now();
  return enrollments.flatMap(({ course: id, since }) => {
    const course = catalogue.courses.find((it) => it.id === id);
    if (course === undefined) return [];
    const own = byCourse.get(id) ?? [];
    const progress = foldProgress(course, gatherFacts(own, id, catalogue));
    const report: CourseReport = {
      course,
      since,
      progress,
      lastRecordedAt: own.at(-1)?.recordedAt,
      flagged: own.filter(({ flags }) => flags.length > 0).length,
    };
    return [{ report, help: findHelpReasons(course, { since, progress, records: own }, { catalogue, now }) }];
  });
}
