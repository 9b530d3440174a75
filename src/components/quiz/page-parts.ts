import { expandCases } from '#domain/question/case.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';

/** Id of a question's fieldset in the page. */
export function anchorOf(quiz: string, question: string): string {
  return `soal-${quiz}-${question}`;
}

/** The simple questions of a quiz by the ids under which they are responded to. */
export function keysById(keys: readonly Question[] = []): ReadonlyMap<string, SimpleQuestion> {
  return new Map(expandCases(keys).map((question) => [question.id, question]));
}

/** JSON that may stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
