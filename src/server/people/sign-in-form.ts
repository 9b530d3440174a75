import { plainNumber } from '#domain/person/one-time-number.ts';
import { checkSecret, type Viewer } from '#domain/person/person.ts';
import type { CodeProblem } from '#domain/person/second-step.ts';
import { Refusal } from '#domain/refusal.ts';
import { readDevice, type SignInRequest } from '#server/accounts/devices.ts';
import { findSecondStep } from '#server/accounts/second-step/second-step.ts';
import { makeTicket, takeSignInCode } from '#server/accounts/second-step/sign-in-code.ts';
import { hashSecret } from '#server/accounts/secret.ts';
import { type Account, findAccount, openHere, type SignedIn } from '#server/accounts/sign-in.ts';
import { textField } from '#server/http/forms.ts';
import type { Services } from '#server/services.ts';
import { replaceSecret } from '#server/people/own-data/own-secret.ts';

/**
 * What a sign-in form came to. Whoever gave a one-time number is asked to choose a PIN or passphrase by the same form, and whose
 * account asks for a code gives it by the same form.
 */
export type SignInOutcome =
  | ({ readonly kind: 'entered' } & SignedIn)
  | { readonly kind: 'choose'; readonly viewer: Viewer; readonly problem?: string }
  | { readonly kind: 'code'; readonly ticket: string; readonly problem?: CodeProblem };

/**
 * Takes `login` and `secret`, and with a one-time number as secret `new` and `repeat`: what was chosen. Or `ticket` and `code`.
 * @throws Refusal as `findAccount`; conflict (`secret_chosen` when nothing is to be chosen any more, `secret_replaced` when
 * staff made another number meanwhile); unauthenticated (`number_gone`) for a wrong number beside a choice;
 * as `takeSignInCode`
 */
export async function takeSignInForm(
  services: Pick<Services, 'db' | 'pepper'>,
  form: FormData,
  request: SignInRequest,
): Promise<SignInOutcome> {
  const { cookieHeader, secure, address } = request;
  if (form.has('ticket')) return takeCodeForm(services, form, request);
  const secret = textField(form, 'secret');
  const given = { login: textField(form, 'login'), secret, address, device: readDevice(cookieHeader, secure) };
  const isChosen = form.has('new');
  const account = await findAccount(services, given).catch((error: unknown) => {
    const isWrong = error instanceof Refusal && error.code === 'unauthenticated' && error.detail === undefined;
    throw isChosen && isWrong ? new Refusal('unauthenticated', 'number_gone') : error;
  });
  if (!isChosen && !account.mustChoose) return enter(services, account, request);
  const { viewer } = account;
  if (!isChosen) return { kind: 'choose', viewer };
  if (!account.mustChoose) throw new Refusal('conflict', 'secret_chosen');
  const wanted = textField(form, 'new');
  const problem = checkChoice(account, { number: secret, wanted, repeated: form.get('repeat') ?? wanted });
  if (problem !== undefined) return { kind: 'choose', viewer, problem };
  const secretHash = await hashSecret(wanted, services.pepper);
  await replaceSecret(services, account, secretHash);
  return enter(services, { viewer, secretHash }, request);
}

/** Opens a session, or asks for the code first. */
async function enter(
  services: Pick<Services, 'db' | 'pepper'>,
  { viewer, secretHash }: Omit<Account, 'mustChoose'>,
  request: SignInRequest,
): Promise<SignInOutcome> {
  if (await findSecondStep(services.db, viewer.id)) {
    return { kind: 'code', ticket: makeTicket(services.pepper, { viewer, secretHash }) };
  }
  return { kind: 'entered', ...(await openHere(services, { viewer, secretHash }, request)) };
}

async function takeCodeForm(
  services: Pick<Services, 'db' | 'pepper'>,
  form: FormData,
  request: SignInRequest,
): Promise<SignInOutcome> {
  const ticket = textField(form, 'ticket');
  const taken = await takeSignInCode(services, { ticket, code: textField(form, 'code') }, request);
  if ('reason' in taken) return { kind: 'code', ticket, problem: taken };
  return { kind: 'entered', ...(await openHere(services, { ...taken, codeGiven: true }, request)) };
}

/** Staff saw the number: it is no secret of its owner's. */
function checkChoice(
  { viewer }: Account,
  { number, wanted, repeated }: { readonly number: string; readonly wanted: string; readonly repeated: unknown },
): string | undefined {
  const isNumber = plainNumber(wanted) === plainNumber(number);
  return (
    checkSecret(viewer, wanted) ?? (isNumber ? 'secret_is_number' : wanted === repeated ? undefined : 'secrets_differ')
  );
}
