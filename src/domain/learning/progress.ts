import { type Course, findLessonChoice, requiredLessons } from '#domain/course/course.ts';
import type { Points } from '#domain/quiz/grading.ts';
import { type CountRule, reaches } from '#domain/quiz/quiz.ts';
import { type PlacedPoints, pickCounted } from './standing.ts';

/** What is known of one participant in one course; in any order, repeats allowed. */
export interface ProgressFacts {
  readonly lessonsRead: readonly { readonly lesson: string; readonly recordedAt?: number }[];
  /** By lesson id when what it says last became something else. */
  readonly changedAt?: ReadonlyMap<string, number>;
  /** The grade that counts of each attempt. */
  readonly grades: readonly (PlacedPoints & { readonly quiz: string })[];
  /** Quiz of each attempt that waits for a trainer's word. */
  readonly held?: readonly string[];
  /** By quiz id; the best attempt counts when absent. */
  readonly counts?: Readonly<Record<string, CountRule>>;
}

export interface QuizProgress {
  readonly best: Points;
  /** The grade that counts, where another than the best one may. */
  readonly counted?: Points;
  readonly attempts: number;
}

/** The grade of a quiz that completion and reports go by. */
export function countedGrade({ best, counted }: QuizProgress): Points {
  return counted ?? best;
}

/** What a participant's records in one course add up to. */
export interface Progress {
  /** In course order; lessons that left the course are left out. */
  readonly lessonsRead: readonly string[];
  /** When lessons that were read became something else since, in milliseconds; absent when none did. They are to be read again. */
  readonly again?: Readonly<Record<string, number>>;
  readonly quizzes: Readonly<Record<string, QuizProgress>>;
  /** By quiz id how many attempts wait for a trainer's word; absent when none does. */
  readonly held?: Readonly<Record<string, number>>;
  readonly completed: boolean;
  /** Ids of what completion still asks for: lessons in course order, then the assessment. */
  readonly missing: readonly string[];
  /** How many of the missing lessons are enough; absent where each of them is needed. */
  readonly lessonsToChoose?: number;
  /** Where to go on; absent when everything is done. `course`: to its page, to choose a lesson there. */
  readonly next?: { readonly kind: 'lesson' | 'assessment' | 'course'; readonly id: string };
}

/** Adds up facts. The order of the facts changes nothing. */
export function foldProgress(course: Course, facts: ProgressFacts): Progress {
  const read = new Set(facts.lessonsRead.map(({ lesson }) => lesson));
  const again = lessonsToReadAgain(course, facts);
  const quizzes = foldQuizzes(facts);
  const assessment = quizzes[course.assessment];
  const ratio = assessment === undefined ? 0 : countedGrade(assessment).ratio;
  const assessmentDone = reaches(ratio, course.completion.gradeRatio);
  const { missingLessons, lessonsToChoose } = lackingLessons(course, read);
  const missing = assessmentDone ? missingLessons : [...missingLessons, course.assessment];
  const progress = {
    lessonsRead: course.lessons.filter((id) => read.has(id)),
    ...(Object.keys(again).length > 0 && { again }),
    quizzes,
    completed: missing.length === 0,
    missing,
    ...(facts.held?.length && { held: countEach(facts.held) }),
    ...(lessonsToChoose !== undefined && { lessonsToChoose }),
  };
  if (lessonsToChoose !== undefined) return { ...progress, next: { kind: 'course', id: course.id } };
  const isChosen = findLessonChoice(course) !== undefined;
  const open = course.lessons.find((id) => Object.hasOwn(again, id) || (!isChosen && !read.has(id)));
  if (open !== undefined) return { ...progress, next: { kind: 'lesson', id: open } };
  return assessmentDone ? progress : { ...progress, next: { kind: 'assessment', id: course.assessment } };
}

/** What was completed stays completed: a change of substance asks to be read, and takes nothing away. */
function lessonsToReadAgain({ lessons }: Course, facts: ProgressFacts): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lessons.flatMap((id) => {
      const changedAt = facts.changedAt?.get(id);
      const own = facts.lessonsRead.filter(({ lesson }) => lesson === id);
      const isOutdated = own.length > 0 && own.every(({ recordedAt = 0 }) => recordedAt < (changedAt ?? 0));
      return changedAt !== undefined && isOutdated ? [[id, changedAt] as const] : [];
    }),
  );
}

function countEach(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

/** What completion still asks for among the lessons. */
function lackingLessons(
  course: Course,
  read: ReadonlySet<string>,
): { readonly missingLessons: readonly string[]; readonly lessonsToChoose?: number } {
  const { count, among } = requiredLessons(course);
  const unread = among.filter((id) => !read.has(id));
  const lacking = count - (among.length - unread.length);
  if (lacking <= 0) return { missingLessons: [] };
  return lacking >= unread.length ? { missingLessons: unread } : { missingLessons: unread, lessonsToChoose: lacking };
}

/** The grades that matter and the number of attempts of each quiz, quizzes in order of their ids. */
function foldQuizzes({ grades, counts = {} }: ProgressFacts): Readonly<Record<string, QuizProgress>> {
  const quizzes = [...Map.groupBy(grades, ({ quiz }) => quiz)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    quizzes.map(([quiz, attempts]) => {
      const rule = Object.hasOwn(counts, quiz) ? (counts[quiz] ?? 'best') : 'best';
      const progress = { best: pointsOf(pickCounted(attempts, 'best')), attempts: attempts.length };
      return [quiz, rule === 'best' ? progress : { ...progress, counted: pointsOf(pickCounted(attempts, rule)) }];
    }),
  );
}

function pointsOf(grade: Points | undefined): Points {
  const { earned = 0, possible = 0, ratio = 0, passed = false } = grade ?? {};
  return { earned, possible, ratio, passed };
}
