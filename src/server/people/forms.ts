import { type Role, roles } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { houseMessages } from '#messages/house.ts';
import { housePeopleMessages } from '#messages/house-people.ts';
import { mergeMessages } from '#messages/merge.ts';
import { offerMessages } from '#messages/offer.ts';
import { personMessages } from '#messages/person.ts';
import { secondStepMessages } from '#messages/second-step.ts';
import { textField } from '#server/http/forms.ts';
import { makeUuid } from '#server/uuid.ts';
import type { SeenPerson } from './house-acts.ts';
import type { NamesakeAnswers } from './import.ts';
import type { NewPerson } from './people.ts';

/** A problem of a person's form: beside which field it stands (empty: above all) and what it says. */
export interface PersonProblem {
  readonly field: 'name' | 'role' | 'login' | 'secret' | '';
  readonly text: string;
}

/** A new person as a form sends it; its id makes that the same form, sent twice, adds nobody twice. @throws Refusal invalid */
export function readNewPerson(form: FormData): Omit<NewPerson, 'house'> {
  return {
    id: readFormId(form),
    name: textField(form, 'name'),
    role: readRole(form),
    login: textField(form, 'login').trim() || undefined,
    secret: textField(form, 'secret').trim() || undefined,
  };
}

/** The UUID that a form was made with; a new one where it does not say. */
export function readFormId(form: FormData): string {
  const id = textField(form, 'id');
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? id : makeUuid();
}

/** What was said of the rows of a list whose name is known: fields `baris-<line>`, each `sama` or `lain`. */
export function readNamesakeAnswers(form: FormData): NamesakeAnswers {
  const said = [...form].flatMap(([field, value]) => {
    const line = /^baris-(\d{1,6})$/.exec(field)?.[1];
    return line === undefined ? [] : [{ line: Number(line), value }];
  });
  const linesOf = (answer: string) => new Set(said.filter(({ value }) => value === answer).map(({ line }) => line));
  return { same: linesOf('sama'), another: linesOf('lain') };
}

/** @throws Refusal invalid */
export function readRole(form: FormData): Role {
  const role = roles.find((it) => it === textField(form, 'role'));
  if (role === undefined) throw new Refusal('invalid', 'role_unknown');
  return role;
}

/** In which state a form saw a person; one that does not say, in its field `changed`, saw none that still stands. */
export function readSeen(form: FormData, id: string, field = 'changed'): SeenPerson {
  const changedAt = textField(form, field);
  return { id, changedAt: /^\d{1,15}$/.test(changedAt) ? Number(changedAt) : unseen };
}

/** No row has this state. */
const unseen = -1;

/** What is wrong with a person's form and what to do; undefined for any other error. */
export function sayPersonProblem(error: unknown): PersonProblem | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const { detail = '' } = error;
  const own =
    ownProblems[detail] ?? problemAbove(mergeMessages.problems, detail) ?? problemAbove(offerMessages.problems, detail);
  if (own !== undefined) return own;
  if (!Object.hasOwn(personMessages, detail)) return undefined;
  const text = personMessages[detail as keyof typeof personMessages];
  if (detail.startsWith('name_')) return { field: 'name', text };
  return { field: detail.startsWith('login_') ? 'login' : 'secret', text };
}

/** A problem that stands above all fields. */
function problemAbove(problems: Readonly<Record<string, string>>, detail: string): PersonProblem | undefined {
  const text = Object.hasOwn(problems, detail) ? problems[detail] : undefined;
  return text === undefined ? undefined : { field: '', text };
}

const ownProblems: Readonly<Record<string, PersonProblem>> = {
  role_unknown: { field: 'role', text: housePeopleMessages.roleUnknown },
  own_role: { field: 'role', text: housePeopleMessages.ownRole },
  own_account: { field: '', text: housePeopleMessages.ownRole },
  keeper_account: { field: '', text: housePeopleMessages.keeperAccount },
  keeper_clears: { field: '', text: secondStepMessages.keeperClears },
  house_run: { field: '', text: houseMessages.coordinators.isRun },
  account_shut: { field: '', text: housePeopleMessages.accountShut },
  already_added: { field: '', text: housePeopleMessages.alreadyAdded },
  person_changed: { field: '', text: housePeopleMessages.changed },
  erase_staff: { field: '', text: housePeopleMessages.eraseStaff },
  erase_not_sure: { field: '', text: housePeopleMessages.eraseNotSure },
};
