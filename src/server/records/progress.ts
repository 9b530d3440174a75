import { eq } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { findBaseline, type Catalogue, findCourse, findQuiz, type Place, placeOf } from '#domain/course/catalogue.ts';
import type { Points } from '#domain/quiz/grading.ts';
import { isBaselineForm } from '#domain/quiz/draw/baseline-forms.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { CountRule } from '#domain/quiz/quiz.ts';
import { foldProgress, type Progress, type ProgressFacts } from '#domain/learning/progress.ts';
import type { RecordFlag } from '#domain/learning/record.ts';
import { counts, waitsForStaff } from '#domain/learning/standing.ts';
import { type ChangedLessons, listChangedLessons } from './changed-lessons.ts';
import { type Enrollment, listEnrollments } from './enrollments.ts';
import { type GradedRecord, listGraded } from './graded.ts';
import type { CourseServices, DataServices } from '#server/services.ts';

/** The viewer's courses and what the records in each add up to: the body of `/api/me` without the viewer. */
export interface OwnProgress {
  readonly enrollments: readonly Enrollment[];
  /** By course id; courses that are no longer offered are left out. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** The same courses, that in which something was done last first; `at` in milliseconds since 1970. */
  readonly lately: readonly { readonly course: string; readonly at: number }[];
}

export async function readProgress(services: CourseServices, viewer: Viewer): Promise<OwnProgress> {
  const { catalogue } = services;
  const [enrollments, records, changed] = await Promise.all([
    listEnrollments(services, viewer),
    listOwn(services, viewer.id),
    listChangedLessons(services.db),
  ]);
  const lastAt = new Map(enrollments.map(({ course, since }) => [course, since]));
  const courses = catalogue.courses.filter(({ id }) => lastAt.has(id));
  for (const { course, recordedAt } of records) lastAt.set(course, Math.max(lastAt.get(course) ?? 0, recordedAt));
  return {
    enrollments,
    lately: courses.map(({ id }) => ({ course: id, at: lastAt.get(id) ?? 0 })).sort((a, b) => b.at - a.at),
    progress: Object.fromEntries(
      courses.map((course) => [course.id, foldProgress(course, gatherFacts(records, course.id, catalogue, changed))]),
    ),
  };
}

/** Where a person goes on: the open step of the course in which they did something last; `at` is when that was. */
export interface Resume extends Place {
  readonly course: string;
  readonly at: number;
}

export function findResume({ catalogue }: Pick<CourseServices, 'catalogue'>, own: OwnProgress): Resume | undefined {
  for (const { course: id, at } of own.lately) {
    const course = findCourse(catalogue, id);
    const next = own.progress[id]?.next;
    if (course !== undefined && next !== undefined) return { course: id, at, ...placeOf(catalogue, course, next.id) };
  }
  return undefined;
}

/** One attempt as its participant or trainer sees it. */
export interface AttemptResult {
  /** Record id. */
  readonly id: string;
  readonly course: string;
  readonly quiz: string;
  /** Title of the quiz; its id when it is no longer offered. */
  readonly title: string;
  readonly mode: 'practice' | 'assessment' | undefined;
  /** Whether it is what somebody reached at home, as staff took it in. */
  readonly isFromHome: boolean;
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly flags: readonly RecordFlag[];
  /** Staff's word on an attempt that its flags hold back; undefined while nobody has said anything. */
  readonly admitted: boolean | undefined;
  readonly grade: Points;
}

/** The viewer's graded attempts, newest first. */
export async function listResults(services: CourseServices, viewer: Pick<Viewer, 'id'>): Promise<AttemptResult[]> {
  const records = await listOwn(services, viewer.id);
  return records
    .flatMap(({ id, kind, course, name, answeredAt, recordedAt, flags, admitted, grade: found }) => {
      if (found === undefined) return [];
      const quiz = (findQuiz(services.catalogue, course, name) ?? findBaseline(services.catalogue, course, name))?.quiz;
      const { title = name, mode } = quiz ?? {};
      const isFromHome = kind === 'take-home';
      return [
        { id, course, quiz: name, title, mode, isFromHome, answeredAt, recordedAt, flags, admitted, grade: found },
      ];
    })
    .reverse();
}

/** A person's records in the order the server got them. */
export function listOwn({ db }: DataServices, person: string): Promise<GradedRecord[]> {
  return listGraded(db, eq(record.person, person));
}

/** What the records of one course say: of the attempts those that count. */
export function gatherFacts(
  records: readonly GradedRecord[],
  course: string,
  catalogue: Pick<Catalogue, 'quizzes'>,
  changed?: ChangedLessons,
): ProgressFacts {
  const own = records.filter((it) => it.course === course && !isBaselineForm(it.name));
  return {
    lessonsRead: own
      .filter(({ kind }) => kind === 'lesson-read')
      .map(({ name, recordedAt }) => ({ lesson: name, recordedAt })),
    ...(changed && { changedAt: changed.get(course) ?? new Map() }),
    grades: own.flatMap((it) =>
      it.grade === undefined || !counts(it)
        ? []
        : [{ quiz: it.name, recordedAt: it.recordedAt, seq: it.seq, ...it.grade }],
    ),
    held: own.filter(waitsForStaff).map(({ name }) => name),
    counts: countRulesOf(catalogue, course),
  };
}

function countRulesOf({ quizzes }: Pick<Catalogue, 'quizzes'>, course: string): Readonly<Record<string, CountRule>> {
  return Object.fromEntries(
    quizzes.flatMap(({ quiz }) =>
      quiz.course === course && quiz.counts !== undefined ? [[quiz.id, quiz.counts] as const] : [],
    ),
  );
}
