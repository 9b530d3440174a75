import { type Course, isReviewOverdue, type Lesson } from './course.ts';
import type { LearningPath } from './learning-path.ts';
import type { House } from '#domain/house.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';

/** A lesson and the digest that names it as it was published. */
export interface PublishedLesson {
  readonly lesson: Lesson;
  readonly edition: string;
}

/** All that one release knows of `content/`: the server reads it from the release, never from the pages. Holds keys. */
export interface Catalogue {
  readonly houses: readonly House[];
  readonly courses: readonly Course[];
  readonly lessons: readonly PublishedLesson[];
  readonly quizzes: readonly PublishedQuiz[];
  /** Two forms of each course for before and after it, given on paper; absent in a release from before there were any. */
  readonly baselines?: readonly PublishedQuiz[];
  /** Ids of the courses with a trainer's guide; absent in a release from before there were any. */
  readonly guides?: readonly string[];
  /** Absent in a release from before certificates. */
  readonly paths?: readonly LearningPath[];
}

export function findCourse(catalogue: Catalogue, course: string): Course | undefined {
  return catalogue.courses.find(({ id }) => id === course);
}

export function findLesson(catalogue: Catalogue, course: string, lesson: string): PublishedLesson | undefined {
  return catalogue.lessons.find((it) => it.lesson.course === course && it.lesson.id === lesson);
}

export function findQuiz(catalogue: Catalogue, course: string, quiz: string): PublishedQuiz | undefined {
  return catalogue.quizzes.find((it) => it.quiz.course === course && it.quiz.id === quiz);
}

/** One of a course's two forms for before and after it. */
export function findBaseline(catalogue: Catalogue, course: string, quiz: string): PublishedQuiz | undefined {
  return catalogue.baselines?.find((it) => it.quiz.course === course && it.quiz.id === quiz);
}

/** Where a step of a course is, and what it is called: a lesson, the assessment, or the course itself, to choose a lesson there. */
export interface Place {
  readonly href: string;
  readonly title: string;
}

/** The place of a lesson, of a quiz or of the course itself; what is not offered any more is called by its id. */
export function placeOf(catalogue: Catalogue, course: Course, id: string): Place {
  if (id === course.id) return { href: `/kursus/${id}/#isi`, title: course.title };
  const quiz = course.lessons.includes(id) ? undefined : findQuiz(catalogue, course.id, id)?.quiz;
  if (quiz !== undefined) return { href: `/kursus/${course.id}/kuis/${id}/`, title: quiz.title };
  return { href: `/kursus/${course.id}/${id}/`, title: findLesson(catalogue, course.id, id)?.lesson.title ?? id };
}

/** Whether a review became overdue between two days (`YYYY-MM-DD`): pages of the first day do not say so yet. */
export function hasAged({ courses, lessons }: Catalogue, builtOn: string, todayOn: string): boolean {
  const reviews = [...courses, ...lessons.map(({ lesson }) => lesson)].map(({ reviewed }) => reviewed);
  return reviews.some((review) => isReviewOverdue(review, todayOn) && !isReviewOverdue(review, builtOn));
}
