import { createHmac, randomBytes } from 'node:crypto';
import type { Statement } from '#db/client.ts';
import { toBase32 } from '#domain/base32.ts';
import { recoveryCodeBytes, recoveryCodeCount } from '#domain/person/second-step.ts';
import type { Services } from '#server/services.ts';

type AccountServices = Pick<Services, 'db' | 'pepper'>;

/** Ten codes that are shown once, and what puts them in the place of the ones before. */
export function makeRecoveryCodes(pepper: Uint8Array, person: string): { codes: string[]; statements: Statement[] } {
  const codes = Array.from({ length: recoveryCodeCount }, () => toBase32(randomBytes(recoveryCodeBytes)));
  const digests = codes.map((code) => digest(pepper, person, code));
  return {
    codes,
    statements: [
      { sql: 'DELETE FROM recovery_code WHERE person = ?', args: [person] },
      {
        sql: 'INSERT INTO recovery_code (digest, person, made_at) SELECT value, ?, ? FROM json_each(?)',
        args: [person, Date.now(), JSON.stringify(digests)],
      },
    ],
  };
}

/** Takes a code, once. `used` where it was taken before. */
export async function takeRecoveryCode(
  { db, pepper }: AccountServices,
  person: string,
  code: string,
): Promise<'taken' | 'used' | 'wrong'> {
  const args = [person, digest(pepper, person, code)];
  const [taken] = await db.write([
    {
      sql: 'UPDATE recovery_code SET used_at = ? WHERE person = ? AND digest = ? AND used_at IS NULL RETURNING digest',
      args: [Date.now(), ...args],
    },
  ]);
  if (taken?.rows.length === 1) return 'taken';
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM recovery_code WHERE person = ? AND digest = ?',
    args,
  });
  return rows.length > 0 ? 'used' : 'wrong';
}

/** 40 random bits: a keyed digest is enough, which nobody tries out without the pepper. */
function digest(pepper: Uint8Array, person: string, code: string): string {
  return createHmac('sha256', pepper).update(`recovery:${person}:${code}`).digest('base64url');
}
