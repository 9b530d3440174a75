import { keepText, keptText } from '#client/phone/text.ts';
import { expandCases } from '#domain/question/case.ts';
import { earnedPoints, type Response } from '#domain/question/simple.ts';
import { ratioOf } from '#domain/quiz/grading.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';

/** The best result of each practice of a course, 0 to 1. All files that a phone opens share one store, hence the course. */
export type BestRatios = Readonly<Record<string, number>>;

/** What is known while the file is open; a phone that stores nothing knows no more. */
const inMemory = new Map<string, BestRatios>();

export function bestRatios(course: string): BestRatios {
  try {
    return { ...(JSON.parse(keptText(keyOf(course)) ?? '{}') as BestRatios), ...inMemory.get(course) };
  } catch {
    // Somebody changed it by hand.
    return inMemory.get(course) ?? {};
  }
}

/** Keeps the result where it is the best so far; false when it will not survive closing the file. */
export function keepResult({ course, quiz, keys = [] }: QuizData, responses: readonly Response[]): boolean {
  const questions = expandCases(keys);
  const earned = questions.map((question) =>
    earnedPoints(question, responses.find((response) => response.question === question.id)?.given),
  );
  const ratio = ratioOf(sum(earned), sum(questions.map(({ points }) => points)));
  const before = bestRatios(course);
  const now = { ...before, [quiz]: Math.max(ratio, before[quiz] ?? 0) };
  inMemory.set(course, now);
  keepText(keyOf(course), JSON.stringify(now));
  return keptText(keyOf(course)) === JSON.stringify(now);
}

function keyOf(course: string): string {
  return `bawa-pulang/${course}`;
}

function sum(points: readonly number[]): number {
  return points.reduce((total, it) => total + it, 0);
}
