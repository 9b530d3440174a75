import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { enrollment, person, record } from '#db/schema.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { writeCsv } from '#domain/csv.ts';
import type { Viewer } from '#domain/person.ts';
import { dayMs, localDateOf } from '#domain/local-date.ts';
import { countedGrade, foldProgress, type Progress } from '#domain/learning/progress.ts';
import { Refusal } from '#domain/refusal.ts';
import { reportMessages } from '#messages/report.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { type GradedRecord, listGraded } from '#server/records/graded.ts';
import { type AttemptResult, gatherFacts, listResults } from '#server/records/progress.ts';
import type { CourseServices } from '#server/services.ts';

/** Why a trainer should talk to a participant. */
export type HelpReason =
  | {
      readonly kind: 'failing';
      readonly course: string;
      readonly quiz: string;
      /** Title of the quiz; its id when it is no longer offered. */
      readonly title: string;
      readonly attempts: number;
    }
  | { readonly kind: 'inactive'; readonly course: string; readonly days: number };

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

export interface ParticipantReport {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly courses: readonly CourseReport[];
  readonly needsHelp: readonly HelpReason[];
}

/** What a trainer sees of the own house. */
export interface HouseReport {
  readonly house: string;
  readonly participants: readonly ParticipantReport[];
}

const failedTimes = 2;
const inactiveDays = 14;

/** The participants of the viewer's house by name, those who need help first. @throws Refusal unauthenticated, forbidden */
export async function reportHouse(services: CourseServices, asked: Viewer | undefined): Promise<HouseReport> {
  const { house } = requireStaff(asked);
  return { house, participants: await reportParticipants(services, { house }) };
}

/** One participant of the viewer's house with all attempts. @throws Refusal not_found when not theirs or not there */
export async function reportParticipant(
  services: CourseServices,
  asked: Viewer | undefined,
  id: string,
): Promise<ParticipantReport & { readonly results: readonly AttemptResult[] }> {
  const { house } = requireStaff(asked);
  const [participant] = await reportParticipants(services, { house, id });
  if (participant === undefined) throw new Refusal('not_found', 'participant');
  return { ...participant, results: await listResults(services, participant) };
}

/** A house report as CSV: a row for each participant and course. */
export function houseCsv({ participants }: HouseReport): string {
  const header = reportMessages.csvHeader;
  const rows = participants.flatMap(({ name, login, courses, needsHelp }) => {
    const person = [name, login];
    if (courses.length === 0) return [header.map((_, at) => person[at] ?? '')];
    return courses.map((it) => [...person, ...toRow(it, needsHelp)]);
  });
  return writeCsv([header, ...rows]);
}

function toRow({ course, since, progress, lastRecordedAt, flagged }: CourseReport, help: readonly HelpReason[]) {
  const assessment = progress.quizzes[course.assessment];
  return [
    course.code,
    course.title,
    localDateOf(since),
    progress.lessonsRead.length,
    course.lessons.length,
    assessment?.attempts ?? 0,
    assessment === undefined ? '' : Math.round(countedGrade(assessment).ratio * 100),
    progress.completed ? reportMessages.yes : reportMessages.no,
    lastRecordedAt === undefined ? '' : localDateOf(lastRecordedAt),
    flagged,
    help
      .filter((reason) => reason.course === course.id)
      .map(reportMessages.helpReason)
      .join('; '),
  ];
}

async function reportParticipants(
  { db, catalogue }: CourseServices,
  wanted: { readonly house: string; readonly id?: string },
): Promise<ParticipantReport[]> {
  const { persons, enrollments, records } = await readHouse(db, wanted);
  const recordsOf = Map.groupBy(records, ({ person: owner }) => owner);
  const enrollmentsOf = Map.groupBy(enrollments, ({ person: owner }) => owner);
  const reports = persons.map(({ id, login, name }) => {
    const own = recordsOf.get(id) ?? [];
    const courses = (enrollmentsOf.get(id) ?? []).flatMap(({ course: courseId, since }) => {
      const course = catalogue.courses.find((it) => it.id === courseId);
      return course === undefined ? [] : [reportCourse(course, since, own, catalogue)];
    });
    return { id, login, name, courses, needsHelp: courses.flatMap((it) => findHelpReasons(it, catalogue)) };
  });
  return reports.sort((a, b) => Number(b.needsHelp.length > 0) - Number(a.needsHelp.length > 0));
}

async function readHouse(db: Database, { house, id }: { readonly house: string; readonly id?: string }) {
  const { orm } = db;
  const theirs = and(
    eq(person.house, house),
    eq(person.role, 'participant'),
    id === undefined ? undefined : eq(person.id, id),
  );
  const [persons, enrollments, records] = await Promise.all([
    orm.select().from(person).where(theirs).orderBy(asc(person.name), asc(person.login)),
    orm
      .select({ person: enrollment.person, course: enrollment.course, since: enrollment.since })
      .from(enrollment)
      .innerJoin(person, eq(person.id, enrollment.person))
      .where(theirs)
      .orderBy(asc(enrollment.since), asc(enrollment.course)),
    listGraded(db, inArray(record.person, orm.select({ id: person.id }).from(person).where(theirs))),
  ]);
  return { persons, enrollments, records };
}

function reportCourse(
  course: Course,
  since: number,
  records: readonly GradedRecord[],
  catalogue: CourseServices['catalogue'],
): CourseReport {
  const own = records.filter((it) => it.course === course.id);
  return {
    course,
    since,
    progress: foldProgress(course, gatherFacts(own, course.id, catalogue)),
    lastRecordedAt: own.at(-1)?.recordedAt,
    flagged: own.filter(({ flags }) => flags.length > 0).length,
  };
}

function findHelpReasons(
  { course, since, progress, lastRecordedAt }: CourseReport,
  catalogue: CourseServices['catalogue'],
): HelpReason[] {
  if (progress.completed) return [];
  const failing = Object.entries(progress.quizzes)
    .filter(([, quiz]) => !countedGrade(quiz).passed && quiz.attempts >= failedTimes)
    .map(([quiz, { attempts }]): HelpReason => {
      const title = findQuiz(catalogue, course.id, quiz)?.quiz.title ?? quiz;
      return { kind: 'failing', course: course.id, quiz, title, attempts };
    });
  const days = Math.floor((Date.now() - (lastRecordedAt ?? since)) / dayMs);
  return days >= inactiveDays ? [...failing, { kind: 'inactive', course: course.id, days }] : failing;
}
