import type { Database, Statement } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { SignInRequest } from '#server/accounts/devices.ts';
import { openHere, type SignedIn } from '#server/accounts/sign-in.ts';
import { findJoinDoor, type JoinDoor } from '#server/cohorts/join-code.ts';
import { memberStatement } from '#server/cohorts/members.ts';
import { textField } from '#server/http/forms.ts';
import { enrollStatement } from '#server/records/enrollments.ts';
import type { Services } from '#server/services.ts';
import { consentStatement, readConsent } from '#server/people/own-data/consents.ts';
import { deedIfChanged } from './deeds.ts';
import { readFormId } from './forms.ts';
import { listNamesakes } from './house-people.ts';
import { addPerson } from './people.ts';

/** So many come in by one cohort's code a day: a room full, and not a program. */
const newcomersPerDay = 100;
const dayMs = 24 * 60 * 60_000;

/**
 * Adds a newcomer to the house and the cohort of a code, and signs them in here. The form holds `kode`, `name`, `secret`, the
 * fields of a consent, `id` (a UUID: the same form twice adds nobody twice) and `lain`, when they said that they are another
 * than who has this name already.
 * @throws Refusal as `findJoinDoor`; invalid with the problem as detail; conflict (`name_known`, `already_added`); too_many
 */
export async function joinAnew(services: Services, form: FormData, request: SignInRequest): Promise<SignedIn> {
  const { db } = services;
  const door = await findJoinDoor({ db }, textField(form, 'kode'), request.address);
  if ((await countNewcomers(db, door)) >= newcomersPerDay) throw new Refusal('too_many', 'newcomers', 3600);
  const consent = readConsent(form);
  const [id, name, secret] = [readFormId(form), textField(form, 'name'), textField(form, 'secret').trim()];
  const namesakes = await listNamesakes({ db }, door, { id, name });
  if (namesakes.length > 0 && textField(form, 'lain') === '') throw new Refusal('conflict', 'name_known');
  const { person } = await addPerson(services, { id, house: door.house, role: 'participant', name, secret }, (made) => [
    deedIfChanged('join', { by: made, person: made }),
    consentStatement(made, consent),
    ...joinStatements(door, made),
  ]);
  return openHere({ db }, { viewer: person }, request);
}

/**
 * Puts a participant of the house who is signed in into the cohort of a code.
 * @throws Refusal as `findJoinDoor`; forbidden (`other_house`, `not_participant`)
 */
export async function joinAs(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  code: string,
  address: string,
): Promise<void> {
  const door = await findJoinDoor({ db }, code, address);
  if (viewer.role !== 'participant') throw new Refusal('forbidden', 'not_participant');
  if (viewer.house !== door.house) throw new Refusal('forbidden', 'other_house');
  await db.write(joinStatements(door, viewer.id));
}

function joinStatements({ cohort }: JoinDoor, person: string): Statement[] {
  const now = Date.now();
  return [
    enrollStatement({ person, course: cohort.course, now, by: person }),
    memberStatement({ cohort: cohort.id, person, by: person, now }),
  ];
}

async function countNewcomers({ client }: Database, { cohort }: JoinDoor): Promise<number> {
  const { rows } = await client.execute({
    sql: 'SELECT count(*) AS n FROM cohort_member WHERE cohort = ? AND since > ? AND "by" = person',
    args: [cohort.id, Date.now() - dayMs],
  });
  return Number(rows[0]?.n);
}
