import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Statement } from '#db/client.ts';
import { offer, person } from '#db/schema/people.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';
import { type Acting, requireActing, stillActs, stillActsArgs } from './acting.ts';
import { deedIfChanged } from './deeds.ts';
import type { SeenPerson } from './house-acts.ts';
import { type HousePerson, requireHousePerson } from './house-people.ts';
import { type PersonServices, requireLogin } from './people.ts';

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

/** A participant who would go to another house. */
export interface LeavingPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** House that they come from. */
  readonly house: string;
  readonly changedAt: number;
  /** Cohorts that they leave, and cards that end. */
  readonly cohorts: number;
  readonly cards: number;
}

/** What offers need: of the catalogue only its houses. */
type OfferServices = Pick<Services, 'db'> & Pick<PersonServices, 'catalogue'>;

/**
 * Offers a participant of the viewer's house to another one; an earlier offer of theirs ends with it.
 * @throws Refusal not_found; invalid (`offer_house`, `offer_staff`, `account_shut`); conflict when somebody else was faster
 */
export async function offerPerson(
  services: OfferServices,
  asked: Viewer | undefined,
  seen: SeenPerson,
  house: string,
): Promise<void> {
  const acting = requireActing(asked);
  await requireOfferable(services, acting, { id: seen.id, house });
  const [offered] = await services.db.write(offerStatements(acting, seen, house));
  if (offered?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}

/**
 * Takes somebody to another house at once, or with `offer` leaves the word to its coordinator; `by` is the account of the operator
 * who gave the command.
 * @throws Refusal as `offerPerson`; not_found (`login`)
 */
export async function moveLogin(
  services: OfferServices,
  by: string,
  { login, house, offer: isOffer }: { readonly login: string; readonly house: string; readonly offer: boolean },
): Promise<void> {
  const leaving = await readLeaving(services, { login, house });
  const acting = { by, house: leaving.house, isOperator: true };
  const there = { ...acting, house };
  const [offered] = await services.db.write([
    ...offerStatements(acting, { id: leaving.id, changedAt: leaving.changedAt }, house),
    ...(isOffer ? [] : acceptStatements(there, leaving.id)),
  ]);
  if (offered?.rows.length !== 1) throw new Refusal('conflict', 'person_changed');
}

/** Who would go to another house, and what stays behind of theirs. @throws Refusal as `moveLogin` */
export async function readLeaving(
  services: OfferServices,
  { login, house }: { readonly login: string; readonly house: string },
): Promise<LeavingPerson> {
  const found = await requireLogin(services.db, login);
  const person = await requireOfferable(services, found, { id: found.id, house });
  const { rows } = await services.db.client.execute({
    sql: `SELECT (SELECT count(*) FROM current_member WHERE person = it.id) AS cohorts,
      (SELECT count(*) FROM card WHERE person = it.id AND ended_at IS NULL) AS cards FROM person AS it WHERE it.id = ?`,
    args: [found.id],
  });
  return {
    ...{ id: person.id, login: person.login, name: person.name, house: found.house, changedAt: person.changedAt },
    ...{ cohorts: Number(rows[0]?.cohorts), cards: Number(rows[0]?.cards) },
  };
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
  const [moved] = await db.write(acceptStatements(requireActing(asked), id));
  if (moved?.rows.length !== 1) throw new Refusal('not_found', 'offer');
}

/** Leaves somebody where they are. @throws Refusal not_found when they are not offered to this house (any more) */
export async function declineOffer({ db }: OfferServices, asked: Viewer | undefined, id: string): Promise<void> {
  const acting = requireActing(asked);
  const [declined] = await db.write([
    endOffer(acting, id),
    deedIfChanged('decline-offer', { by: acting.by, person: id }),
  ]);
  if (declined?.rows.length !== 1) throw new Refusal('not_found', 'offer');
}

async function requireOfferable(
  { db, catalogue }: OfferServices,
  from: Pick<Viewer, 'house'>,
  { id, house }: { readonly id: string; readonly house: string },
): Promise<HousePerson> {
  const found = await requireHousePerson({ db }, from, id);
  const isHouse = catalogue.houses.some((it) => it.id === house);
  if (!isHouse || house === from.house) throw new Refusal('invalid', 'offer_house');
  if (found.role !== 'participant') throw new Refusal('invalid', 'offer_staff');
  if (found.deactivatedAt !== null) throw new Refusal('invalid', 'account_shut');
  return found;
}

/** The first answers the person, where nobody was faster. */
function offerStatements(acting: Acting, { id, changedAt }: SeenPerson, house: string): Statement[] {
  return [
    {
      sql: `INSERT INTO offer (person, house, "by", at) SELECT own.id, ?, ?, ? FROM person AS own
        WHERE own.id = ? AND own.changed_at = coalesce(?, own.changed_at) AND own.role = 'participant'
          AND own.deactivated_at IS NULL AND own.house = ? AND ${stillActs}
        ON CONFLICT (person) DO UPDATE SET house = excluded.house, "by" = excluded."by", at = excluded.at
        RETURNING person`,
      args: [house, acting.by, Date.now(), id, changedAt ?? null, acting.house, ...stillActsArgs(acting)],
    },
    deedIfChanged('offer', { by: acting.by, person: id }),
  ];
}

/** The first answers the person, where they are offered to this house. */
function acceptStatements(acting: Acting, id: string): Statement[] {
  const { by, house } = acting;
  const now = Date.now();
  return [
    {
      sql: `UPDATE person SET house = ?, changed_at = max(changed_at + 1, ?) WHERE id = ? AND ${isOffered} RETURNING id`,
      args: [house, now, id, ...offeredTo(acting, id)],
    },
    deedIfChanged('accept-offer', { by, person: id }),
    {
      sql: `INSERT INTO cohort_member (cohort, person, since, "by", gone)
        SELECT member.cohort, member.person, ?, ?, 1 FROM current_member AS member
        JOIN cohort AS own ON own.id = member.cohort AND own.house <> ? WHERE member.person = ? AND ${isOffered}`,
      args: [now, by, house, id, ...offeredTo(acting, id)],
    },
    {
      sql: `UPDATE card SET ended_at = ? WHERE person = ? AND ended_at IS NULL AND house <> ? AND ${isOffered}`,
      args: [now, id, house, ...offeredTo(acting, id)],
    },
    endOffer(acting, id),
  ];
}

/** Whether a participant whose account is open is offered to the house of somebody who still runs it. */
const isOffered = `EXISTS (SELECT 1 FROM offer
  JOIN person AS own ON own.id = offer.person AND own.role = 'participant' AND own.deactivated_at IS NULL
  WHERE offer.person = ? AND offer.house = ? AND ${stillActs})`;

function offeredTo(acting: Acting, id: string) {
  return [id, acting.house, ...stillActsArgs(acting)];
}

function endOffer(acting: Acting, id: string): Statement {
  return {
    sql: `DELETE FROM offer WHERE person = ? AND ${isOffered} RETURNING person`,
    args: [id, ...offeredTo(acting, id)],
  };
}
