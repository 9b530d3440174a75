import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import { expandCases } from '#domain/question/case.ts';
import { earnedPoints } from '#domain/question/simple.ts';
import { type Quiz, reaches } from './quiz.ts';

/** What one question earned. */
export interface QuestionGrade {
  /** `<case>/<sub>` for a sub-question of a case. */
  readonly question: string;
  readonly earned: number;
  readonly possible: number;
}

export type Verdict = 'right' | 'partly' | 'wrong';

export function verdictOf({ earned, possible }: Pick<QuestionGrade, 'earned' | 'possible'>): Verdict {
  if (earned >= possible) return 'right';
  return earned > 0 ? 'partly' : 'wrong';
}

/** What an attempt comes to: points earned of possible, over the drawn questions. */
export interface Points {
  readonly earned: number;
  readonly possible: number;
  /** earned ÷ possible, 0–1. */
  readonly ratio: number;
  readonly passed: boolean;
}

/** Outcome of grading an attempt. */
export interface Grade extends Points {
  readonly questions: readonly QuestionGrade[];
}

/**
 * Grades one attempt over the questions that its seed draws, in the order they were shown. Total: a response to a question
 * that was not drawn counts for nothing, of two responses to one question the first counts, what cannot be read earns 0.
 */
export function gradeAttempt(
  quiz: Quiz,
  attempt: {
    readonly seed: string;
    readonly responses: readonly { readonly question: string; readonly given: unknown }[];
  },
): Grade {
  const questions = expandCases(drawnQuestions(quiz, attempt.seed)).map((question) => {
    const given = attempt.responses.find((response) => response.question === question.id)?.given;
    return { question: question.id, earned: earnedPoints(question, given), possible: question.points };
  });
  const earned = sum(questions.map((grade) => grade.earned));
  const possible = sum(questions.map((grade) => grade.possible));
  const ratio = ratioOf(earned, possible);
  return { earned, possible, ratio, passed: reaches(ratio, quiz.pass), questions };
}

/** Points as a ratio, 0–1; of nothing nothing is earned. */
export function ratioOf(earned: number, possible: number): number {
  return possible === 0 ? 0 : earned / possible;
}

/** Added up in hundredths, so that the order of the questions changes nothing. */
function sum(points: readonly number[]): number {
  return points.reduce((total, it) => total + Math.round(it * 100), 0) / 100;
}
