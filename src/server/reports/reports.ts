import { and, eq, isNull } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import type { Viewer } from '#domain/person/person.ts';
import { compareNames } from '#domain/person/name-order.ts';
import { Refusal } from '#domain/refusal.ts';
import { isDoubtful, isHeld } from '#domain/learning/standing.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { type Admission, listAdmissions } from '#server/records/admissions.ts';
import { listTypists } from '#server/records/intake/paper.ts';
import { type AttemptResult, listResults } from '#server/records/progress.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { type ParticipantReport, type Reported, reportPeople } from './participants.ts';

/** What a trainer sees of the own house, or of some of its people. */
export interface HouseReport {
  readonly house: string;
  readonly participants: readonly ParticipantReport[];
}

/** The participants of the viewer's house by name, those who need help first. @throws Refusal unauthenticated, forbidden */
export async function reportHouse(services: CourseServices, asked: Viewer | undefined): Promise<HouseReport> {
  const { house } = requireStaff(asked);
  return { house, participants: await reportSorted(services, await listParticipants(services, house)) };
}

/**
 * The same for some people of the house, of all their courses or of one; ids of others are left out.
 * @throws Refusal unauthenticated, forbidden
 */
export async function reportMembers(
  services: CourseServices,
  asked: Viewer | undefined,
  { people: ids, course }: { readonly people: readonly string[]; readonly course?: string | undefined },
): Promise<HouseReport> {
  const { house } = requireStaff(asked);
  const wanted = new Set(ids);
  const people = (await listParticipants(services, house)).filter(({ id }) => wanted.has(id));
  return { house, participants: await reportSorted(services, people, course) };
}

/** The participants of the viewer's house by name, of whom a page reports some. @throws Refusal unauthenticated, forbidden */
export async function listReported(services: DataServices, asked: Viewer | undefined): Promise<Reported[]> {
  return listParticipants(services, requireStaff(asked).house);
}

/** An attempt as a trainer sees it. */
export interface ReportedAttempt extends AttemptResult {
  /** Whether its flags hold it back until a trainer says that it counts. */
  readonly held: boolean;
  /** Whether a trainer is asked for a word: its flags hold it back, or the certificate that it would earn. */
  readonly asksStaff: boolean;
  /** Who typed it in from paper, and whether a mended sheet took its place; undefined where it came from a phone. */
  readonly paper: { readonly by: string | undefined; readonly replaced: boolean } | undefined;
  /** What a trainer said, where one did. */
  readonly admission: Admission | undefined;
}

/**
 * One participant of the viewer's house with all attempts, newest first.
 * @throws Refusal not_found when not theirs or not there
 */
export async function reportParticipant(
  services: CourseServices,
  asked: Viewer | undefined,
  id: string,
): Promise<ParticipantReport & { readonly results: readonly ReportedAttempt[] }> {
  const { house } = requireStaff(asked);
  const ofHouse = and(eq(person.house, house), eq(person.role, 'participant'), eq(person.id, id));
  const [participant] = await reportPeople(services, await readPeople(services, ofHouse));
  if (participant === undefined) throw new Refusal('not_found', 'participant');
  const admissions = await listAdmissions(services, participant.id);
  const [results, typists] = await Promise.all([
    listResults(services, participant),
    listTypists(services, participant.id),
  ]);
  return {
    ...participant,
    results: results.map((it) => {
      const held = isHeld(it.flags);
      const asksStaff = held || (it.mode === 'assessment' && it.grade.passed && isDoubtful(it.flags));
      const paper = typists.has(it.id) ? { by: typists.get(it.id), replaced: it.admitted === false } : undefined;
      return { ...it, held, asksStaff, paper, admission: admissions.get(it.id) };
    }),
  };
}

async function reportSorted(
  services: CourseServices,
  people: readonly Reported[],
  course?: string,
): Promise<ParticipantReport[]> {
  const reports = await reportPeople(services, people, course);
  return reports.toSorted((a, b) => Number(b.needsHelp.length > 0) - Number(a.needsHelp.length > 0));
}

/** The participants of a house by name, but for accounts that are shut. */
async function listParticipants(services: DataServices, house: string): Promise<Reported[]> {
  const active = and(eq(person.house, house), eq(person.role, 'participant'), isNull(person.deactivatedAt));
  const people = await readPeople(services, active);
  return people.toSorted(compareNames);
}

function readPeople({ db }: DataServices, where: ReturnType<typeof and>): Promise<Reported[]> {
  return db.orm.select({ id: person.id, login: person.login, name: person.name }).from(person).where(where);
}
