import type { Viewer } from '#domain/person/person.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { DataServices } from '#server/services.ts';

/** How many people a house has, and who of the participants waits for something. */
export interface HouseFigures {
  readonly participants: number;
  readonly trainers: number;
  readonly coordinators: number;
  /** Participants who take part in no course. */
  readonly withoutCourse: number;
  /** Participants on whose name no device signed in since their PIN was made. */
  readonly neverSignedIn: number;
}

/** The figures of the viewer's house. @throws Refusal unauthenticated, forbidden */
export async function readHouseFigures({ db }: DataServices, viewer: Viewer | undefined): Promise<HouseFigures> {
  const { house } = requireRole({ viewer }, 'coordinator');
  const { rows } = await db.client.execute({
    sql: `SELECT role, count(*) AS people,
        sum(NOT EXISTS (SELECT 1 FROM enrollment WHERE enrollment.person = person.id)) AS without_course,
        sum(NOT EXISTS (SELECT 1 FROM known_device WHERE known_device.person = person.id)) AS never_signed_in
      FROM person WHERE house = ? AND deactivated_at IS NULL GROUP BY role`,
    args: [house],
  });
  const of = (role: string) => rows.find((row) => row.role === role);
  const participants = of('participant');
  return {
    participants: Number(participants?.people ?? 0),
    trainers: Number(of('trainer')?.people ?? 0),
    coordinators: Number(of('coordinator')?.people ?? 0),
    withoutCourse: Number(participants?.without_course ?? 0),
    neverSignedIn: Number(participants?.never_signed_in ?? 0),
  };
}
