import { findUnclear, parseForm, type PublicQuestion, type Unclear } from './question.ts';
import type { Response } from './record.ts';

/** What a filled-in form adds up to; pure, so that the phone and the server's twin page judge alike. */
export interface Answers {
  readonly responses: readonly Response[];
  /** Ids of the questions without a response, as shown. */
  readonly missing: readonly string[];
  /** What cannot be taken as it stands, by question id. */
  readonly unclear: ReadonlyMap<string, Unclear>;
}

/** Reads the values of all shown questions. */
export function readAnswers(
  questions: readonly PublicQuestion[],
  valuesOf: (question: string) => readonly string[],
): Answers {
  const responses: Response[] = [];
  const missing: string[] = [];
  const unclear = new Map<string, Unclear>();
  for (const question of questions) {
    const given = parseForm(question, valuesOf(question.id));
    if (given === undefined) {
      missing.push(question.id);
      continue;
    }
    const problem = findUnclear(question, given);
    if (problem) unclear.set(question.id, problem);
    responses.push({ question: question.id, given });
  }
  return { responses, missing, unclear };
}
