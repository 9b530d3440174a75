import { type CaseQuestion, expandCases, type PublicCaseQuestion } from './case.ts';
import { type PublicSimpleQuestion, type SimpleQuestion, simpleKinds, withoutSimpleKey } from './simple.ts';

/** What a quiz is made of and what is drawn: a question, or a case with several. `expandCases` makes them simple. */
export type Question = SimpleQuestion | CaseQuestion;

export type PublicQuestion = PublicSimpleQuestion | PublicCaseQuestion;

export const questionKinds: readonly Question['kind'][] = [...simpleKinds, 'case'];

/** The public part, picked field by field: the one place where a question leaves without its key. */
export function withoutKey(question: SimpleQuestion): PublicSimpleQuestion;
export function withoutKey(question: Question): PublicQuestion;
export function withoutKey(question: Question): PublicQuestion {
  if (question.kind !== 'case') return withoutSimpleKey(question);
  const { id, story, questions } = question;
  return {
    kind: 'case',
    id,
    story,
    questions: expandCases([question]).map((sub, at) => ({
      ...withoutSimpleKey(sub),
      id: questions[at]?.id ?? sub.id,
    })),
  };
}
