import type { CohortDates } from '#domain/learning/cohort.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { cohortMessages } from '#messages/cohort.ts';
import { meetingMessages } from '#messages/meeting.ts';
import { paperMessages } from '#messages/paper.ts';
import { textField } from '#server/http/forms.ts';
import type { CourseServices } from '#server/services.ts';
import { addMeeting } from './meetings.ts';
import { addToCohort, removeFromCohort } from './members.ts';
import { changeCohort, closeCohort, setCohortDates, setCohortOpen } from './settings.ts';

/** The dates of a posted form; a field left empty leaves that side open. */
export function readCohortDates(form: FormData): CohortDates {
  const dateOf = (name: string) => textField(form, name).trim() || undefined;
  return { opensOn: dateOf('opensOn'), closesOn: dateOf('closesOn') };
}

/** Does what a form of a cohort's page asks for, but for lists of people. @throws Refusal of the act; invalid (`act`) */
export async function actOnCohort(
  services: CourseServices,
  viewer: Viewer | undefined,
  id: string,
  form: FormData,
): Promise<void> {
  const text = (name: string) => textField(form, name);
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    dates: () => setCohortDates(services, viewer, { id, dates: readCohortDates(form) }),
    'open-exam': () => setCohortOpen(services, viewer, { id, open: true }),
    'close-exam': () => setCohortOpen(services, viewer, { id, open: false }),
    add: () => addToCohort(services, viewer, { id, people: form.getAll('person').map(String) }),
    remove: () => removeFromCohort(services, viewer, { id, person: text('person') }),
    save: () =>
      changeCohort(services, viewer, { id, name: text('name'), trainer: text('trainer'), place: text('place') }),
    close: () => closeCohort(services, viewer, { id, closed: true }),
    reopen: () => closeCohort(services, viewer, { id, closed: false }),
    meeting: () => addMeeting(services, viewer, { cohort: id, heldOn: text('heldOn'), place: text('place') }),
  };
  const act = text('act');
  if (!Object.hasOwn(acts, act)) throw new Refusal('invalid', 'act');
  await acts[act]?.();
}

/** What is wrong with a form of a cohort or a meeting and what to do; undefined for any other error. */
export function sayCohortProblem(error: unknown): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const { detail = '' } = error;
  const problems: Readonly<Record<string, string>> = {
    ...meetingMessages.problems,
    ...paperMessages.problems,
    ...cohortMessages.problems,
  };
  return Object.hasOwn(problems, detail) ? problems[detail] : undefined;
}
