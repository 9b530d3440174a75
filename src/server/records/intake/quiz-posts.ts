import { type Answers, readAnswers } from '#domain/quiz/answers.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { isSeed } from '#domain/quiz/draw/draw.ts';
import { formatNumber } from '#domain/number.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import type { PublicSimpleQuestion } from '#domain/question/simple.ts';
import type { Unclear } from '#domain/question/kind.ts';
import { arrangeQuestions, type PublicQuiz, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import { quizMessages } from '#messages/quiz.ts';
import { quizPageMessages } from '#messages/quiz-page.ts';
import { recordMessages } from '#messages/record.ts';
import { findQuizEdition } from '#server/records/editions.ts';
import { textField } from '#server/http/forms.ts';
import type { CourseServices } from '#server/services.ts';

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
  /** Questions not answered, or only in part, with what the form calls them; empty once they were sent as they are. */
  readonly missing: readonly { readonly id: string; readonly number: string }[];
}

/** The form field that says "send it as it is". */
export const incompleteField = 'apa-adanya';

/** Reads a posted quiz form; undefined when there is no such quiz. */
export async function readQuizPost(
  services: CourseServices,
  address: { readonly course: string; readonly quiz: string },
  form: FormData,
): Promise<QuizPost | undefined> {
  const published = await findPosted(services, address, textField(form, 'edition'));
  if (!published) return undefined;
  const quiz = publicQuiz(published);
  const seed = isSeed(textField(form, 'seed')) ? textField(form, 'seed') : 'formulir';
  const arranged = arrangeQuestions(quiz, seed);
  const shown = expandCases(arranged);
  const given = Object.fromEntries(shown.map(({ id }) => [id, form.getAll(`q.${id}`).map(String)]));
  const answers = readAnswers(shown, (question) => given[question] ?? []);
  const problems: string[] = [];
  if (answers.unclear.size > 0) problems.push(quizMessages.unclear);
  const fields = [...form.keys()].filter((name) => name.startsWith('q.'));
  if (!fields.every((name) => name.slice(2) in given)) problems.push(recordMessages.not_drawn);
  const asItIs = textField(form, incompleteField) !== '';
  const errors = Object.fromEntries([
    ...(asItIs ? [] : answers.partial.map((id) => [id, sayPartial(shown, id)] as const)),
    ...[...answers.unclear].map(([id, unclear]) => [id, sayUnclear(unclear)] as const),
  ]);
  const numbers = numberQuestions(arranged);
  const missing = asItIs ? [] : answers.missing.map((id) => ({ id, number: numbers.get(id) ?? '' }));
  const id = textField(form, 'id') || undefined;
  return { published, quiz, id, seed, given, answers, errors, problems, missing };
}

/** What is said about a question that is answered in part. */
function sayPartial(shown: readonly PublicSimpleQuestion[], id: string): string {
  return shown.some((it) => it.id === id && it.kind === 'order') ? quizPageMessages.places : quizMessages.partial;
}

/** What is asked back about a number. */
function sayUnclear(unclear: Unclear): string {
  return unclear.problem === 'ambiguous'
    ? quizMessages.ambiguous(unclear.readings.map((reading) => formatNumber(reading)))
    : quizMessages.notANumber;
}

/** The quiz in the edition of the form; the current one when the form names none that ever was. */
async function findPosted(
  services: CourseServices,
  { course, quiz }: { readonly course: string; readonly quiz: string },
  edition: string,
): Promise<PublishedQuiz | undefined> {
  const current = findQuiz(services.catalogue, course, quiz);
  const posted = edition === '' ? undefined : await findQuizEdition(services, course, quiz, edition);
  return posted ? { quiz: posted, edition } : current;
}
