import type { Receipt } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { type CertificateServices, settleCertificates } from './issue.ts';

/** A certificate that cannot be made is a defect of the house, never of what was sent. */
type Reporting = CertificateServices & { reportDefect(error: unknown): void };

/** Stores what a phone sent as `acceptRecords` does, and makes the certificates that are earned with it. @throws as it does */
export async function acceptAndAward(
  services: Reporting,
  viewer: Viewer,
  values: readonly unknown[],
): Promise<Receipt[]> {
  const receipts = await acceptRecords(services, viewer, values);
  const courses = receipts.flatMap(({ outcome }, at) => (outcome === 'recorded' ? courseOf(values[at]) : []));
  await awardQuietly(services, viewer.id, [...new Set(courses)]);
  return receipts;
}

/** Makes the certificates that a person has earned in these courses. What hinders it is reported, and hinders nothing else. */
export async function awardQuietly(services: Reporting, person: string, courses: readonly string[]): Promise<void> {
  if (courses.length === 0) return;
  try {
    const { problem } = await settleCertificates(services, person, courses);
    if (problem !== undefined) services.reportDefect(new Error(`no certificate can be made: ${problem}`));
  } catch (error) {
    services.reportDefect(error);
  }
}

function courseOf(value: unknown): string[] {
  const { course } = value as { readonly course?: unknown };
  return typeof course === 'string' ? [course] : [];
}
