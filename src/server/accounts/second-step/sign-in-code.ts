import { and, eq, isNull } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import type { CodeProblem } from '#domain/person/second-step.ts';
import { type Viewer, viewerOf } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isKnownDevice, readDevice, type SignInRequest } from '#server/accounts/devices.ts';
import { countAttempt, forgiveAttempt, requireAttemptLeft } from '#server/accounts/throttle.ts';
import { sha256 } from '#server/digest.ts';
import type { Services } from '#server/services.ts';
import { sealFor, unsealInTime } from './seal.ts';
import { takeCode } from './second-step.ts';

type AccountServices = Pick<Services, 'db' | 'pepper'>;

/** Whose passphrase was right, and what it was compared with. */
interface Known {
  readonly viewer: Viewer;
  readonly secretHash: string;
}

const ticketMs = 10 * 60_000;
const purpose = 'sign-in';

/** What the form of the code carries in place of the passphrase: opens nothing by itself, and nothing once that is changed. */
export function makeTicket(pepper: Uint8Array, { viewer, secretHash }: Known): string {
  return sealFor(pepper, purpose, `${viewer.id}/${sha256(secretHash)}`, ticketMs);
}

/**
 * Whose ticket this is, once the code is right; else why it is not.
 * @throws Refusal unauthenticated (`ticket_over`) when it took too long or the passphrase was changed meanwhile; too_many
 */
export async function takeSignInCode(
  services: AccountServices,
  { ticket, code }: { readonly ticket: string; readonly code: string },
  request: SignInRequest,
): Promise<Known | CodeProblem> {
  const known = await openTicket(services, ticket);
  const problem = await countedCode(services, known, code, request);
  return problem ?? known;
}

/**
 * Takes a code of somebody whose passphrase was right: counted apart from passphrases, of which each right one forgives the wrong.
 * @throws Refusal too_many
 */
export async function countedCode(
  services: AccountServices,
  { viewer: { id, login }, secretHash }: Known,
  code: string,
  { cookieHeader, secure, address }: SignInRequest,
): Promise<CodeProblem | undefined> {
  const device = readDevice(cookieHeader, secure);
  const isKnown = await isKnownDevice(services.db, login, device);
  const origin = { login, address, device: isKnown ? device : undefined, asked: 'code' } as const;
  await requireAttemptLeft(services.db, origin);
  const attempt = await countAttempt(services.db, origin);
  const problem = await takeCode(services, id, code);
  if (problem === undefined) await forgiveAttempt(services.db, attempt, { id, secretHash });
  return problem;
}

async function openTicket({ db, pepper }: AccountServices, ticket: string): Promise<Known> {
  const [id = '', digest] = unsealInTime(pepper, purpose, ticket)?.split('/') ?? [];
  const [row] = await db.orm
    .select()
    .from(person)
    .where(and(eq(person.id, id), isNull(person.deactivatedAt)));
  if (row === undefined || sha256(row.secretHash) !== digest) throw new Refusal('unauthenticated', 'ticket_over');
  return { viewer: viewerOf(row), secretHash: row.secretHash };
}
