import { randomBytes } from 'node:crypto';
import { base32nopad } from '@scure/base';
import { type CodeProblem, formatRecoveryCode, keyAddress, readTypedCode } from '#domain/person/second-step.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { endOtherSessions } from '#server/accounts/auth.ts';
import { readDevice, type SignInRequest } from '#server/accounts/devices.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { makeRecoveryCodes } from '#server/accounts/second-step/recovery-codes.ts';
import { sealFor, unsealInTime } from '#server/accounts/second-step/seal.ts';
import {
  findSecondStep,
  forgetSecondStep,
  judgeDigits,
  keepKeyStatement,
} from '#server/accounts/second-step/second-step.ts';
import { countedCode } from '#server/accounts/second-step/sign-in-code.ts';
import { type Account, findOpenAccount } from '#server/accounts/sign-in.ts';
import { textField } from '#server/http/forms.ts';
import { deedIfChanged } from '#server/people/deeds.ts';
import type { Services } from '#server/services.ts';

type AccountServices = Pick<Services, 'db' | 'pepper'>;

/** A key to be scanned: nothing of it is kept until a code of it was typed. */
export interface KeyToScan {
  /** Brings the key back with the first code, sealed. */
  readonly ticket: string;
  /** Base32, as it is typed where nothing can be scanned. */
  readonly key: string;
  /** What the QR code says. */
  readonly address: string;
}

/** What the page shows after a form; `ended` leads on. `problem` stands beside the code. */
export type SecondStepOutcome =
  | { readonly kind: 'scan'; readonly scan: KeyToScan; readonly problem?: CodeProblem }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'wrong'; readonly problem: CodeProblem }
  | { readonly kind: 'ended' };

const setupMs = 30 * 60_000;
const keyBytes = 20;

/**
 * Does what the form of staff asks for: `begin` with `secret`; `confirm` with `ticket` and `code`; `renew` and `end` with `secret`
 * and `code`.
 * @throws Refusal unauthenticated, forbidden (`staff`); unauthenticated for a wrong passphrase; conflict (`second_step_on`);
 * invalid (`setup_over`, `act`); too_many
 */
export async function actOnSecondStep(
  services: AccountServices,
  asked: Viewer | undefined,
  form: FormData,
  request: SignInRequest,
): Promise<SecondStepOutcome> {
  const viewer = requireStaff(asked);
  const act = textField(form, 'act');
  if (act === 'confirm') return confirm(services, viewer, form, request);
  if (!['begin', 'renew', 'end'].includes(act)) throw new Refusal('invalid', 'act');
  const { cookieHeader, secure, address } = request;
  const given = { login: viewer.login, secret: textField(form, 'secret'), address };
  const account = await findOpenAccount(services, { ...given, device: readDevice(cookieHeader, secure) });
  if (act === 'begin') return begin(services, viewer);
  const problem = await countedCode(services, account, textField(form, 'code'), request);
  if (problem !== undefined) return { kind: 'wrong', problem };
  return act === 'end' ? end(services, account) : renew(services, account);
}

async function begin({ db, pepper }: AccountServices, viewer: Viewer): Promise<SecondStepOutcome> {
  if (await findSecondStep(db, viewer.id)) throw new Refusal('conflict', 'second_step_on');
  const key = base32nopad.encode(randomBytes(keyBytes));
  const ticket = sealFor(pepper, purposeOf(viewer), key, setupMs);
  return { kind: 'scan', scan: { ticket, key, address: keyAddress(viewer.login, key) } };
}

/** The account asks for codes from the first right one on, here and on every other phone. */
async function confirm(
  { db, pepper }: AccountServices,
  viewer: Viewer,
  form: FormData,
  { cookieHeader, secure }: SignInRequest,
): Promise<SecondStepOutcome> {
  const ticket = textField(form, 'ticket');
  const key = unsealInTime(pepper, purposeOf(viewer), ticket);
  if (key === undefined) throw new Refusal('invalid', 'setup_over');
  const bytes = base32nopad.decode(key);
  const typed = readTypedCode(textField(form, 'code'));
  const judged = typed?.kind === 'app' ? await judgeDigits(bytes, typed.digits) : ({ reason: 'wrong' } as const);
  if ('reason' in judged) {
    return { kind: 'scan', scan: { ticket, key, address: keyAddress(viewer.login, key) }, problem: judged };
  }
  const [kept] = await db.write([
    keepKeyStatement(pepper, { person: viewer.id, key: bytes, step: judged.step }),
    deedIfChanged('second-step', { by: viewer.id, person: viewer.id }),
  ]);
  if (kept?.rows.length !== 1) throw new Refusal('conflict', 'second_step_on');
  const { codes, statements } = makeRecoveryCodes(pepper, viewer.id);
  await db.write(statements);
  await endOtherSessions(db, viewer.id, cookieHeader, secure);
  return { kind: 'codes', codes: codes.map(formatRecoveryCode) };
}

async function renew({ db, pepper }: AccountServices, { viewer: { id } }: Account): Promise<SecondStepOutcome> {
  const { codes, statements } = makeRecoveryCodes(pepper, id);
  await db.write([...statements, deedIfChanged('recovery-codes', { by: id, person: id })]);
  return { kind: 'codes', codes: codes.map(formatRecoveryCode) };
}

async function end({ db }: AccountServices, { viewer: { id } }: Account): Promise<SecondStepOutcome> {
  await db.write([...forgetSecondStep(id), deedIfChanged('end-second-step', { by: id, person: id })]);
  return { kind: 'ended' };
}

function purposeOf({ id }: Viewer): string {
  return `setup:${id}`;
}
