import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { enrollment, grade, person, record } from '#db/schema.ts';
import type { Course } from '#domain/course/course.ts';
import { writeCsv } from '#domain/csv.ts';
import type { Viewer } from '#domain/person.ts';
import { dayMs, localDateOf } from '#domain/local-date.ts';
import { countedGrade, foldProgress, type Progress } from '#domain/learning/progress.ts';
import { Refusal } from '#domain/refusal.ts';
import { reportMessages } from '#messages/report.ts';
import { requireRole } from '#server/accounts/guards.ts';
import {
  type AttemptResult,
  countFacts,
  type Fact,
  factColumns,
  listResults,
  toFacts,
} from '#server/records/progress.ts';
import type { Services } from '#server/services.ts';

/** Why a trainer should talk to a participant. */
export type HelpReason =
  | { readonly kind: 'failing'; readonly course: string; readonly quiz: string; readonly attempts: number }
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
export async function reportHouse(
  services: Pick<Services, 'db' | 'catalogue'>,
  asked: Viewer | undefined,
): Promise<HouseReport> {
  const { house } = requireRole({ viewer: asked }, 'trainer', 'coordinator');
  return { house, participants: await reportParticipants(services, { house }) };
}

/** One participant of the viewer's house with all attempts. @throws Refusal not_found when not theirs or not there */
export async function reportParticipant(
  services: Pick<Services, 'db' | 'catalogue'>,
  asked: Viewer | undefined,
  id: string,
): Promise<ParticipantReport & { readonly results: readonly AttemptResult[] }> {
  const { house } = requireRole({ viewer: asked }, 'trainer', 'coordinator');
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
    ...[course.code, course.title, localDateOf(since), progress.lessonsRead.length, course.lessons.length],
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
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  wanted: { readonly house: string; readonly id?: string },
): Promise<ParticipantReport[]> {
  const { persons, enrollments, facts } = await readHouse(db, wanted);
  const factsOf = Map.groupBy(facts, ({ person: owner }) => owner);
  const enrollmentsOf = Map.groupBy(enrollments, ({ person: owner }) => owner);
  const reports = persons.map(({ id, login, name }) => {
    const own = toFacts(factsOf.get(id) ?? []);
    const courses = (enrollmentsOf.get(id) ?? []).flatMap(({ course: courseId, since }) => {
      const course = catalogue.courses.find((it) => it.id === courseId);
      return course === undefined ? [] : [reportCourse(course, since, own, catalogue)];
    });
    return { id, login, name, courses, needsHelp: courses.flatMap(findHelpReasons) };
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
  const [persons, enrollments, facts] = await Promise.all([
    orm.select().from(person).where(theirs).orderBy(asc(person.name), asc(person.login)),
    orm
      .select({ person: enrollment.person, course: enrollment.course, since: enrollment.since })
      .from(enrollment)
      .innerJoin(person, eq(person.id, enrollment.person))
      .where(theirs)
      .orderBy(asc(enrollment.since), asc(enrollment.course)),
    orm
      .select({ ...factColumns, person: record.person })
      .from(record)
      .innerJoin(person, eq(person.id, record.person))
      .leftJoin(grade, eq(grade.record, record.id))
      .where(theirs)
      .orderBy(asc(record.recordedAt), asc(record.seq), asc(grade.gradedAt)),
  ]);
  return { persons, enrollments, facts };
}

function reportCourse(
  course: Course,
  since: number,
  facts: readonly Fact[],
  catalogue: Services['catalogue'],
): CourseReport {
  const own = facts.filter((fact) => fact.course === course.id);
  return {
    course,
    since,
    progress: foldProgress(course, countFacts(own, course.id, catalogue)),
    lastRecordedAt: own.at(-1)?.recordedAt,
    flagged: own.filter(({ flags }) => flags.length > 0).length,
  };
}

function findHelpReasons({ course, since, progress, lastRecordedAt }: CourseReport): HelpReason[] {
  if (progress.completed) return [];
  const failing = Object.entries(progress.quizzes)
    .filter(([, progress]) => !countedGrade(progress).passed && progress.attempts >= failedTimes)
    .map(([quiz, { attempts }]) => ({ kind: 'failing' as const, course: course.id, quiz, attempts }));
  const days = Math.floor((Date.now() - (lastRecordedAt ?? since)) / dayMs);
  return days >= inactiveDays ? [...failing, { kind: 'inactive', course: course.id, days }] : failing;
}
