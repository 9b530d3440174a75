import type { Viewer } from '#domain/person/person.ts';
import type { SignInRequest } from '#server/accounts/devices.ts';
import { textField } from '#server/http/forms.ts';
import { takeBackSheet } from '#server/records/shown-sheets.ts';
import type { Services } from '#server/services.ts';
import { consentStatement, readConsent } from './consents.ts';
import { askErasure, withdrawErasure } from './erasure-requests.ts';
import { changeOwnSecret } from './own-secret.ts';

/** What people do on the page of their own data. */
export type OwnAct = 'change-pin' | 'consent' | 'ask-erasure' | 'keep' | 'hide-sheet';

export function readOwnAct(form: FormData | undefined): OwnAct {
  const act = form && textField(form, 'act');
  return act === 'consent' || act === 'ask-erasure' || act === 'keep' || act === 'hide-sheet' ? act : 'change-pin';
}

/**
 * Does what the form asks for: `change-pin` with `secret`, `new` and (where it asks) `repeat`; `consent`; `ask-erasure` with
 * `secret`; `keep`, which takes that back; `hide-sheet` with the id of the `sheet` that is taken back.
 * @throws Refusal as the acts
 */
export async function actOnOwnData(
  services: Services,
  viewer: Viewer,
  form: FormData,
  request: SignInRequest,
): Promise<OwnAct> {
  const act = readOwnAct(form);
  const secret = textField(form, 'secret');
  if (act === 'consent') await services.db.write([consentStatement(viewer.id, readConsent(form))]);
  else if (act === 'ask-erasure') await askErasure(services, viewer, secret, request);
  else if (act === 'hide-sheet') await takeBackSheet(services, viewer, textField(form, 'sheet'));
  else if (act === 'keep') await withdrawErasure(services, viewer);
  else {
    const wanted = textField(form, 'new');
    const repeated = form.has('repeat') ? textField(form, 'repeat') : wanted;
    await changeOwnSecret(services, viewer, { present: secret, wanted, repeated }, request);
  }
  return act;
}
