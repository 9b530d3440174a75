import { lintAcronyms } from '#domain/lint/lesson/acronyms.ts';
import { lintHeadings } from '#domain/lint/lesson/headings.ts';
import type { Content } from './content.ts';
import { lintAsked } from '#domain/lint/lists/asked.ts';
import { lintCountries } from '#domain/lint/lists/countries.ts';
import { lintCourses } from './courses.ts';
import type { Fault } from './fault.ts';
import { lintLearningPaths } from '#domain/lint/lists/learning-paths.ts';
import { lintLessons } from '#domain/lint/lesson/lessons.ts';
import { lintLists } from '#domain/lint/lists/lists.ts';
import { applyAccepts } from '#domain/lint/quiz/accept.ts';
import { lintProse } from '#domain/lint/lesson/prose.ts';
import { lintQuizQuality } from '#domain/lint/quiz/quality.ts';
import { lintQuizzes } from '#domain/lint/quiz/quizzes.ts';
import { lintLessonFigures, lintQuizFigures } from './official-figures.ts';
import { lintReaders } from './readers.ts';
import { lintReviews } from './reviews.ts';
import { lintSynonyms } from '#domain/lint/lists/synonyms.ts';
import { lintUrgentAnswers } from '#domain/lint/lists/urgent-answers.ts';
import { lintSounds } from '#domain/lint/lesson/sounds.ts';
import { lintTables } from '#domain/lint/lesson/tables.ts';

/** Checks what content means, once every file has its shape. `todayOn` is `YYYY-MM-DD`. */
export function lintContent(content: Content, todayOn: string): readonly Fault[] {
  return [
    ...lintCourses(content),
    ...lintLessonFiles(content),
    ...lintQuizFiles(content),
    ...lintListFiles(content),
    ...lintReviews(content, todayOn),
    ...lintReaders(content, todayOn),
  ];
}

/** What the lists mean that stand beside the courses. */
export function lintListFiles(content: Content): readonly Fault[] {
  return [
    ...lintLists(content),
    ...lintSynonyms(content),
    ...lintUrgentAnswers(content),
    ...lintAsked(content),
    ...lintCountries(content),
    ...lintLearningPaths(content),
  ];
}

/** What lessons and guides mean, each by itself. */
export function lintLessonFiles(content: Content): readonly Fault[] {
  return [
    ...lintLessons(content),
    ...lintProse(content),
    ...lintHeadings(content),
    ...lintLessonFigures(content),
    ...lintTables(content),
    ...lintAcronyms(content),
    ...lintSounds(content),
  ];
}

/** What quizzes mean, by themselves and beside each other. */
export function lintQuizFiles(content: Content): readonly Fault[] {
  return applyAccepts(content.quizzes, [
    ...lintQuizzes(content),
    ...lintQuizQuality(content),
    ...lintQuizFigures(content),
  ]);
}
