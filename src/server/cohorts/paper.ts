import { findBaseline, findQuiz } from '#domain/course/catalogue.ts';
import { isLocalDate, todayOn } from '#domain/local-date.ts';
import { compareNames } from '#domain/person/name-order.ts';
import { formatNumber } from '#domain/number.ts';
import type { Viewer } from '#domain/person/person.ts';
import { readAnswers } from '#domain/quiz/answers.ts';
import { baselineForms } from '#domain/quiz/draw/baseline-forms.ts';
import { listAsked, type PaperSheet, paperSheet, readPaperAnswer, readSheetCode } from '#domain/quiz/paper.ts';
import type { PublishedQuiz, Quiz } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { paperMessages } from '#messages/paper.ts';
import { quizMessages } from '#messages/quiz.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { findEditionBy } from '#server/records/editions.ts';
import { listPaper, type PaperAttempt, recordPaper } from '#server/records/intake/paper.ts';
import type { CourseServices } from '#server/services.ts';
import type { Cohort } from './cohort-rows.ts';
import { type CohortPerson, findCohortDetail } from './cohorts.ts';

/** Which sheet is asked for: `code` is that on the paper, undefined for the first one of today's edition. */
export interface SheetAddress {
  readonly cohort: string;
  readonly quiz: string;
  readonly code: string | undefined;
}

/** A quiz on paper for a cohort, and whose sheets are typed in. */
export interface CohortPaper {
  readonly cohort: Cohort;
  readonly published: PublishedQuiz;
  readonly sheet: PaperSheet;
  /** By name, with the sheet that was typed in last. */
  readonly people: readonly (CohortPerson & { readonly entered: PaperAttempt | undefined })[];
}

/** What of a typed sheet cannot be read, by question id; empty when it was recorded. */
export type PaperErrors = ReadonlyMap<string, string>;

/**
 * The sheet that a cohort gets of a quiz of its course.
 * @throws Refusal unauthenticated, forbidden; not_found (cohort, `quiz`, `sheet`)
 */
export async function findPaper(
  services: CourseServices,
  asked: Viewer | undefined,
  { cohort: id, quiz: quizId, code }: SheetAddress,
): Promise<CohortPaper> {
  const { people, others: _, ...cohort } = await findCohortDetail(services, asked, id);
  const { catalogue } = services;
  const current = findQuiz(catalogue, cohort.course, quizId) ?? findBaseline(catalogue, cohort.course, quizId);
  if (current === undefined) throw new Refusal('not_found', 'quiz');
  const wanted = code === undefined ? { number: 1, edition: current.edition } : readSheetCode(code);
  const published = wanted && (await findEditionBy(services, current, wanted.edition));
  if (published === undefined) throw new Refusal('not_found', 'sheet');
  const sheet = paperSheet(published, cohort.id, wanted?.number ?? 1);
  const ids = people.map((person) => person.id);
  const entered = await listPaper(services, { quiz: published.quiz, seed: sheet.seed, people: ids });
  const newest = new Map(entered.map((attempt) => [attempt.person, attempt]));
  return {
    cohort,
    published,
    sheet,
    people: people.toSorted(compareNames).map((person) => ({ ...person, entered: newest.get(person.id) })),
  };
}

/**
 * Types in what a participant wrote; `typedFor` gives the text at a question. Answers what cannot be read; then nothing is kept.
 * @throws as `findPaper`; invalid (`paper_person`, `paper_date`, `paper_early`, `paper_empty`), conflict (`paper_changed`)
 */
export async function enterPaper(
  services: CourseServices,
  asked: Viewer | undefined,
  it: SheetAddress & {
    readonly person: string;
    readonly heldOn: string;
    typedFor(question: string): string;
  },
): Promise<PaperErrors> {
  const viewer = requireStaff(asked);
  const { published, sheet, people } = await findPaper(services, viewer, it);
  if (!people.some(({ id }) => id === it.person)) throw new Refusal('invalid', 'paper_person');
  if (!isLocalDate(it.heldOn)) throw new Refusal('invalid', 'paper_date');
  if (it.heldOn > todayOn()) throw new Refusal('invalid', 'paper_early');
  const questions = listAsked(sheet.questions).map(({ question }) => question);
  const values = new Map(
    questions.map((question) => [question.id, readPaperAnswer(question, it.typedFor(question.id))]),
  );
  const { responses, partial, unclear } = readAnswers(questions, (id) => values.get(id) ?? []);
  const errors = new Map<string, string>([
    ...partial.map((id) => [id, paperMessages.incomplete] as const),
    ...[...unclear].map(
      ([id, problem]) =>
        [
          id,
          problem.problem === 'ambiguous'
            ? quizMessages.ambiguous(problem.readings.map((reading) => formatNumber(reading)))
            : quizMessages.notANumber,
        ] as const,
    ),
    ...questions
      .filter(({ id }) => values.get(id) === undefined)
      .map((question) => [question.id, paperMessages.unreadable[question.kind]] as const),
  ]);
  if (errors.size > 0) return errors;
  if (responses.length === 0) throw new Refusal('invalid', 'paper_empty');
  await recordPaper(services, viewer.id, {
    ...{ person: it.person, published, seed: sheet.seed, heldOn: it.heldOn },
    responses,
  });
  return errors;
}

/** The quizzes of a course that can be printed, in its order, between the form for before it and the one for after. */
export function listPaperQuizzes({ catalogue }: Pick<CourseServices, 'catalogue'>, course: string): readonly Quiz[] {
  const own = catalogue.quizzes.filter(({ quiz }) => quiz.course === course).map(({ quiz }) => quiz);
  const form = (id: string) => findBaseline(catalogue, course, id)?.quiz ?? [];
  return [form(baselineForms.before), own, form(baselineForms.after)].flat();
}
