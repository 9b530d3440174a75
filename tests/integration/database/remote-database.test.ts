import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { createSession, findViewer } from '#server/accounts/auth.ts';
import { backUp } from '#server/backup/backup.ts';
import { publishEditions } from '#server/records/editions.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { houseKeyFile } from '#server/certificates/house-key.ts';
import { readProgress } from '#server/records/progress.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { reportHouse } from '#server/reports/reports.ts';
import type { Services } from '#server/services.ts';
import { completeSetup, openSetup } from '#server/people/setup.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, makeFolder } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';
import { openRemoteDatabase } from '../../support/remote-database.ts';

const authToken = 'rahasia';

async function openHost(url: string, folder: string): Promise<Services> {
  const db = await openDatabase({ url, authToken });
  onTestFinished(() => db.close());
  await migrateDatabase(db);
  const pepper = await openPepper(db, folder);
  await publishEditions(db, sampleCatalogue);
  return { db, catalogue: sampleCatalogue, pepper, keyFile: houseKeyFile(db, folder) };
}

test('two hosts on one remote database do for people what one on a file does', async () => {
  const { url } = await openRemoteDatabase(authToken);
  const folder = makeFolder();
  const one = await openHost(url, folder);
  const two = await openHost(url, folder);

  const token = (await openSetup(one.db))?.split('kode=')[1] ?? '';
  const form = { house: 'kuripan', name: 'Bu Retno', login: 'retno', secret: 'sawah hijau pagi' };
  const retno = await completeSetup(two, { ...form, token });
  const siti = await addTestPerson(one);
  const credentials = { login: 'siti', secret: '482715', address: '10.0.0.1' };
  expect(await signIn(two, credentials)).toEqual(siti);
  const session = await createSession(one.db, siti.id, true);
  expect((await findViewer(two.db, `__Host-sesi=${session.token}`, true)).viewer).toEqual(siti);

  const records = Array.from({ length: 20 }, () => makeAssessment(siti));
  const receipts = await Promise.all(records.map((record, at) => acceptRecords(at % 2 ? one : two, siti, [record])));
  expect(receipts.flat().map(({ outcome }) => outcome)).toEqual(Array(20).fill('recorded'));
  expect(receipts.flat().filter(({ flags }) => flags === undefined)).toHaveLength(2);
  const again = await acceptRecords(two, siti, [...records.slice(0, 3), makeLessonRead(siti)]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate', 'recorded']);
  expect(again[0]?.grade).toEqual(receipts[0]?.[0]?.grade);

  expect((await readProgress(two, siti)).progress['up-202']).toMatchObject({
    lessonsRead: ['biaya'],
    missing: ['harga'],
  });
  expect((await reportHouse(one, retno)).participants).toMatchObject([{ login: 'siti', courses: [{ flagged: 18 }] }]);
  await expect(one.db.client.execute('DELETE FROM record')).rejects.toThrow(/append-only/);
});

test('the throttle holds across hosts', async () => {
  const { url } = await openRemoteDatabase(authToken);
  const folder = makeFolder();
  const hosts = [await openHost(url, folder), await openHost(url, folder)] as const;
  await addTestPerson(hosts[0]);
  const wrong = { login: 'siti', secret: '482714', address: '10.0.0.1' };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => signIn(hosts[at % 2 ? 1 : 0], wrong)),
  );
  const codes = outcomes.map((it) => (it.status === 'rejected' ? it.reason.code : 'in'));
  expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
  expect(codes.filter((code) => code === 'too_many')).toHaveLength(15);
});

test('waiting writes share round trips, and one that fails does not hurt the others', async () => {
  const remote = await openRemoteDatabase(authToken);
  const { db } = await openHost(remote.url, makeFolder());
  const before = remote.pipelines();
  const insert = (digest: string) => ({ sql: 'INSERT INTO pepper (digest, since) VALUES (?, 1)', args: [digest] });
  await Promise.all(Array.from({ length: 50 }, (_, at) => db.write([insert(`n${at}`)])));
  expect(remote.pipelines() - before).toBeLessThanOrEqual(3);
  const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map((digest) => db.write([insert(digest)])));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('a host without the pepper of the others does not start, and a wrong token is told', async () => {
  const { url } = await openRemoteDatabase(authToken);
  await openHost(url, makeFolder());
  await expect(openHost(url, makeFolder())).rejects.toThrow(/pepper is missing.*from the other host/);
  await expect(openDatabase({ url, authToken: 'salah' })).rejects.toMatchObject({ code: 'database_unreachable' });
});

test('a backup of it is refused with where to make one', async () => {
  const { url } = await openRemoteDatabase(authToken);
  const { db } = await openHost(url, makeFolder());
  await expect(backUp(db, `${makeFolder()}/x.db`, 'plain')).rejects.toThrow(
    /backups of the server that DATABASE_URL names/,
  );
});
