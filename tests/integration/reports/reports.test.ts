import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatRatio } from '#domain/number.ts';
import { enroll } from '#server/records/enrollments.ts';
import { writeCsv } from '#domain/csv.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { houseCsv } from '#server/reports/grades-csv.ts';
import { listReported, reportHouse, reportMembers, reportParticipant } from '#server/reports/reports.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

async function openHouse() {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const stranger = await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  return { services, trainer, siti, budi, stranger };
}

describe('the report of a house', () => {
  test('shows its participants and nobody else', async () => {
    const { services, trainer, stranger } = await openHouse();
    await acceptRecords(services, stranger, [makeLessonRead(stranger)]);
    const { house, participants } = await reportHouse(services, trainer);
    expect(house).toBe('kuripan');
    expect(participants.map(({ login }) => login)).toEqual(['budi', 'siti']);
  });

  test('shows nobody whose account is shut, on no page and in no file, until it is opened again', async () => {
    const { services, trainer, budi } = await openHouse();
    await enroll(services, budi, 'up-202');
    const shut = (at: number | null) =>
      services.db.client.execute({ sql: 'UPDATE person SET deactivated_at = ? WHERE id = ?', args: [at, budi.id] });
    const logins = async () => (await reportHouse(services, trainer)).participants.map(({ login }) => login);
    await shut(1);
    expect(await logins()).toEqual(['siti']);
    expect((await listReported(services, trainer)).map(({ login }) => login)).toEqual(['siti']);
    expect(houseCsv(await reportHouse(services, trainer))).not.toContain('Budi');
    await shut(null);
    expect(await logins()).toEqual(['budi', 'siti']);
  });

  test('shows what each one did in each course', async () => {
    const { services, trainer, siti } = await openHouse();
    const records = [makeLessonRead(siti), makeAssessment(siti), makeAssessment(siti), makeAssessment(siti)];
    await acceptRecords(services, siti, records);
    const { participants } = await reportHouse(services, trainer);
    const [course] = participants.find(({ login }) => login === 'siti')?.courses ?? [];
    expect(course).toMatchObject({
      course: { id: 'up-202' },
      flagged: 1,
      progress: { lessonsRead: ['biaya'], quizzes: { 'ujian-akhir': { attempts: 2 } }, missing: ['harga'] },
    });
    expect(course?.lastRecordedAt).toBeGreaterThanOrEqual(course?.since ?? Infinity);
  });

  test('names people in the order in which they are looked for', async () => {
    const { services, trainer } = await openHouse();
    for (const [at, name] of ['Zulkifli', 'aisyah', 'Émi', 'Budi 10', 'Budi 9', 'dewi'].entries()) {
      await addTestPerson(services, { login: `orang${at}`, name });
    }
    const { participants } = await reportHouse(services, trainer);
    expect(participants.map(({ name }) => name)).toEqual([
      ...['aisyah', 'Budi', 'Budi 9', 'Budi 10', 'dewi', 'Émi', 'Siti Aminah', 'Zulkifli'],
    ]);
    const csv = houseCsv({ participants }).trimEnd().split('\r\n').slice(1);
    expect(csv.map((row) => row.split(';')[0])).toEqual(participants.map(({ name }) => name));
  });

  test('of some of its people reads those alone, and nobody of another house', async () => {
    const { services, trainer, siti, stranger } = await openHouse();
    const { participants } = await reportMembers(services, trainer, { people: [siti.id, stranger.id, 'x'] });
    expect(participants.map(({ login }) => login)).toEqual(['siti']);
  });

  test('puts those who failed twice first', async () => {
    const { services, trainer, siti } = await openHouse();
    await acceptRecords(services, siti, [makeAssessment(siti, { responses: [] })]);
    expect((await reportHouse(services, trainer)).participants.map(({ needsHelp }) => needsHelp)).toEqual([[], []]);
    await acceptRecords(services, siti, [makeAssessment(siti, { responses: [] })]);
    const [first, second] = (await reportHouse(services, trainer)).participants;
    expect(first).toMatchObject({
      login: 'siti',
      needsHelp: [{ kind: 'failing', course: 'up-202', quiz: 'ujian-akhir', attempts: 2 }],
    });
    expect(second?.needsHelp).toEqual([]);
  });

  test('names those of whom nothing came for a fortnight, unless they are done', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { services, trainer, siti, budi } = await openHouse();
    await enroll(services, budi, 'up-202');
    await acceptRecords(services, siti, [
      makeLessonRead(siti),
      makeLessonRead(siti, { lesson: 'harga' }),
      makeAssessment(siti),
    ]);
    vi.advanceTimersByTime(13 * day);
    expect((await reportHouse(services, trainer)).participants.flatMap(({ needsHelp }) => needsHelp)).toEqual([]);
    vi.advanceTimersByTime(2 * day);
    const { participants } = await reportHouse(services, trainer);
    expect(participants.map(({ login, needsHelp }) => [login, needsHelp])).toEqual([
      ['budi', [{ kind: 'inactive', course: 'up-202', days: 15 }]],
      ['siti', []],
    ]);
  });

  test('of one participant holds every attempt', async () => {
    const { services, trainer, siti } = await openHouse();
    await acceptRecords(services, siti, [makeAssessment(siti), makeAssessment(siti, { responses: [] })]);
    const { results, login } = await reportParticipant(services, trainer, siti.id);
    expect(login).toBe('siti');
    expect(results.map(({ grade }) => grade.earned)).toEqual([0, 6]);
  });

  test('is closed to participants and strangers', async () => {
    const { services, siti, trainer } = await openHouse();
    await expect(reportHouse(services, undefined)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(reportHouse(services, siti)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reportParticipant(services, siti, siti.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reportHouse(services, { ...trainer, role: 'coordinator' })).resolves.toBeDefined();
  });

  test('looks the same for somebody of another house and for nobody', async () => {
    const { services, trainer, stranger } = await openHouse();
    for (const id of [stranger.id, trainer.id, 'x', '']) {
      await expect(reportParticipant(services, trainer, id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the CSV file', () => {
  test('has a row for each participant and course, in columns where Excel speaks Indonesian', async () => {
    const { services, trainer, siti } = await openHouse();
    await acceptRecords(services, siti, [makeLessonRead(siti), makeAssessment(siti)]);
    const lines = houseCsv(await reportHouse(services, trainer)).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFNama;Nama masuk;Kode kursus;/);
    expect(lines[1]).toBe('Budi;budi;;;;;;;;;;;');
    expect(lines[2]).toMatch(
      /^Siti Aminah;siti;UP-202;Menghitung HPP;\d{4}-\d\d-\d\d;1;2;1;100;belum;\d{4}-\d\d-\d\d;0;$/,
    );
    expect(lines).toHaveLength(4);
  });

  test('shows the figures and the names that the page shows', async () => {
    const { services, trainer, siti } = await openHouse();
    const two = { responses: makeAssessment(siti).responses.slice(0, 1) };
    await acceptRecords(services, siti, [makeAssessment(siti, two), makeAssessment(siti, two)]);
    const row = houseCsv(await reportHouse(services, trainer))
      .split('\r\n')
      .find((it) => it.includes(';siti;'));
    expect(row).toContain(`;${formatRatio(1 / 6).replace(/\s*%/, '')};`);
    expect(row).toContain(';belum lulus Ujian akhir setelah 2 percobaan');
  });

  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+62', `'+62`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `'＝1`],
    ['Siti "Ami", Kuripan', '"Siti ""Ami"", Kuripan"'],
    ['dua\nbaris', '"dua\nbaris"'],
    ["Ma'ruf 🙂 سلام", "Ma'ruf 🙂 سلام"],
    ['Siti; Kuripan', '"Siti; Kuripan"'],
    [-5, '-5'],
    [66.7, '66,7'],
  ])('writes %j so that no spreadsheet runs it or breaks the row', (value, cell) => {
    expect(writeCsv([['a', value]])).toBe(`\uFEFFa;${cell}\r\n`);
  });

  test('has rows of equal length even for a participant without a course', async () => {
    const { services, trainer } = await openHouse();
    const [header = '', ...rows] = houseCsv(await reportHouse(services, trainer))
      .trimEnd()
      .split('\r\n');
    for (const row of rows) expect(row.split(';')).toHaveLength(header.split(';').length);
  });
});
