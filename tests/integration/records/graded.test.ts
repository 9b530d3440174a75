import { expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import type { Viewer } from '#domain/person/person.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { listAnswered, listGraded } from '#server/records/graded.ts';
import type { Services } from '#server/services.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

async function openAttempt() {
  const services = await openTestServices();
  const siti = await addTestPerson(services);
  const attempt = makeAssessment(siti);
  await acceptRecords(services, siti, [attempt, makeLessonRead(siti)]);
  return { services, siti, attempt: attempt.id };
}

/** Grades an attempt anew, so many milliseconds after its first grade. */
async function regrade({ db }: Services, id: string, { earned, afterMs }: { earned: number; afterMs: number }) {
  await db.write([
    {
      sql: `INSERT INTO grade (id, record, edition, earned, possible, passed, questions, graded_at, cause)
        SELECT ?, record, edition, ?, possible, 0, '[]', graded_at + ?, 'regrade' FROM grade WHERE id = ?`,
      args: [`${id}-${earned}`, earned, afterMs, id],
    },
  ]);
}

async function earnedOf({ db }: Services, { id }: Viewer) {
  const [attempt, lesson] = await listGraded(db, eq(record.person, id));
  const [answered] = await listAnswered(db, eq(record.person, id));
  expect(lesson).toMatchObject({ kind: 'lesson-read', grade: undefined });
  expect(answered?.grade).toMatchObject(attempt?.grade ?? { attempt: 'none' });
  return attempt?.grade?.earned;
}

test('the newest grade counts, whatever the order in which grades were appended', async () => {
  const { services, siti, attempt } = await openAttempt();
  expect(await earnedOf(services, siti)).toBe(6);
  await regrade(services, attempt, { earned: 3, afterMs: 20 });
  await regrade(services, attempt, { earned: 5, afterMs: 10 });
  expect(await earnedOf(services, siti)).toBe(3);
});

test('of two grades given at the same moment the one that was appended later counts', async () => {
  const { services, siti, attempt } = await openAttempt();
  await regrade(services, attempt, { earned: 5, afterMs: 0 });
  await regrade(services, attempt, { earned: 2, afterMs: 0 });
  expect(await earnedOf(services, siti)).toBe(2);
});

test('an attempt is there once, however often it was graded', async () => {
  const { services, siti, attempt } = await openAttempt();
  for (const earned of [1, 2, 3, 4]) await regrade(services, attempt, { earned, afterMs: earned });
  expect(await listGraded(services.db, eq(record.person, siti.id))).toHaveLength(2);
  expect(await listAnswered(services.db, eq(record.person, siti.id))).toHaveLength(1);
});
