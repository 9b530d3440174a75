import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { card, knownDevice, session } from '#db/schema/accounts.ts';
import { cohort, cohortMember } from '#db/schema/cohorts.ts';
import { deed, person } from '#db/schema/people.ts';
import { admission, enrollment, grade, record } from '#db/schema/records.ts';
import { checkName, normalizeName, type Role, type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { listConsents } from './consents.ts';
import { findErasureRequest } from './erasure-requests.ts';
import { nextChange } from '#server/people/people.ts';
import { listCertificatesOf } from '#server/certificates/certificates.ts';
import { findSecondStep } from '#server/accounts/second-step/second-step.ts';
import { leadOn, listFormerAccounts } from '#server/accounts/former-accounts.ts';
import { listAccountAttempts } from '#server/accounts/throttle.ts';
import { listOwnWriting, type OwnWriting } from '#server/people/own-writing.ts';

// What a person may ask for at the house (`/privasi/`): a copy, a right name; to be erased is told in `erasure.ts`.

/** All that is kept of a person but the hashes of secrets. Instants are ISO 8601, UTC. */
export interface PersonalCopy {
  readonly person: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly role: Role;
    readonly house: string;
    readonly createdAt: string;
  };
  /** Accounts of theirs that became part of this one: their logins lead on. */
  readonly former: readonly { readonly id: string; readonly login: string; readonly at: string }[];
  /** Since when nobody may sign in to it. */
  readonly deactivatedSince: string | null;
  /** Since when they wait to be erased, where they asked for it. */
  readonly erasureAskedAt: string | null;
  /** Until when a one-time number opens the choice of a PIN, while none is chosen. */
  readonly numberUntil: string | null;
  /** Since when they keep the server, where they do. */
  readonly keeperSince: string | null;
  /** Since when their sign-in asks for a code, and how many recovery codes are left. */
  readonly secondStep: { readonly since: string; readonly codesLeft: number } | null;
  /** What staff did to the account, and who looked at it; `by` is an id. */
  readonly deeds: readonly { readonly act: string; readonly at: string; readonly by: string }[];
  /** What they agreed to, the newest first. */
  readonly consents: readonly {
    readonly edition: string;
    readonly at: string;
    readonly guardian: string | null;
    readonly helper: string | null;
  }[];
  /** Printed sign-in cards; `endedAt` of those that were lost. */
  readonly cards: readonly { readonly number: number; readonly madeAt: string; readonly endedAt: string | null }[];
  /** Phones that are signed in. */
  readonly sessions: readonly { readonly expiresAt: string }[];
  /** Devices that signing in from is remembered of, by the digest of a token that opens nothing. */
  readonly devices: readonly { readonly seenAt: string }[];
  /** When signing in failed, of the last day. */
  readonly failedSignIns: readonly string[];
  /** `by` is the id of the person who enrolled this one. */
  readonly enrollments: readonly { readonly course: string; readonly since: string; readonly by: string }[];
  /** Cohorts that this person was put into, oldest first. */
  readonly cohorts: readonly {
    readonly course: string;
    readonly name: string;
    readonly since: string;
    readonly by: string;
    /** Whether they went out of it then. */
    readonly gone: boolean;
  }[];
  /** Who entered where this person was, oldest first; a later mark of a meeting stands for the earlier ones. */
  readonly attendance: readonly {
    readonly meeting: string;
    readonly heldOn: string;
    readonly mark: string;
    readonly at: string;
    readonly by: string;
  }[];
  /** What was read and answered, as it came from the phone, with every grade it was given and what staff said of it. */
  readonly records: readonly object[];
  /** As awarded, the newest first, each with what its QR code says of this person. */
  readonly certificates: readonly object[];
  /** What they wrote, read and published. */
  readonly writing: OwnWriting;
}

/** Everything that is kept of a person. @throws Refusal not_found */
export async function copyPersonalData(db: Database, login: string): Promise<PersonalCopy> {
  const row = await requirePerson(db, login);
  const { createdAt, deactivatedAt, numberUntil, keeperSince } = row;
  const found = viewerOf(row);
  const { orm } = db;
  const [
    former,
    deeds,
    asked,
    consents,
    cards,
    sessions,
    devices,
    attempts,
    enrollments,
    cohorts,
    marks,
    records,
    grades,
    admissions,
    certificates,
    writing,
    secondStep,
  ] = await Promise.all([
    listFormerAccounts(db, found.id),
    orm.select().from(deed).where(eq(deed.person, found.id)).orderBy(asc(deed.id)),
    findErasureRequest({ db }, found.id),
    listConsents(db, found.id),
    orm.select().from(card).where(eq(card.person, found.id)).orderBy(asc(card.madeAt)),
    orm.select().from(session).where(eq(session.person, found.id)).orderBy(asc(session.expiresAt)),
    orm.select().from(knownDevice).where(eq(knownDevice.person, found.id)).orderBy(asc(knownDevice.seenAt)),
    listAccountAttempts(db, found.login),
    orm.select().from(enrollment).where(eq(enrollment.person, found.id)).orderBy(asc(enrollment.since)),
    orm
      .select({
        course: cohort.course,
        name: cohort.name,
        since: cohortMember.since,
        by: cohortMember.by,
        gone: cohortMember.gone,
      })
      .from(cohortMember)
      .innerJoin(cohort, eq(cohort.id, cohortMember.cohort))
      .where(eq(cohortMember.person, found.id))
      .orderBy(asc(cohortMember.id)),
    db.client.execute({
      sql: `SELECT a.meeting, a.mark, a.at, a."by", s.held_on FROM attendance AS a
          JOIN meeting_setting AS s ON s.id = (SELECT max(id) FROM meeting_setting WHERE meeting = a.meeting)
          WHERE a.person = ? ORDER BY a.id`,
      args: [found.id],
    }),
    orm.select().from(record).where(eq(record.person, found.id)).orderBy(asc(record.recordedAt), asc(record.seq)),
    orm
      .select({ grade })
      .from(grade)
      .innerJoin(record, eq(record.id, grade.record))
      .where(eq(record.person, found.id))
      .orderBy(asc(grade.gradedAt)),
    orm
      .select({ admission })
      .from(admission)
      .innerJoin(record, eq(record.id, admission.record))
      .where(eq(record.person, found.id))
      .orderBy(asc(admission.id)),
    listCertificatesOf({ db }, found.id),
    listOwnWriting(db, found.id),
    findSecondStep(db, found.id),
  ]);
  const gradesOf = Map.groupBy(grades, ({ grade: it }) => it.record);
  const admissionsOf = Map.groupBy(admissions, ({ admission: it }) => it.record);
  return {
    person: { ...found, createdAt: toIso(createdAt) },
    former: former.map((it) => ({ ...it, at: toIso(it.at) })),
    deactivatedSince: deactivatedAt === null ? null : toIso(deactivatedAt),
    erasureAskedAt: asked === undefined ? null : toIso(asked),
    numberUntil: numberUntil === null ? null : toIso(numberUntil),
    keeperSince: keeperSince === null ? null : toIso(keeperSince),
    secondStep: secondStep === undefined ? null : { ...secondStep, since: toIso(secondStep.since) },
    deeds: deeds.map(({ act, at, by }) => ({ act, at: toIso(at), by })),
    consents: consents.map(({ edition, at, guardian = null, helper = null }) => ({
      edition,
      at: toIso(at),
      guardian,
      helper,
    })),
    cards: cards.map(({ number, madeAt, endedAt }) => ({
      number,
      madeAt: toIso(madeAt),
      endedAt: endedAt === null ? null : toIso(endedAt),
    })),
    sessions: sessions.map(({ expiresAt }) => ({ expiresAt: toIso(expiresAt) })),
    devices: devices.map(({ seenAt }) => ({ seenAt: toIso(seenAt) })),
    failedSignIns: attempts.map(toIso),
    enrollments: enrollments.map(({ course, since, by }) => ({ course, since: toIso(since), by })),
    cohorts: cohorts.map((it) => ({ ...it, since: toIso(it.since) })),
    attendance: marks.rows.map((row) => ({
      meeting: String(row.meeting),
      heldOn: String(row.held_on),
      mark: String(row.mark),
      at: toIso(Number(row.at)),
      by: String(row.by),
    })),
    records: records.map(({ id, recordedAt, flags, by, body }) => ({
      ...body,
      ...(by !== null && { typedInBy: by }),
      recordedAt: toIso(recordedAt),
      flags,
      grades: (gradesOf.get(id) ?? []).map(({ grade: { id: _id, record: _record, gradedAt, ...it } }) => ({
        ...it,
        gradedAt: toIso(gradedAt),
      })),
      ...(admissionsOf.has(id) && {
        admissions: admissionsOf.get(id)?.map(({ admission: { counts, at, by } }) => ({ counts, at: toIso(at), by })),
      }),
    })),
    certificates: certificates.map(({ person: _person, issuedAt, end, ...it }) => ({
      ...it,
      issuedAt: toIso(issuedAt),
      ...(end && { end: { ...end, at: toIso(end.at) } }),
    })),
    writing,
  };
}

/** Mends a name that was written wrong. @throws Refusal not_found, invalid with the problem as detail */
export async function renamePerson(db: Database, login: string, name: string): Promise<Viewer> {
  const problem = checkName(name);
  if (problem !== undefined) throw new Refusal('invalid', problem);
  const found = await requirePerson(db, login);
  const mended = normalizeName(name);
  await db.write([db.orm.update(person).set({ name: mended, changedAt: nextChange() }).where(eq(person.id, found.id))]);
  return { ...viewerOf(found), name: mended };
}

type PersonRow = typeof person.$inferSelect;

/** @throws Refusal not_found when there is nobody with this login (any more) */
export async function requirePerson(db: Database, login: string): Promise<PersonRow> {
  const [found] = await db.orm
    .select()
    .from(person)
    .where(eq(person.login, await leadOn(db, login)));
  if (found === undefined) throw new Refusal('not_found', 'login');
  return found;
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
