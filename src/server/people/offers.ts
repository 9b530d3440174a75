import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Statement } from '#db/client.ts';
import { offer, person } from '#db/schema/people.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';
import { deedIfChanged } from './deeds.ts';
import type { SeenPerson } from './house-acts.ts';
import { requireHousePerson } from './house-people.ts';

// A participant goes to another house by an offer that its coordinator accepts. Until then nothing is another.

/** A participant who is offered to the viewer's house: what its coordinator may know before they are theirs. */
export interface OfferedPerson {
  readonly id: string;
  readonly name: string;
  /** House that they come from. */
  readonly from: string;
  /** Name of who offered them; undefined when that person is gone. */
  readonly by: string | undefined;
  readonly at: number;
}

type OfferServices = Pick<Services, 'db' | 'catalogue'>;

/**
 * Offers a participant of the viewer's house to another one; an earlier offer of theirs ends with it.
 * @throws Refusal not_found; invalid (`offer_house`, `offer_staff`, `account_shut`); conflict when somebody else was faster
 */
export async function offerPerson(
  { db, catalogue }: OfferServices,
  asked: Viewer | undefined,
  seen: SeenPerson,
  house: string,
): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson({ db }, viewer, seen.id);
  const isHouse = catalogue.houses.some(({ id }) => id === house);
  if (!isHouse || house === viewer.house) throw new Refusal('invalid', 'offer_house');
  if (found.role !== 'participant') throw new Refusal('invalid', 'offer_staff');
  if (found.deactivatedAt !== null) throw new Refusal('invalid', 'account_shut');
  const [offered] = await db.write([
    {
      sql: `INSERT INTO offer (person, house, "by", at)
        SELECT own.id, ?, actor.id, ? FROM person AS own, person AS actor
        WHERE own.id = ? AND own.changed_at = coalesce(?, own.changed_at) AND own.role = 'participant'
          AND own.deactivated_at IS NULL AND own.house = actor.house AND ${actorRuns}
        ON CONFLICT (person) DO UPDATE SET house = excluded.house, "by" = excluded."by", at = excluded.at
        RETURNING person`,
      args: [house, Date.now(), found.id, seen.changedAt ?? null, viewer.id],
    },
    deedIfChanged('offer', { by: viewer.id, person: found.id }),
  ]);
  if (offered?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}

/** Takes an offer back. @throws Refusal not_found */
export async function withdrawOffer({ db }: OfferServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const found = await requireHousePerson({ db }, viewer, id);
  await db.write([
    { sql: 'DELETE FROM offer WHERE person = ?', args: [found.id] },
    deedIfChanged('withdraw-offer', { by: viewer.id, person: found.id }),
  ]);
}

/** To which house somebody is offered, and since when; undefined where they are not. */
export async function findOffer(
  { db }: Pick<Services, 'db'>,
  id: string,
): Promise<{ readonly house: string; readonly at: number } | undefined> {
  const [found] = await db.orm.select({ house: offer.house, at: offer.at }).from(offer).where(eq(offer.person, id));
  return found;
}

/** Who is offered to the viewer's house, the oldest first. @throws Refusal unauthenticated, forbidden */
export async function listOffered(
  { db }: Pick<Services, 'db'>,
  asked: Viewer | undefined,
): Promise<readonly OfferedPerson[]> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const actor = alias(person, 'actor');
  const rows = await db.orm
    .select({ id: person.id, name: person.name, from: person.house, by: actor.name, at: offer.at })
    .from(offer)
    .innerJoin(person, eq(person.id, offer.person))
    .leftJoin(actor, eq(actor.id, offer.by))
    .where(and(eq(offer.house, viewer.house), eq(person.role, 'participant'), isNull(person.deactivatedAt)))
    .orderBy(asc(offer.at), asc(offer.person));
  return rows.map(({ by, ...it }) => ({ ...it, by: by ?? undefined }));
}

/**
 * Takes somebody who is offered into the viewer's house: what they did, their certificates, login and PIN come along; they leave
 * the cohorts of the house that they go from, and its card is good no longer.
 * @throws Refusal not_found when they are not offered to this house (any more)
 */
export async function acceptOffer({ db }: OfferServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const now = Date.now();
  const [moved] = await db.write([
    {
      sql: `UPDATE person SET house = ?, changed_at = max(changed_at + 1, ?) WHERE id = ? AND ${isOffered} RETURNING id`,
      args: [viewer.house, now, id, ...offeredTo(viewer, id)],
    },
    deedIfChanged('accept-offer', { by: viewer.id, person: id }),
    {
      sql: `INSERT INTO cohort_member (cohort, person, since, "by", gone)
        SELECT member.cohort, member.person, ?, ?, 1 FROM current_member AS member
        JOIN cohort AS own ON own.id = member.cohort AND own.house <> ? WHERE member.person = ? AND ${isOffered}`,
      args: [now, viewer.id, viewer.house, id, ...offeredTo(viewer, id)],
    },
    {
      sql: `UPDATE card SET ended_at = ? WHERE person = ? AND ended_at IS NULL AND house <> ? AND ${isOffered}`,
      args: [now, id, viewer.house, ...offeredTo(viewer, id)],
    },
    endOffer(viewer, id),
  ]);
  if (moved?.rows.length !== 1) throw new Refusal('not_found', 'offer');
}

/** Leaves somebody where they are. @throws Refusal not_found when they are not offered to this house (any more) */
export async function declineOffer({ db }: OfferServices, asked: Viewer | undefined, id: string): Promise<void> {
  const viewer = requireRole({ viewer: asked }, 'coordinator');
  const [declined] = await db.write([
    endOffer(viewer, id),
    deedIfChanged('decline-offer', { by: viewer.id, person: id }),
  ]);
  if (declined?.rows.length !== 1) throw new Refusal('not_found', 'offer');
}

const actorRuns = `actor.id = ? AND actor.role = 'coordinator' AND actor.deactivated_at IS NULL`;

/** Whether a participant whose account is open is offered to the house of somebody who still runs it. */
const isOffered = `EXISTS (SELECT 1 FROM offer
  JOIN person AS own ON own.id = offer.person AND own.role = 'participant' AND own.deactivated_at IS NULL
  JOIN person AS actor ON actor.house = offer.house
  WHERE offer.person = ? AND offer.house = ? AND ${actorRuns})`;

function offeredTo(viewer: Viewer, id: string): readonly [string, string, string] {
  return [id, viewer.house, viewer.id];
}

function endOffer(viewer: Viewer, id: string): Statement {
  return {
    sql: `DELETE FROM offer WHERE person = ? AND ${isOffered} RETURNING person`,
    args: [id, ...offeredTo(viewer, id)],
  };
}
