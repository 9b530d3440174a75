import type { PublicSimpleQuestion, SimpleQuestion } from './simple.ts';

/** One story with several questions; drawn as a whole. */
export interface CaseQuestion {
  readonly kind: 'case';
  /** Permanent within the quiz. */
  readonly id: string;
  /** Markdown. */
  readonly story: string;
  /** Their ids are unique within the case. */
  readonly questions: readonly SimpleQuestion[];
  /** What the story as a whole teaches. */
  readonly rationale: string;
  /** Fact id. */
  readonly source?: string;
  /** Lesson id: what to read again. */
  readonly read?: string;
  /** Names of faults that the author accepts; no part of an edition. */
  readonly accept?: readonly string[];
}

export interface PublicCaseQuestion {
  readonly kind: 'case';
  readonly id: string;
  readonly story: string;
  readonly questions: readonly PublicSimpleQuestion[];
}

type AnyQuestion = SimpleQuestion | CaseQuestion | PublicSimpleQuestion | PublicCaseQuestion;

/** The id under which a sub-question is responded to and graded. */
export function subQuestionId(caseId: string, id: string): string {
  return `${caseId}/${id}`;
}

/** What is responded to and graded: every question, and in place of a case its sub-questions with ids `<case>/<sub>`. */
export function expandCases(questions: readonly (SimpleQuestion | CaseQuestion)[]): readonly SimpleQuestion[];
export function expandCases(
  questions: readonly (PublicSimpleQuestion | PublicCaseQuestion)[],
): readonly PublicSimpleQuestion[];
export function expandCases(questions: readonly AnyQuestion[]): readonly (SimpleQuestion | PublicSimpleQuestion)[] {
  return questions.flatMap((question) =>
    question.kind === 'case'
      ? question.questions.map((sub) => ({ ...sub, id: subQuestionId(question.id, sub.id) }))
      : [question],
  );
}

/** What questions are called, by their ids as expanded: 1, 2, and 3a and 3b for the sub-questions of a case. */
export function numberQuestions(questions: readonly AnyQuestion[]): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap((question, at) =>
      question.kind === 'case'
        ? question.questions.map(
            ({ id }, sub) => [subQuestionId(question.id, id), `${at + 1}${letters[sub] ?? `.${sub + 1}`}`] as const,
          )
        : [[question.id, String(at + 1)] as const],
    ),
  );
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
