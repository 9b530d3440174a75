import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { grade, record } from '#db/schema.ts';
import { type Catalogue, findQuiz } from '#domain/course/catalogue.ts';
import type { Grade } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person.ts';
import type { CountRule } from '#domain/quiz/quiz.ts';
import { foldProgress, type Progress, type ProgressFacts } from '#domain/learning/progress.ts';
import type { RecordFlag } from '#domain/learning/record.ts';
import { type Enrollment, listEnrollments } from './enrollments.ts';
import type { Services } from '#server/services.ts';

/** The viewer's courses and what the records in each add up to: the body of `/api/me` without the viewer. */
export interface OwnProgress {
  readonly enrollments: readonly Enrollment[];
  /** By course id; courses that are no longer offered are left out. */
  readonly progress: Readonly<Record<string, Progress>>;
}

export async function readProgress(
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  viewer: Viewer,
): Promise<OwnProgress> {
  const [enrollments, facts] = await Promise.all([listEnrollments(db, viewer), listFacts(db, viewer.id)]);
  const enrolled = new Set(enrollments.map(({ course }) => course));
  const courses = catalogue.courses.filter(({ id }) => enrolled.has(id));
  return {
    enrollments,
    progress: Object.fromEntries(
      courses.map((course) => [course.id, foldProgress(course, countFacts(facts, course.id, catalogue))]),
    ),
  };
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
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly flags: readonly RecordFlag[];
  readonly grade: Pick<Grade, 'earned' | 'possible' | 'ratio' | 'passed'>;
}

/** The viewer's graded attempts, newest first. */
export async function listResults(
  { db, catalogue }: Pick<Services, 'db' | 'catalogue'>,
  viewer: Pick<Viewer, 'id'>,
): Promise<AttemptResult[]> {
  const facts = await listFacts(db, viewer.id);
  return facts
    .flatMap(({ id, course, name, answeredAt, recordedAt, flags, grade: found }) => {
      if (found === undefined) return [];
      const quiz = findQuiz(catalogue, course, name)?.quiz;
      const { title = name, mode } = quiz ?? {};
      return [{ id, course, quiz: name, title, mode, answeredAt, recordedAt, flags, grade: found }];
    })
    .reverse();
}

/** One record with the grade that counts: the newest. */
export interface Fact {
  readonly id: string;
  readonly kind: 'lesson-read' | 'attempt';
  readonly course: string;
  /** Lesson or quiz id. */
  readonly name: string;
  readonly answeredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  readonly flags: readonly RecordFlag[];
  readonly grade: Pick<Grade, 'earned' | 'possible' | 'ratio' | 'passed'> | undefined;
}

/** A person's records in the order the server got them. */
export async function listFacts(db: Database, person: string): Promise<Fact[]> {
  const rows = await db.orm
    .select(factColumns)
    .from(record)
    .leftJoin(grade, eq(grade.record, record.id))
    .where(and(eq(record.person, person)))
    .orderBy(asc(record.recordedAt), asc(record.seq), asc(grade.gradedAt));
  return toFacts(rows);
}

/** What `toFacts` reads. */
export const factColumns = {
  id: record.id,
  kind: record.kind,
  course: record.course,
  name: record.name,
  answeredAt: record.answeredAt,
  recordedAt: record.recordedAt,
  seq: record.seq,
  flags: record.flags,
  earned: grade.earned,
  possible: grade.possible,
  passed: grade.passed,
} as const;

interface FactRow extends Omit<Fact, 'grade'> {
  readonly earned: number | null;
  readonly possible: number | null;
  readonly passed: boolean | null;
}

/** One fact a record, from one row a grade, oldest grade first: the last one stays. */
export function toFacts(rows: readonly FactRow[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const { earned, possible, passed, ...row } of rows) {
    const graded = earned === null || possible === null || passed === null ? undefined : { earned, possible, passed };
    const ratio = graded === undefined || graded.possible === 0 ? 0 : graded.earned / graded.possible;
    facts.set(row.id, { ...row, grade: graded === undefined ? undefined : { ...graded, ratio } });
  }
  return [...facts.values()];
}

/** The facts of one course that count: attempts over the limit are kept for the trainer but add nothing. */
export function countFacts(
  facts: readonly Fact[],
  course: string,
  catalogue: Pick<Catalogue, 'quizzes'>,
): ProgressFacts {
  const own = facts.filter((fact) => fact.course === course);
  return {
    lessonsRead: own.filter(({ kind }) => kind === 'lesson-read').map(({ name }) => ({ lesson: name })),
    grades: own.flatMap(({ name, recordedAt, seq, flags, grade: found }) =>
      found === undefined || flags.includes('over_limit') ? [] : [{ quiz: name, recordedAt, seq, ...found }],
    ),
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
