import { eq } from 'drizzle-orm';
import { certificate } from '#db/schema/certificates.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { Services } from '#server/services.ts';
import { requireCertificate } from './certificates.ts';
import { findOwner } from './drafts.ts';
import { openHouseKey } from './house-key.ts';
import { findWarrantor, makeCertificate } from './make.ts';

type EndingServices = Pick<Services, 'db' | 'keyFile'>;

/**
 * Ends a certificate of the viewer's house for good.
 * @throws Refusal unauthenticated, forbidden, not_found; conflict when it has ended already
 */
export async function revokeCertificate(
  services: EndingServices,
  asked: Viewer | undefined,
  number: string,
): Promise<void> {
  const { id, viewer } = await requireStanding(services, asked, number);
  const [ended] = await services.db.write([
    {
      sql: `INSERT INTO certificate_end (certificate, why, at, "by") VALUES (?, 'revoked', ?, ?)
        ON CONFLICT DO NOTHING RETURNING certificate`,
      args: [id, Date.now(), viewer.id],
    },
  ]);
  if (ended?.rows.length === 0) throw new Refusal('conflict', 'certificate');
}

/**
 * Makes a new certificate with the name that its owner has now, and ends the old one as replaced. Answers the new number.
 * @throws Refusal unauthenticated, forbidden, not_found; conflict when it has ended already, or bears that name;
 * closed while nothing can be signed
 */
export async function replaceCertificate(
  services: EndingServices,
  asked: Viewer | undefined,
  number: string,
): Promise<string> {
  const { id: old, viewer, person, ...found } = await requireStanding(services, asked, number);
  const name = (await findOwner(services, person))?.name ?? '';
  if (name === '' || name === found.text.name) throw new Refusal('conflict', 'certificate_name');
  const key = await openHouseKey(services);
  if ('problem' in key) throw new Refusal('closed', key.problem);
  // Frozen as awarded: nothing but the name is another, the house neither where its owner has moved.
  const owner = { id: person, house: found.house };
  const [row] = await services.db.orm
    .select({ record: certificate.record })
    .from(certificate)
    .where(eq(certificate.id, old));
  const draft = { ...found, owner, record: row?.record ?? null, text: { ...found.text, name } };
  const { id, statements } = makeCertificate(draft, key, {
    warrantor: await findWarrantor(services, owner),
    unless: { sql: 'SELECT 1 FROM certificate_end WHERE certificate = ?', args: [old] },
  });
  const [made] = await services.db.write([
    ...statements,
    {
      sql: `INSERT INTO certificate_end (certificate, why, at, "by", successor)
        SELECT ?, 'replaced', ?, ?, id FROM certificate WHERE id = ?`,
      args: [old, Date.now(), viewer.id, id],
    },
  ]);
  if (made?.rows.length === 0) throw new Refusal('conflict', 'certificate');
  return id;
}

async function requireStanding(services: EndingServices, asked: Viewer | undefined, number: string) {
  const viewer = requireStaff(asked);
  const found = await requireCertificate(services, viewer, number);
  // Nobody of the staff ends or renames what is their own.
  if (found.person === viewer.id) throw new Refusal('forbidden', 'certificate');
  // The house that its owner went to reads it; who awarded it answers for it.
  if (found.house !== viewer.house) throw new Refusal('forbidden', 'certificate');
  if (found.end !== undefined) throw new Refusal('conflict', 'certificate');
  return { ...found, viewer };
}
