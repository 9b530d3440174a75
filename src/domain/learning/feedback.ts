import type { Grade } from '#domain/quiz/grading.ts';
import { expandCases } from '#domain/question/case.ts';
import { describeKey } from '#domain/question/authored.ts';
import { attemptRules } from '#domain/quiz/attempt-rules.ts';
import { feedbackPolicy, type Quiz } from '#domain/quiz/quiz.ts';
import type { ReceiptGrade } from './record.ts';
import type { Standing } from './standing.ts';

/**
 * What of a grade may leave the server: `total` the sum alone; `points` also what each question earned, but not which part
 * of it was right; `all` also the right response and why.
 */
export type Disclosure = 'total' | 'points' | 'all';

/**
 * An assessment that may be tried again marks no single question: whoever is told which answers were right needs no
 * knowledge the next time.
 */
export function disclosureOf(
  quiz: Pick<Quiz, 'mode' | 'feedback' | 'attempts' | 'waitMinutes'>,
  standing: Pick<Standing, 'passed' | 'attempts'>,
): Disclosure {
  switch (feedbackPolicy(quiz)) {
    case 'never':
      return 'total';
    case 'after-passing-or-last': {
      const isOpen = standing.passed || standing.attempts >= (attemptRules(quiz).attempts ?? Number.POSITIVE_INFINITY);
      return isOpen ? 'all' : quiz.mode === 'assessment' ? 'total' : 'points';
    }
    default:
      return 'all';
  }
}

/** A grade as its participant may see it, picked field by field. `quiz` is the edition that it was given under. */
export function showGrade(
  quiz: Pick<Quiz, 'questions'> | undefined,
  grade: Grade,
  disclosure: Disclosure,
): ReceiptGrade {
  const { earned, possible, ratio, passed } = grade;
  const totals = { earned, possible, ratio, passed };
  if (disclosure === 'total') return { ...totals, questions: [] };
  const told = disclosure === 'all' && quiz !== undefined ? expandCases(quiz.questions) : [];
  const byId = new Map(told.map((question) => [question.id, question]));
  return {
    ...totals,
    questions: grade.questions.map(({ question: id, earned: got, possible: most }) => {
      const question = byId.get(id);
      const points = { question: id, earned: got, possible: most };
      return question === undefined
        ? points
        : { ...points, rationale: question.rationale, right: describeKey(question) };
    }),
  };
}
