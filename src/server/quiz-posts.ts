import { type Answers, readAnswers } from '#domain/answers.ts';
import { findQuiz } from '#domain/catalogue.ts';
import { drawQuestions, isSeed } from '#domain/draw.ts';
import { formatNumber } from '#domain/number.ts';
import type { Unclear } from '#domain/question.ts';
import { type PublicQuiz, type PublishedQuiz, publicQuiz } from '#domain/quiz.ts';
import { quizMessages, recordMessages } from '#messages';
import { findQuizEdition } from './editions.ts';
import { textField } from './forms.ts';
import type { Services } from './services.ts';
import { makeUuid } from './uuid.ts';

/** A quiz form as it was posted, read but not yet judged by the key. */
export interface QuizPost {
  /** The quiz in the edition that the form showed. */
  readonly published: PublishedQuiz;
  readonly quiz: PublicQuiz;
  readonly id: string | undefined;
  readonly seed: string;
  /** Form values by question id, to show them again. */
  readonly given: Readonly<Record<string, readonly string[]>>;
  readonly answers: Answers;
  /** One sentence by question id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What else stands in the way of sending. */
  readonly problems: readonly string[];
  /** Questions without an answer, with their number in the form; empty once they were sent as they are. */
  readonly missing: readonly { readonly id: string; readonly number: number }[];
}

/** The form field that says "send it as it is". */
export const incompleteField = 'apa-adanya';

/** Reads a posted quiz form; undefined when there is no such quiz. */
export async function readQuizPost(
  services: Pick<Services, 'db' | 'catalogue'>,
  address: { readonly course: string; readonly quiz: string },
  form: FormData,
): Promise<QuizPost | undefined> {
  const published = await findPosted(services, address, textField(form, 'edition'));
  if (!published) return undefined;
  const quiz = publicQuiz(published);
  const seed = isSeed(textField(form, 'seed')) ? textField(form, 'seed') : 'formulir';
  const drawn = drawQuestions(quiz.questions, { draw: quiz.draw ?? undefined, shuffle: quiz.shuffle, seed });
  const shown = drawn.flatMap((id) => quiz.questions.find((question) => question.id === id) ?? []);
  const given = Object.fromEntries(drawn.map((id) => [id, form.getAll(`q.${id}`).map(String)]));
  const answers = readAnswers(shown, (question) => given[question] ?? []);
  const problems: string[] = [];
  if (answers.unclear.size > 0) problems.push(quizMessages.unclear);
  const fields = [...form.keys()].filter((name) => name.startsWith('q.'));
  if (!fields.every((name) => drawn.includes(name.slice(2)))) problems.push(recordMessages.not_drawn);
  const errors = Object.fromEntries([...answers.unclear].map(([id, unclear]) => [id, sayUnclear(unclear)]));
  const asItIs = textField(form, incompleteField) !== '';
  const missing = asItIs ? [] : answers.missing.map((id) => ({ id, number: drawn.indexOf(id) + 1 }));
  const id = textField(form, 'id') || undefined;
  return { published, quiz, id, seed, given, answers, errors, problems, missing };
}

/** A new attempt, for a form that the server draws. */
export function newAttempt(): { readonly id: string; readonly seed: string } {
  const id = makeUuid();
  return { id, seed: id.slice(-12) };
}

/** What is asked back about a number. */
function sayUnclear(unclear: Unclear): string {
  return unclear.problem === 'ambiguous'
    ? quizMessages.ambiguous(unclear.readings.map((reading) => formatNumber(reading)))
    : quizMessages.notANumber;
}

/** The quiz in the edition of the form; the current one when the form names none that ever was. */
async function findPosted(
  services: Pick<Services, 'db' | 'catalogue'>,
  { course, quiz }: { readonly course: string; readonly quiz: string },
  edition: string,
): Promise<PublishedQuiz | undefined> {
  const current = findQuiz(services.catalogue, course, quiz);
  const posted = edition === '' ? undefined : await findQuizEdition(services, course, quiz, edition);
  return posted ? { quiz: posted, edition } : current;
}
