import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('op-105');
});

const daysAWeek = 7;
/** Check-ups in Singapore (M-SGP-6), in months. */
const checkEvery = 6;
/** Maternity leave in Taiwan (M-BODY-9) and the time after which signs call for help (M-MIND-2), in weeks. */
const weeks = { leave: 8, signs: 2 };
/** A service passes a report on, the police may protect (M-VAW-18, M-VAW-19), in days of 24 hours. */
const hours = { passedOn: 3 * 24, protected: 1 * 24 };
/** Claims for work accidents expire (M-BPJS-10), in years. */
const claimYears = 5;

/** Days from the first of a month to the same day of the next, in 2027. */
const monthFrom = (month: number) => new Date(Date.UTC(2027, month, 0)).getUTCDate();

describe('the numbers of OP-105', () => {
  it('counts in periksa-kesehatan the check-ups of a contract of two years', () => {
    expect(missingFrom(course.proseOf('periksa-kesehatan'), [2 * 12, 24 / checkEvery])).toEqual([]);
    expect(course.keysOf('periksa-kesehatan')).toEqual({ 'jadwal-singapura': 24 / checkEvery });
  });

  it('turns weeks into days in tubuh-dan-kehamilan and stres-dan-pertolongan', () => {
    expect(missingFrom(course.proseOf('tubuh-dan-kehamilan'), [weeks.leave * daysAWeek])).toEqual([]);
    expect(course.keysOf('tubuh-dan-kehamilan')).toEqual({ 'cuti-hari': weeks.leave * daysAWeek });
    expect(missingFrom(course.proseOf('stres-dan-pertolongan'), [weeks.signs * daysAWeek])).toEqual([]);
    expect(course.keysOf('stres-dan-pertolongan')).toEqual({ 'berapa-hari-pekan': weeks.signs * daysAWeek });
  });

  it('turns days into hours in pelecehan-dan-kekerasan', () => {
    expect(missingFrom(course.proseOf('pelecehan-dan-kekerasan'), [hours.passedOn, hours.protected])).toEqual([]);
  });

  it('reckons in celaka-kerja the year and the last day of a claim', () => {
    const last = new Date(Date.UTC(2026 + claimYears, 3 - 1, 14 - 1));
    const stated = [2026 + claimYears, last.getUTCDate()];
    expect(course.proseOf('celaka-kerja')).toContain(`${stated[1]} Maret ${stated[0]}`);
    expect(course.keysOf('celaka-kerja')).toEqual({ 'sisa-waktu-klaim': claimYears - 2 });
  });

  it('counts in pulih-setelah-pulang the days of the month for reporting', () => {
    expect(missingFrom(course.proseOf('pulih-setelah-pulang'), [monthFrom(3)])).toEqual([]);
    expect(course.keysOf('pulih-setelah-pulang')).toEqual({ 'aktif-jkn': monthFrom(4) });
  });

  it('keys the sum of its exam by the same rule', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({ 'bulan-sisa-klaim': claimYears * 12 - 42 });
    expect(course.unexplained).toEqual([]);
  });
});
