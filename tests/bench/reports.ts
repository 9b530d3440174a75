import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { dayMs } from '#domain/local-date.ts';
import { createSession } from '#server/accounts/auth.ts';
import { dataFolder } from '#server/host/environment.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { addPerson } from '#server/people/people.ts';
import { publishEditions } from '#server/records/editions.ts';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import { makeFolder, startSubject } from './subject.ts';

/** A million records of 2000 people in 75 houses: one of 500 people with a cohort of 40, and 74 of twenty. */
const size = { people: 500, others: 1500, houses: 75, records: 500, cohort: 40 };
const course = 'up-202';
const times = 20;

/** Shows how long the pages of the staff take, and how long a static page waits meanwhile. */
export async function benchReports(show: (what: string, figure: string | number) => void): Promise<void> {
  const folder = makeFolder();
  const release = releaseFolder(dataFolder, readPointer(dataFolder)?.current ?? '');
  const catalogue = JSON.parse(readFileSync(join(release, 'catalogue.json'), 'utf8')) as Catalogue;
  const db = await openDatabase({ url: folder.url });
  await migrateDatabase(db);
  const services = { db, catalogue, pepper: await openPepper(db, folder.path) };
  await publishEditions(db, catalogue);
  const { cookie, cohort, everybody, person } = await fill(services);
  await db.close();
  const subject = await startSubject(folder, catalogue);
  try {
    const pages = {
      'class at a glance, 40 people': `/pelatih/angkatan/${cohort}/sekilas/`,
      'class at a glance, 500 people': `/pelatih/angkatan/${everybody}/sekilas/`,
      'one participant': `/pelatih/peserta/${person}/`,
      'item statistics, 500 people': `/pelatih/${course}/ujian-akhir/`,
      'roll-up of the house': '/pengurus/laporan/',
      'home of the trainer': '/pelatih/',
    };
    for (const [name, path] of Object.entries(pages)) {
      // The first visit loads the page's code.
      await (await fetch(subject.origin + path, { headers: { cookie } })).text();
      const { bytes, tookMs, waitedMs } = await visit(subject.origin + path, subject.origin, cookie);
      show(`${name}: p95 (ms)`, p95(tookMs));
      show(`${name}: HTML (KB)`, Math.round(bytes / 1024));
      show(`${name}: a static page meanwhile, p95 (ms)`, p95(waitedMs));
    }
    show('memory (MB)', subject.memoryMb());
  } finally {
    await subject.stop();
  }
}

async function visit(page: string, origin: string, cookie: string) {
  const [tookMs, waitedMs]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    let isDone = false;
    const asked = fetch(page, { headers: { cookie } }).then(async (response) => {
      if (response.status !== 200) throw new Error(`${page} answers ${response.status}`);
      bytes = (await response.text()).length;
      isDone = true;
    });
    while (!isDone) {
      const askedAt = performance.now();
      await (await fetch(`${origin}/bantuan/`)).text();
      waitedMs.push(performance.now() - askedAt);
    }
    await asked;
    tookMs.push(performance.now() - startedAt);
  }
  return { bytes, tookMs, waitedMs };
}

function p95(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN);
}

async function fill(services: { db: Database; catalogue: Catalogue; pepper: Uint8Array }) {
  const { db, catalogue } = services;
  const house = catalogue.houses[0]?.id ?? '';
  const secret = 'sawah hijau pagi';
  const { person: staff } = await addPerson(services, { house, role: 'coordinator', name: 'Bu Retno', secret });
  const all = Array.from({ length: size.people + size.others }, (_, at) => ({
    id: randomUUID(),
    login: `peserta-${at}`,
    house: at < size.people ? house : `rumah-${at % (size.houses - 1)}`,
  }));
  const people = all.slice(0, size.people);
  await db.client.execute({
    sql: `INSERT INTO person (id, login, name, role, house, secret_hash, created_at)
      SELECT json_extract(value, '$.id'), json_extract(value, '$.login'), json_extract(value, '$.login'), 'participant',
        json_extract(value, '$.house'), '', 0 FROM json_each(?)`,
    args: [JSON.stringify(all)],
  });
  const now = Date.now();
  const steps = [
    ...catalogue.lessons.map(({ lesson, edition }) => ({
      kind: 'lesson-read',
      edition,
      name: lesson.id,
      course: lesson.course,
    })),
    ...catalogue.quizzes.map(({ quiz, edition }) => ({ kind: 'attempt', edition, name: quiz.id, course: quiz.course })),
  ];
  for (const { id } of all)
    await writeRecords(db, { person: id, steps: JSON.stringify(steps), count: steps.length, now });
  await db.client
    .execute(`INSERT INTO grade (id, record, edition, earned, possible, passed, questions, graded_at, cause)
    SELECT id, id, json_extract(body, '$.edition'), ordinal % 8, 8, ordinal % 8 > 5, '[]', recorded_at, 'submission'
    FROM record WHERE kind = 'attempt'`);
  const dates = { opensOn: undefined, closesOn: undefined };
  const everybody = await createCohort(services, staff, { course, name: 'Semua', dates });
  await addToCohort(services, staff, { id: everybody, people: people.map(({ id }) => id) });
  const other = catalogue.courses.find(({ id }) => id !== course)?.id ?? course;
  const cohort = await createCohort(services, staff, { course: other, name: 'Kecil', dates });
  await addToCohort(services, staff, { id: cohort, people: people.slice(0, size.cohort).map(({ id }) => id) });
  const { token } = await createSession(db, staff.id, false);
  return { cookie: `sesi=${token}`, cohort, everybody, person: people[0]?.id ?? '' };
}

/** Steps through all lessons and quizzes, over and over, some a day. */
async function writeRecords(
  { client }: Database,
  { person, steps, count, now }: { person: string; steps: string; count: number; now: number },
): Promise<void> {
  await client.execute({
    sql: `WITH RECURSIVE number(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM number WHERE at < ${size.records - 1})
      INSERT INTO record (id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, flags, ordinal)
      SELECT ? || '-' || at, json_extract(step.value, '$.kind'), ?, json_extract(step.value, '$.course'),
        json_extract(step.value, '$.name'), 'hp', at, ? - (${size.records} - at) * ?, ? - (${size.records} - at) * ?,
        json_object('kind', json_extract(step.value, '$.kind'), 'edition', json_extract(step.value, '$.edition'),
          'responses', json('[]')), '', '[]', at / ? + 1
      FROM number JOIN json_each(?) AS step ON step.key = number.at % ?`,
    args: [person, person, now, dayMs / 8, now, dayMs / 8, count, steps, count],
  });
}
