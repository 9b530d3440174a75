import { randomBytes } from 'node:crypto';
import type { Statement as SqlStatement } from '#db/client.ts';
import type { CertificateText } from '#domain/certificate/certificate.ts';
import { certificateId, encodeStatement } from '#domain/certificate/statement.ts';
import { toBase32 } from '#domain/base32.ts';
import type { DataServices } from '#server/services.ts';
import type { HouseKey } from './house-key.ts';

/** A certificate before it has its number and its signature. */
export interface Draft {
  readonly owner: { readonly id: string; readonly house: string };
  readonly subject: string;
  /** Local date `YYYY-MM-DD`. */
  readonly completedOn: string;
  /** Record id of the passed attempt; null for a path. */
  readonly record: string | null;
  readonly text: CertificateText;
}

/** Who stands for a certificate. */
export interface Warrantor {
  readonly id: string;
  readonly name: string;
}

/** Signs a draft. Answers its number and the statements that store it, unless `unless` (SQL) finds something. */
export function makeCertificate(
  draft: Draft,
  key: HouseKey,
  { warrantor, unless }: { readonly warrantor: Warrantor | undefined; readonly unless: SqlCondition },
): { readonly id: string; readonly statements: readonly SqlStatement[] } {
  const { owner, subject, completedOn, record, text } = draft;
  const { house } = owner;
  const id = certificateId(randomBytes(8));
  const { percent, edition, name } = text;
  const signed = encodeStatement({ id, completedOn, percent, edition, house, subject, name });
  const statement = toBase32(Uint8Array.from([...signed, ...key.sign(signed)]));
  return {
    id,
    statements: [
      {
        sql: `INSERT INTO certificate
            (id, person, subject, house, completed_on, issued_at, record, statement, body, warrantor, warrantor_name)
          SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM person WHERE id = ? AND NOT EXISTS (${unless.sql}) RETURNING id`,
        args: [
          ...[id, subject, house, completedOn, Date.now(), record, statement, JSON.stringify(text)],
          ...[warrantor?.id ?? null, warrantor?.name ?? null, owner.id, ...unless.args],
        ],
      },
      {
        sql: `INSERT INTO certificate_number (id, key, house) SELECT id, ?, house FROM certificate WHERE id = ?`,
        args: [key.publicKey, id],
      },
    ],
  };
}

/** A SELECT with its arguments. */
interface SqlCondition {
  readonly sql: string;
  readonly args: readonly string[];
}

/** Who stands for a person's certificates: the first coordinator of the house, else its first trainer; never the person. */
export async function findWarrantor(
  { db }: DataServices,
  { id, house }: { readonly id: string; readonly house: string },
): Promise<Warrantor | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, name FROM person WHERE house = ? AND role IN ('coordinator', 'trainer') AND id <> ?
      ORDER BY role, created_at, id LIMIT 1`,
    args: [house, id],
  });
  return rows[0] && { id: String(rows[0].id), name: String(rows[0].name) };
}
