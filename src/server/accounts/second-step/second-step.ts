import { eq } from 'drizzle-orm';
import type { Database, Statement } from '#db/client.ts';
import { secondStep } from '#db/schema/accounts.ts';
import { type CodeProblem, readTypedCode, stepMs, stepOf } from '#domain/person/second-step.ts';
import type { Services } from '#server/services.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { seal, unseal } from './seal.ts';
import { findStep } from './totp.ts';

/** That an account asks for a code, since when, and how many recovery codes are left. */
export interface SecondStep {
  readonly since: number;
  readonly codesLeft: number;
}

/** Undefined where the account asks for none. */
export async function findSecondStep({ client }: Database, person: string): Promise<SecondStep | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT since, (SELECT count(*) FROM recovery_code AS code WHERE code.person = second_step.person
        AND used_at IS NULL) AS codes_left FROM second_step WHERE person = ?`,
    args: [person],
  });
  const [row] = rows;
  return row && { since: Number(row.since), codesLeft: Number(row.codes_left) };
}

/** Keeps a key that was proven by the code of `step`; answers nothing where the account has one already. */
export function keepKeyStatement(
  pepper: Uint8Array,
  { person, key, step }: { readonly person: string; readonly key: Uint8Array; readonly step: number },
): Statement {
  const sealed = seal(pepper, purposeOf(person), Buffer.from(key).toString('base64url'));
  return {
    sql: `INSERT INTO second_step (person, sealed_key, since, last_step) VALUES (?, ?, ?, ?)
      ON CONFLICT (person) DO NOTHING RETURNING person`,
    args: [person, sealed, Date.now(), step],
  };
}

/** The account asks for no code any more. The last statement changes something only where it did. */
export function forgetSecondStep(person: string): Statement[] {
  return [
    { sql: 'DELETE FROM recovery_code WHERE person = ?', args: [person] },
    { sql: 'DELETE FROM second_step WHERE person = ?', args: [person] },
  ];
}

/**
 * Which step of the app a code belongs to: one step off on either side is taken for a slow hand, more for a wrong clock.
 */
export async function judgeDigits(key: Uint8Array, digits: string): Promise<{ readonly step: number } | CodeProblem> {
  const serverAt = Date.now();
  const step = await findStep(key, digits, stepOf(serverAt));
  if (step === undefined) return { reason: 'wrong' };
  return Math.abs(step - stepOf(serverAt)) <= 1 ? { step } : { reason: 'clock', codeAt: step * stepMs, serverAt };
}

/** Takes a code of the app or a recovery code, each once; undefined where it was right. Whoever asks counts the attempt. */
export async function takeCode(
  services: Pick<Services, 'db' | 'pepper'>,
  person: string,
  typed: string,
): Promise<CodeProblem | undefined> {
  const { db, pepper } = services;
  const code = readTypedCode(typed);
  const [kept] = await db.orm.select().from(secondStep).where(eq(secondStep.person, person));
  if (code === undefined || kept === undefined) return { reason: 'wrong' };
  if (code.kind === 'recovery') {
    const outcome = await takeRecoveryCode(services, person, code.code);
    return outcome === 'taken' ? undefined : { reason: outcome };
  }
  const key = unseal(pepper, purposeOf(person), kept.sealedKey);
  if (key === undefined) return { reason: 'wrong' };
  const judged = await judgeDigits(Buffer.from(key, 'base64url'), code.digits);
  if ('reason' in judged) return judged;
  // A step that lies ahead was taken by a clock that was set right since.
  const [taken] = await db.write([
    {
      sql: `UPDATE second_step SET last_step = ? WHERE person = ? AND (last_step < ? OR last_step > ?) RETURNING person`,
      args: [judged.step, person, judged.step, stepOf(Date.now()) + 1],
    },
  ]);
  return taken?.rows.length === 1 ? undefined : { reason: 'used' };
}

function purposeOf(person: string): string {
  return `key:${person}`;
}
