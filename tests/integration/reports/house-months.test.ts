import { expect, test } from 'vitest';
import { readCsvRows } from '#content/exchange/table/csv.ts';
import { readWorkbook } from '#content/exchange/table/xlsx.ts';
import { localDateOf } from '#domain/local-date.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { enroll } from '#server/records/enrollments.ts';
import { districtCsv, houseMonthsCsv, houseMonthsWorkbook } from '#server/reports/house-files.ts';
import { readHouseMonths } from '#server/reports/house-months.ts';
import { listStatements, type Statement } from '#server/reports/xapi.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';

const month = localDateOf(Date.now()).slice(0, 7);

/** Two participants: one read both lessons and passed, one failed a practice; somebody of another house did as much. */
async function openHouse() {
  const services = await openTestServices();
  const coordinator = await addTestPerson(services, { login: 'pengurus', role: 'coordinator', name: 'Bu Wartini' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const far = await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  for (const person of [siti, far]) {
    const read = [makeLessonRead(person), makeLessonRead(person, { lesson: 'harga' })];
    await acceptRecords(services, person, [...read, makeAssessment(person)]);
  }
  await enroll(services, budi, 'up-202');
  await acceptRecords(services, budi, [makePractice(budi, { responses: [] })]);
  return { services, coordinator, siti, budi, far };
}

const counts = { enrolled: 2, active: 2, lessonsRead: 2, attempts: 2, passed: 1, certificates: 0 };

test('a house is counted by course and month, each person once, and nobody of another house', async () => {
  const { services, coordinator } = await openHouse();
  const { cells, months, courses } = await readHouseMonths(services, coordinator);
  expect(cells).toEqual([{ course: 'up-202', month, ...counts }]);
  expect(months).toEqual([{ month, ...counts }]);
  expect(courses).toEqual([{ course: 'up-202', title: 'Menghitung HPP', ...counts }]);
});

test('is for coordinators alone', async () => {
  const { services, siti } = await openHouse();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  for (const viewer of [siti, trainer]) {
    await expect(readHouseMonths(services, viewer)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listStatements(services, viewer, { site: 'http://x', month })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  await expect(readHouseMonths(services, undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('its workbook and its CSV say the same figures, as numbers', async () => {
  const { services, coordinator } = await openHouse();
  const rollUp = await readHouseMonths(services, coordinator);
  const csv = houseMonthsCsv(rollUp, services.catalogue);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const table = readCsvRows(csv.slice(1));
  const book = readWorkbook(await houseMonthsWorkbook(rollUp, services.catalogue));
  if (!('rows' in table && 'rows' in book)) throw new Error('both files can be read');
  expect(table.rows.at(-1)?.cells).toEqual(['UP-202', 'Menghitung HPP', month, ...Object.values(counts).map(String)]);
  expect(book.rows.at(-1)?.cells.toSpliced(2, 1)).toEqual(table.rows.at(-1)?.cells.toSpliced(2, 1));
});

test('its file for the district names nobody and tells no count below five', async () => {
  const { services, coordinator } = await openHouse();
  const text = districtCsv(await readHouseMonths(services, coordinator));
  expect(text).not.toMatch(/Siti|Budi|siti|budi/);
  expect(text.trim().split('\r\n')).toHaveLength(1);
});

test('its statements have ids that stay, numbers for people, and points for what was graded', async () => {
  const { services, coordinator, siti, budi, far } = await openHouse();
  const tell = async (asked = month) => {
    let text = '';
    for await (const line of await listStatements(services, coordinator, {
      site: 'https://belajar.example',
      month: asked,
    }))
      text += line;
    return text;
  };
  const text = await tell();
  expect(await tell()).toBe(text);
  expect(await tell('2020-01')).toBe('');
  await expect(tell('2026-13')).rejects.toMatchObject({ detail: 'month' });
  expect(text).not.toMatch(/Siti|Budi/);
  const statements = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Statement);
  expect(new Set(statements.map(({ actor }) => actor.account.name))).toEqual(new Set([siti.id, budi.id]));
  expect(text).not.toContain(far.id);
  const { rows } = await services.db.client.execute({
    sql: 'SELECT id FROM record WHERE person IN (?, ?)',
    args: [siti.id, budi.id],
  });
  expect(statements.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => String(id)).toSorted());
  expect(statements.find(({ verb }) => verb.id.endsWith('/passed'))).toMatchObject({
    object: { id: 'https://belajar.example/kursus/up-202/kuis/ujian-akhir/' },
    result: { success: true, score: { scaled: 1 } },
  });
});
