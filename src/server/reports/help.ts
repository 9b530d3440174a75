import { type Catalogue, findQuiz } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { dayMs } from '#domain/local-date.ts';
import { countedGrade, type Progress } from '#domain/learning/progress.ts';
import { waitsForStaff } from '#domain/learning/standing.ts';
import type { GradedRecord } from '#server/records/graded.ts';

/** Why a trainer should talk to a participant; `title` is the quiz's, its id when it is no longer offered. */
export type HelpReason =
  | { readonly kind: 'held'; readonly course: string; readonly title: string; readonly attempts: number }
  | {
      readonly kind: 'failing';
      readonly course: string;
      readonly quiz: string;
      readonly title: string;
      readonly attempts: number;
    }
  | { readonly kind: 'inactive'; readonly course: string; readonly days: number };

const failedTimes = 2;
const inactiveDays = 14;

/** What stands in the way of a participant in a course that is not completed; instants in milliseconds since 1970. */
export function findHelpReasons(
  course: Course,
  own: { readonly since: number; readonly progress: Progress; readonly records: readonly GradedRecord[] },
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: number },
): HelpReason[] {
  const { progress, records } = own;
  if (progress.completed) return [];
  const titleOf = (quiz: string) => findQuiz(catalogue, course.id, quiz)?.quiz.title ?? quiz;
  const held = Map.groupBy(
    records.filter((it) => waitsForStaff(it) && !isPassed(progress, it.name)),
    ({ name }) => name,
  );
  const failing = Object.entries(progress.quizzes).filter(
    ([quiz, { attempts }]) => !isPassed(progress, quiz) && attempts >= failedTimes,
  );
  const days = Math.floor((now - (records.at(-1)?.recordedAt ?? own.since)) / dayMs);
  return [
    ...[...held].map(([quiz, waiting]): HelpReason => {
      return { kind: 'held', course: course.id, title: titleOf(quiz), attempts: waiting.length };
    }),
    ...failing.map(([quiz, { attempts }]): HelpReason => {
      return { kind: 'failing', course: course.id, quiz, title: titleOf(quiz), attempts };
    }),
    ...(days >= inactiveDays ? [{ kind: 'inactive', course: course.id, days } as const] : []),
  ];
}

function isPassed({ quizzes }: Progress, quiz: string): boolean {
  const progress = quizzes[quiz];
  return progress !== undefined && countedGrade(progress).passed;
}
