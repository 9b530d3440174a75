import { and, eq } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { findCourse, findQuiz } from '#domain/course/catalogue.ts';
import { correctKeys, findEditionChanges } from '#domain/quiz/edition-change.ts';
import { type Grade, gradeAttempt } from '#domain/quiz/grading.ts';
import { foldProgress } from '#domain/learning/progress.ts';
import { expandCases } from '#domain/question/case.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { findQuizEdition, listLaterEditions } from './editions.ts';
import { type GradedRecord, listAnswered } from './graded.ts';
import { gatherFacts, listOwn } from './progress.ts';
import { sha256 } from '#server/digest.ts';
import type { CourseServices, DataServices } from '#server/services.ts';

/** One attempt whose result changes under the keys as they are now. */
export interface RegradeChange {
  /** Record id. */
  readonly record: string;
  readonly person: { readonly id: string; readonly login: string; readonly name: string };
  readonly before: Grade;
  readonly after: Grade;
  /** The grade that the new one follows. */
  readonly follows: { readonly id: string; readonly gradedAt: number };
}

/** What grading all attempts of a quiz anew comes to; nothing is written. */
export interface RegradePlan {
  readonly quiz: Pick<Quiz, 'course' | 'id'>;
  /** The current edition. */
  readonly edition: string;
  readonly attempts: number;
  readonly participants: number;
  /** Questions whose key was corrected after somebody had responded. */
  readonly corrected: readonly string[];
  /** Questions that ask something else by now: attempts at them keep their grade. */
  readonly kept: readonly string[];
  readonly changes: readonly RegradeChange[];
  /** People whose course is completed by these results, and people whose is no longer. */
  readonly completions: {
    readonly gained: number;
    readonly lost: number;
    /** Certificates that those hold whose course is no longer completed. */
    readonly certificates: number;
  };
}

/**
 * Grades every attempt at a quiz by the keys of the current edition, where it asks the same as the edition that was answered.
 * The limit to pass stays as it was.
 * @throws Refusal not_found when there is no such quiz
 */
export async function planRegrade(
  services: CourseServices,
  { course, quiz: id }: { readonly course: string; readonly quiz: string },
): Promise<RegradePlan> {
  const current = findQuiz(services.catalogue, course, id);
  if (current === undefined) throw new Refusal('not_found', 'quiz');
  const atQuiz = and(eq(record.course, course), eq(record.name, id), eq(record.kind, 'attempt'));
  const attempts = await listAnswered(services.db, atQuiz);
  const judges = new Map<string, Judge>();
  const changes: RegradeChange[] = [];
  for (const { id: attempt, person, body, grade: before, given: follows } of attempts) {
    const judge = judges.get(body.edition) ?? (await openJudge(services, current, body.edition));
    judges.set(body.edition, judge);
    const after = judge.quiz && gradeAttempt(judge.quiz, body);
    if (after !== undefined && !isSame(before, after)) {
      changes.push({ record: attempt, person, before, after, follows });
    }
  }
  return {
    quiz: { course, id },
    edition: current.edition,
    changes,
    attempts: attempts.length,
    participants: new Set(attempts.map((it) => it.person.id)).size,
    corrected: unique([...judges.values()].flatMap(({ corrected }) => corrected)),
    kept: unique([...judges.values()].flatMap(({ kept }) => kept)),
    completions: await countCompletions(services, course, changes),
  };
}

/** Appends the new grades; the old ones stay. Answers how many rows were new: none when it was done before. */
export async function applyRegrade({ db }: DataServices, { changes, edition }: RegradePlan): Promise<number> {
  const now = Date.now();
  const results = await db.write(
    changes.map(({ record: recordId, after, follows }) => ({
      sql: `INSERT INTO grade (id, record, edition, earned, possible, passed, questions, graded_at, cause)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'regrade') ON CONFLICT (id) DO NOTHING RETURNING id`,
      args: [
        derivedId(recordId, edition, follows.id),
        recordId,
        edition,
        after.earned,
        after.possible,
        after.passed ? 1 : 0,
        JSON.stringify(after.questions),
        // The newest grade counts, also when the computer's clock was set back since.
        Math.max(now, follows.gradedAt + 1),
      ],
    })),
  );
  return results.reduce((rows, result) => rows + result.rows.length, 0);
}

/** How attempts at one edition are judged now; `quiz` is absent when nobody knows any more what they saw. */
interface Judge {
  readonly quiz: Quiz | undefined;
  readonly corrected: readonly string[];
  readonly kept: readonly string[];
}

async function openJudge(
  services: CourseServices,
  current: { readonly quiz: Quiz; readonly edition: string },
  edition: string,
): Promise<Judge> {
  const { course, id } = current.quiz;
  const seen = await findQuizEdition(services, course, id, edition);
  if (seen === undefined || edition === current.edition) return { quiz: seen, corrected: [], kept: [] };
  const later = await listLaterEditions(services, seen, { after: edition, until: current.edition });
  const quiz = correctKeys(seen, later);
  const places = (before: Quiz, after: Quiz, kind: 'key' | 'content') =>
    findEditionChanges(before, after).find((it) => it.class === kind)?.where ?? [];
  const asked = new Set(expandCases(seen.questions).map((question) => question.id));
  const kept = places(quiz, current.quiz, 'content').filter((place) => asked.has(place));
  return { quiz, corrected: places(seen, quiz, 'key'), kept };
}

async function countCompletions(
  services: CourseServices,
  courseId: string,
  changes: readonly RegradeChange[],
): Promise<RegradePlan['completions']> {
  const course = findCourse(services.catalogue, courseId);
  if (course === undefined) return { gained: 0, lost: 0, certificates: 0 };
  const after = new Map(changes.map((change) => [change.record, change.after]));
  const isCompleted = (records: readonly GradedRecord[]) =>
    foldProgress(course, gatherFacts(records, course.id, services.catalogue)).completed;
  let gained = 0;
  const lost: string[] = [];
  for (const who of unique(changes.map((change) => change.person.id))) {
    const records = await listOwn(services, who);
    const was = isCompleted(records);
    const is = isCompleted(records.map((it) => ({ ...it, grade: after.get(it.id) ?? it.grade })));
    if (is && !was) gained += 1;
    if (was && !is) lost.push(who);
  }
  return { gained, lost: lost.length, certificates: await countCertificates(services, courseId, lost) };
}

async function countCertificates({ db }: DataServices, course: string, people: readonly string[]): Promise<number> {
  let count = 0;
  for (const person of people) {
    const { rows } = await db.client.execute({
      sql: 'SELECT count(*) AS n FROM certificate WHERE person = ? AND subject = ?',
      args: [person, course],
    });
    count += Number(rows[0]?.n);
  }
  return count;
}

function isSame(a: Grade, b: Grade): boolean {
  const said = ({ earned, possible, passed, questions }: Grade) =>
    JSON.stringify([earned, possible, passed, questions.map((it) => [it.question, it.earned, it.possible])]);
  return said(a) === said(b);
}

/** The same regrade of the same grade has the same id, so that two who run it at once append it once. */
function derivedId(...parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 32);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
