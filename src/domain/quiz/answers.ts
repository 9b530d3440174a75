import type { Unclear } from '#domain/question/kind.ts';
import {
  findUnclear,
  isPartial,
  parseForm,
  type PublicSimpleQuestion,
  type Response,
} from '#domain/question/simple.ts';

/** What a filled-in form adds up to; pure, so that the phone and the server's twin page judge alike. */
export interface Answers {
  readonly responses: readonly Response[];
  /** Ids of the questions that are not answered, or only in part, as shown. */
  readonly missing: readonly string[];
  /** Those of them in which something is filled in; a response may be there all the same. */
  readonly partial: readonly string[];
  /** What cannot be taken as it stands, by question id. */
  readonly unclear: ReadonlyMap<string, Unclear>;
}

/** Reads the values of all shown questions, cases expanded. */
export function readAnswers(
  questions: readonly PublicSimpleQuestion[],
  valuesOf: (question: string) => readonly string[],
): Answers {
  const responses: Response[] = [];
  const missing: string[] = [];
  const partial: string[] = [];
  const unclear = new Map<string, Unclear>();
  for (const question of questions) {
    const values = valuesOf(question.id);
    const given = parseForm(question, values);
    if (isPartial(question, values)) partial.push(question.id);
    if (given === undefined || partial.includes(question.id)) missing.push(question.id);
    if (given === undefined) continue;
    const problem = findUnclear(question, given);
    if (problem) unclear.set(question.id, problem);
    responses.push({ question: question.id, given });
  }
  return { responses, missing, partial, unclear };
}
