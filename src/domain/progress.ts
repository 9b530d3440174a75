import { type Course, requiredLessons } from './course.ts';
import { type Grade, reaches } from './grading.ts';

/** What is known of one participant in one course; in any order, repeats allowed. */
export interface ProgressFacts {
  readonly lessonsRead: readonly { readonly lesson: string }[];
  /** The grade that counts of each attempt. */
  readonly grades: readonly (Pick<Grade, 'earned' | 'possible' | 'ratio' | 'passed'> & {
    readonly quiz: string;
    /** Milliseconds since 1970. */
    readonly recordedAt: number;
  })[];
}

export interface QuizProgress {
  readonly best: Pick<Grade, 'earned' | 'possible' | 'ratio' | 'passed'>;
  readonly attempts: number;
}

/** What a participant's records in one course add up to. */
export interface Progress {
  /** In course order; lessons that left the course are left out. */
  readonly lessonsRead: readonly string[];
  readonly quizzes: Readonly<Record<string, QuizProgress>>;
  readonly completed: boolean;
  /** Ids of what completion still asks for: lessons in course order, then the assessment. */
  readonly missing: readonly string[];
  /** Where to go on; absent when everything is done. */
  readonly next?: { readonly kind: 'lesson' | 'assessment'; readonly id: string };
}

/** Adds up facts. The order of the facts changes nothing. */
export function foldProgress(course: Course, facts: ProgressFacts): Progress {
  const read = new Set(facts.lessonsRead.map(({ lesson }) => lesson));
  const quizzes = foldQuizzes(facts.grades);
  const assessmentDone = reaches(quizzes[course.assessment]?.best.ratio ?? 0, course.completion.gradeRatio);
  const missingLessons = requiredLessons(course).filter((id) => !read.has(id));
  const missing = assessmentDone ? missingLessons : [...missingLessons, course.assessment];
  const unread = course.lessons.find((id) => !read.has(id));
  const progress = {
    lessonsRead: course.lessons.filter((id) => read.has(id)),
    quizzes,
    completed: missing.length === 0,
    missing,
  };
  if (unread !== undefined) return { ...progress, next: { kind: 'lesson', id: unread } };
  return assessmentDone ? progress : { ...progress, next: { kind: 'assessment', id: course.assessment } };
}

/** Best grade and number of attempts of each quiz, quizzes in order of their ids. */
function foldQuizzes(grades: readonly Graded[]): Readonly<Record<string, QuizProgress>> {
  const byQuiz = new Map<string, { best: Graded; attempts: number }>();
  for (const grade of grades) {
    const sofar = byQuiz.get(grade.quiz);
    const best = sofar === undefined || isBetter(grade, sofar.best) ? grade : sofar.best;
    byQuiz.set(grade.quiz, { best, attempts: (sofar?.attempts ?? 0) + 1 });
  }
  const quizzes = [...byQuiz].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    quizzes.map(([quiz, { best, attempts }]) => {
      const { earned, possible, ratio, passed } = best;
      return [quiz, { best: { earned, possible, ratio, passed }, attempts }];
    }),
  );
}

type Graded = ProgressFacts['grades'][number];

/** A total order, so that the best of the same grades is always the same one. */
function isBetter(a: Graded, b: Graded): boolean {
  if (a.ratio !== b.ratio) return a.ratio > b.ratio;
  if (a.passed !== b.passed) return a.passed;
  if (a.possible !== b.possible) return a.possible > b.possible;
  return a.earned > b.earned;
}
