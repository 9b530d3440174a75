import { describe, expect, test } from 'vitest';
import { settleCertificates } from '#server/certificates/issue.ts';
import { listCertificatesOf, requireCertificate } from '#server/certificates/certificates.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { copyPersonalData, renamePerson } from '#server/people/own-data/personal-data.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { decideAttempt } from '#server/records/admissions.ts';
import { todayOn } from '#domain/local-date.ts';
import { sampleCatalogue, sampleEditions } from '../../support/catalogue.ts';
import { checkCode, completeCourse, openCertificateHouse } from '../../support/certificates.ts';
import { addTestPerson } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

describe('a certificate is made', () => {
  test('at once when the course is complete, and says what was earned, signed by the house', async () => {
    const { services, siti, defects } = await openCertificateHouse();
    await completeCourse(services, siti);
    const [made, ...more] = await listCertificatesOf(services, siti.id);
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      ...{ subject: 'up-202', house: 'kuripan', completedOn: todayOn(), warrantor: 'Bu Wartini', end: undefined },
      text: {
        ...{ template: 1, name: 'Siti Aminah', title: 'Menghitung HPP', code: 'UP-202', percent: 100 },
        grade: '100 dari 100 (seratus), istimewa',
        edition: sampleEditions.assessment,
        house: { name: 'kuripan', village: 'kuripan', regency: 'Wonosobo' },
      },
    });
    expect(await checkCode(services, made?.statement ?? '')).toEqual({
      ...{ id: made?.id, completedOn: todayOn(), percent: 100, edition: sampleEditions.assessment.slice(0, 8) },
      ...{ house: 'kuripan', subject: 'up-202', name: 'Siti Aminah' },
    });
    expect(defects).toEqual([]);
  });

  test('not before, and once, however often and from how many places it is asked for', async () => {
    const { services, siti } = await openCertificateHouse();
    await acceptRecords(services, siti, [makeLessonRead(siti), makeAssessment(siti)]);
    await settleCertificates(services, siti.id);
    expect(await listCertificatesOf(services, siti.id)).toEqual([]);
    await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'harga' })]);
    await Promise.all([1, 2, 3, 4].map(() => settleCertificates(services, siti.id)));
    await completeCourse(services, siti);
    expect(await listCertificatesOf(services, siti.id)).toHaveLength(1);
    const { rows } = await services.db.client.execute('SELECT id FROM certificate_number');
    expect(rows).toHaveLength(1);
  });

  test('for what was completed before there were certificates, with the day of completing', async () => {
    const { services, siti } = await openCertificateHouse();
    const lessons = [makeLessonRead(siti), makeLessonRead(siti, { lesson: 'harga' })];
    await acceptRecords(services, siti, [...lessons, makeAssessment(siti)]);
    const inSummer = Date.parse('2026-07-01T20:00:00Z');
    await services.db.client.execute('DROP TRIGGER record_no_update');
    await services.db.client.execute({ sql: 'UPDATE record SET recorded_at = ?', args: [inSummer] });
    expect(await settleCertificates(services, siti.id)).toEqual({ waiting: [], problem: undefined });
    expect(await listCertificatesOf(services, siti.id)).toMatchObject([{ completedOn: '2026-07-02' }]);
  });

  test('for a path too, when each of its courses has one', async () => {
    const { services, siti } = await openCertificateHouse({ withPath: true });
    await completeCourse(services, siti);
    const made = await listCertificatesOf(services, siti.id);
    expect(made.map(({ subject }) => subject).sort()).toEqual(['jalur/pulang', 'up-202']);
    const path = made.find(({ subject }) => subject === 'jalur/pulang');
    expect(path?.text).toMatchObject({
      ...{ title: 'Saya baru pulang', percent: 100 },
      courses: [{ code: 'UP-202', title: 'Menghitung HPP', percent: 100 }],
    });
    expect((await checkCode(services, path?.statement ?? ''))?.subject).toBe('jalur/pulang');
  });

  test('and says it when the course was to be checked again by then', async () => {
    const { services, siti } = await openCertificateHouse();
    const courses = sampleCatalogue.courses.map((course) => ({
      ...course,
      reviewed: { on: '2025-01-01', next: '2025-07-01' },
    }));
    await completeCourse({ ...services, catalogue: { ...sampleCatalogue, courses } }, siti);
    expect(await listCertificatesOf(services, siti.id)).toMatchObject([{ text: { reviewDueOn: '2025-07-01' } }]);
  });

  test('with nobody standing for it where the house has no staff, and never by oneself for oneself', async () => {
    const { services, coordinator } = await openCertificateHouse();
    const far = await addTestPerson(services, { login: 'jauh', house: 'tracap' });
    for (const person of [far, coordinator]) {
      await completeCourse(services, person);
      expect(await listCertificatesOf(services, person.id)).toMatchObject([{ warrantor: undefined }]);
    }
  });
});

describe('a flagged attempt', () => {
  test.each([
    ['that is held back', { startedAt: new Date().toISOString(), answeredAt: new Date().toISOString() }, ['too_fast']],
    ['that counts', { seed: 'undian-sendiri' }, ['own_draw']],
  ])('%s makes the certificate wait for a trainer’s word', async (_, attempt, flags) => {
    const { services, siti, coordinator } = await openCertificateHouse();
    const id = await completeCourse(services, siti, attempt);
    expect(await listCertificatesOf(services, siti.id)).toEqual([]);
    const waiting = [{ course: 'up-202', flags }];
    expect(await settleCertificates(services, siti.id)).toEqual({ waiting, problem: undefined });
    await decideAttempt(services, coordinator, { id, of: siti.id, counts: true });
    expect(await settleCertificates(services, siti.id)).toEqual({ waiting: [], problem: undefined });
    expect(await listCertificatesOf(services, siti.id)).toHaveLength(1);
  });
});

describe('once awarded', () => {
  test('nothing that changes later changes it', async () => {
    const { services, siti } = await openCertificateHouse();
    await completeCourse(services, siti);
    const awarded = await listCertificatesOf(services, siti.id);
    await renamePerson(services.db, 'siti', 'Siti Aminah binti Kasan');
    const courses = sampleCatalogue.courses.map((it) => ({ ...it, title: 'Lain', lessons: [...it.lessons, 'baru'] }));
    await settleCertificates({ ...services, catalogue: { ...sampleCatalogue, courses } }, siti.id);
    expect(await listCertificatesOf(services, siti.id)).toEqual(awarded);
  });

  test('its owner and the staff of the house see it, and to everybody else it is not there', async () => {
    const { services, siti, coordinator } = await openCertificateHouse();
    await completeCourse(services, siti);
    const [{ id } = { id: '' }] = await listCertificatesOf(services, siti.id);
    const wati = await addTestPerson(services, { login: 'wati' });
    const far = await addTestPerson(services, { login: 'jauh', role: 'coordinator', house: 'tracap' });
    const typed = `${id.slice(0, 4).toLowerCase()}-${id.slice(4)}`;
    for (const viewer of [siti, coordinator]) {
      expect(await requireCertificate(services, viewer, typed)).toMatchObject({ id });
    }
    for (const viewer of [wati, far]) {
      await expect(requireCertificate(services, viewer, id)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(requireCertificate(services, siti, 'tidak-ada')).rejects.toMatchObject({ code: 'not_found' });
    await expect(requireCertificate(services, undefined, id)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('it goes with its person, the paper stays right, and who stood for it may go too', async () => {
    const { services, siti, coordinator } = await openCertificateHouse();
    await completeCourse(services, siti);
    const [made] = await listCertificatesOf(services, siti.id);
    await erasePerson(services.db, coordinator.login, 'operator');
    expect(await listCertificatesOf(services, siti.id)).toEqual([{ ...made, warrantor: undefined }]);
    expect((await copyPersonalData(services.db, 'siti')).certificates).toMatchObject([{ statement: made?.statement }]);
    await erasePerson(services.db, 'siti', 'operator');
    const { rows } = await services.db.client.execute(
      'SELECT (SELECT count(*) FROM certificate) AS certificates, count(*) AS numbers FROM certificate_number',
    );
    expect(rows).toMatchObject([{ certificates: 0, numbers: 1 }]);
    expect(await checkCode(services, made?.statement ?? '')).toMatchObject({ name: 'Siti Aminah' });
  });
});
