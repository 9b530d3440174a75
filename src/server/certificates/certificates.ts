import { and, desc, eq, type SQL } from 'drizzle-orm';
import { certificate, certificateEnd } from '#db/schema/certificates.ts';
import { person } from '#db/schema/people.ts';
import type { CertificateEnding, CertificateText } from '#domain/certificate/certificate.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireViewer } from '#server/accounts/guards.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { DataServices } from '#server/services.ts';

/** A certificate as it was awarded, and how it stands now. */
export interface Certificate {
  /** 13 signs of base32: its number. */
  readonly id: string;
  /** Person id. */
  readonly person: string;
  /** Course id, or `jalur/` and the id of a path. */
  readonly subject: string;
  readonly house: string;
  /** Local date `YYYY-MM-DD`. */
  readonly completedOn: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** What its QR code carries. */
  readonly statement: string;
  readonly text: CertificateText;
  /** Name of who stands for it; undefined when there was nobody, or when they are gone. */
  readonly warrantor: string | undefined;
  /** Undefined while it holds. */
  readonly end: CertificateEnd | undefined;
}

export interface CertificateEnd {
  readonly why: CertificateEnding;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Id of the one in its place, where it was replaced. */
  readonly successor: string | undefined;
}

/** A person's certificates, the newest first. */
export function listCertificatesOf(services: DataServices, person: string): Promise<Certificate[]> {
  return listCertificates(services, eq(certificate.person, person));
}

/**
 * A certificate of the viewer's own, or where they lead the house that awarded it or that its owner is in now; `number` as
 * somebody typed it.
 * @throws Refusal unauthenticated, not_found when not theirs or not there
 */
export async function requireCertificate(
  services: DataServices,
  asked: Viewer | undefined,
  number: string,
): Promise<Certificate> {
  const viewer = requireViewer({ viewer: asked });
  const id = number.toUpperCase().replaceAll('-', '');
  const [found] = await listCertificates(services, eq(certificate.id, id));
  const isOwn = found?.person === viewer.id;
  const leads =
    viewer.role !== 'participant' && found !== undefined && (await isOfHouse(services, found, viewer.house));
  if (found === undefined || !(isOwn || leads)) throw new Refusal('not_found', 'certificate');
  return found;
}

async function isOfHouse({ db }: DataServices, found: Certificate, house: string): Promise<boolean> {
  if (found.house === house) return true;
  const owner = and(eq(person.id, found.person), eq(person.house, house));
  return (await db.orm.select({ id: person.id }).from(person).where(owner)).length > 0;
}

async function listCertificates({ db }: DataServices, where: SQL | undefined): Promise<Certificate[]> {
  const rows = await db.orm
    .select({ certificate, end: certificateEnd })
    .from(certificate)
    .leftJoin(certificateEnd, eq(certificateEnd.certificate, certificate.id))
    .where(and(where))
    .orderBy(desc(certificate.issuedAt), desc(certificate.id));
  return rows.map(({ certificate: { body, warrantorName, ...row }, end }) => ({
    id: row.id,
    person: row.person,
    subject: row.subject,
    house: row.house,
    completedOn: row.completedOn,
    issuedAt: row.issuedAt,
    statement: row.statement,
    text: body,
    warrantor: warrantorName ?? undefined,
    end: end === null ? undefined : { why: end.why, at: end.at, successor: end.successor ?? undefined },
  }));
}
