import type { CohortDates } from '#domain/learning/cohort.ts';
import { Refusal } from '#domain/refusal.ts';
import { cohortMessages } from '#messages/cohort.ts';
import { textField } from '#server/http/forms.ts';

/** The dates of a posted form; a field left empty leaves that side open. */
export function readCohortDates(form: FormData): CohortDates {
  const dateOf = (name: string) => textField(form, name).trim() || undefined;
  return { opensOn: dateOf('opensOn'), closesOn: dateOf('closesOn') };
}

/** What is wrong with a cohort's form and what to do; undefined for any other error. */
export function sayCohortProblem(error: unknown): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const { problems } = cohortMessages;
  return Object.hasOwn(problems, error.detail ?? '') ? problems[error.detail as keyof typeof problems] : undefined;
}
