import type { Database, Statement } from '#db/client.ts';
import type { Consent } from '#domain/person/consent.ts';
import { checkName, normalizeName } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { consentText } from '#messages/consent.ts';
import { textField } from '#server/http/forms.ts';

/** A consent as it was given. */
export interface GivenConsent extends Consent {
  readonly at: number;
}

/** The fields `consent`, `guardian` and `helper` of a form. @throws Refusal invalid (`consent_missing`, `guardian_wrong`) */
export function readConsent(form: FormData): Consent {
  const [guardian, helper] = ['guardian', 'helper'].map((field) => normalizeName(textField(form, field)) || undefined);
  const isWrong = (name: string | undefined) => name !== undefined && checkName(name) !== undefined;
  if (isWrong(guardian) || isWrong(helper)) throw new Refusal('invalid', 'guardian_wrong');
  if (textField(form, 'consent') === '') throw new Refusal('invalid', 'consent_missing');
  return { edition: consentText.edition, guardian, helper };
}

/** Keeps what a person agreed to, as long as there is the person. */
export function consentStatement(person: string, { edition, guardian, helper }: Consent): Statement {
  return {
    sql: `INSERT INTO consent (person, edition, at, guardian, helper) SELECT id, ?, ?, ?, ? FROM person WHERE id = ?`,
    args: [edition, Date.now(), guardian ?? null, helper ?? null, person],
  };
}

/** What a person agreed to, the newest first. */
export async function listConsents({ client }: Database, person: string): Promise<GivenConsent[]> {
  const { rows } = await client.execute({
    sql: 'SELECT edition, at, guardian, helper FROM consent WHERE person = ? ORDER BY id DESC',
    args: [person],
  });
  return rows.map(({ edition, at, guardian, helper }) => ({
    edition: String(edition),
    at: Number(at),
    guardian: guardian === null ? undefined : String(guardian),
    helper: helper === null ? undefined : String(helper),
  }));
}
