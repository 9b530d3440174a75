import { rankBySeed } from '#domain/seeded-order.ts';
import { lessonsOf } from './drawn.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';

/** Ids of the two forms that a bank of before and after is dealt into; they are given on paper and have no page. */
export const baselineForms = { before: 'uji-sebelum', after: 'uji-sesudah' } as const;
export type BaselineForm = keyof typeof baselineForms;

/** Whether a quiz is one of the two forms: it counts for no progress. */
export function isBaselineForm(quiz: string): boolean {
  return quiz === baselineForms.before || quiz === baselineForms.after;
}

/**
 * Deals a bank into two forms that share no question and ask about the same lessons: the questions of each lesson in an order
 * that hangs on their ids alone, one to each form in turn. Of an odd number the form with fewer questions so far gets the last.
 */
export function dealBaseline(
  bank: Quiz,
  titles: Readonly<Record<BaselineForm, string>>,
): Readonly<Record<BaselineForm, Quiz>> {
  const before = new Set<string>();
  const after = new Set<string>();
  const byLesson = Map.groupBy(bank.questions, (question) => lessonsOf(question)[0] ?? '');
  for (const [lesson, questions] of [...byLesson].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { id } of rankBySeed(questions, (question) => question.id, `${bank.course}/${lesson}/`)) {
      const own = questions.filter((question) => before.has(question.id)).length;
      const other = questions.filter((question) => after.has(question.id)).length;
      const isEven = own === other;
      if (isEven ? before.size <= after.size : own < other) before.add(id);
      else after.add(id);
    }
  }
  const formOf = (form: BaselineForm, ids: ReadonlySet<string>): Quiz => ({
    ...bank,
    id: baselineForms[form],
    title: titles[form],
    feedback: 'never',
    questions: bank.questions.filter(({ id }) => ids.has(id)),
  });
  return { before: formOf('before', before), after: formOf('after', after) };
}
