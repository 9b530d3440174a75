import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('pd-501');
});

/** Whole years from one day to another, both `YYYY-MM-DD`. */
function ageOn(day: string, born: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Days from one day to another, both `YYYY-MM-DD`. */
const daysUntil = (to: string, from: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Hours in which a leak must be told (M-DATA-7). */
const tellWithin = 3 * 24;
/** Youngest age at which anybody may be placed (M-LAW-8). */
const youngest = 18;

describe('the numbers of PD-501', () => {
  it('adds up in lima-tugas the visits and hours of a month', () => {
    const plan = [
      { times: 8, hours: 24 },
      { times: 6, hours: 6 * 1.5 },
      { times: 2, hours: 5 },
    ];
    const times = plan.reduce((sum, it) => sum + it.times, 0);
    const hours = plan.reduce((sum, it) => sum + it.hours, 0);
    expect(missingFrom(course.proseOf('lima-tugas'), [times, hours, 1.5, 9])).toEqual([]);
    expect(course.keysOf('lima-tugas')).toEqual({ 'jam-sebulan': 6 * 3 + 4 * 2 });
  });

  it('counts in register-dan-rahasia the hours in which a leak is told', () => {
    expect(missingFrom(course.proseOf('register-dan-rahasia'), [tellWithin])).toEqual([]);
    expect(course.keysOf('register-dan-rahasia')).toEqual({ 'jam-pemberitahuan': tellWithin });
  });

  it('tells in surat-izin-keluarga two ages of one person, one of them too young', () => {
    const [byBirth, byCard] = [ageOn('2026-11-01', '2009-05-12'), ageOn('2026-11-01', '2006-12-31')];
    expect([byBirth < youngest, byCard < youngest]).toEqual([true, false]);
    const prose = course.proseOf('surat-izin-keluarga');
    expect(missingFrom(prose, [byBirth, byCard, youngest])).toEqual([]);
    expect(course.keysOf('surat-izin-keluarga')).toEqual({ 'umur-menurut-akta': ageOn('2027-03-05', '2009-08-20') });
  });

  it('counts in memeriksa-perusahaan how long a permit still holds', () => {
    expect(missingFrom(course.proseOf('memeriksa-perusahaan'), [daysUntil('2027-02-03', '2026-11-20')])).toEqual([]);
    expect(course.keysOf('memeriksa-perusahaan')).toEqual({ 'sisa-hari-izin': daysUntil('2026-12-15', '2026-11-25') });
  });

  it('gives in kabar-pulang-duka the days to ask again after a report', () => {
    const asked = [3, 7, 14].map((days) => 4 + days);
    expect(missingFrom(course.proseOf('kabar-pulang-duka'), asked)).toEqual([]);
    expect(course.keysOf('kabar-pulang-duka')).toEqual({ 'tanggal-tanya-lagi': 2 + 14 });
  });

  it('makes the report of perdes-dan-laporan agree with itself', () => {
    const report = { came: 18, signed: 11, delayed: 7 };
    expect(report.signed + report.delayed).toBe(report.came);
    expect(missingFrom(course.proseOf('perdes-dan-laporan'), Object.values(report))).toEqual([]);
    expect(course.keysOf('perdes-dan-laporan')).toEqual({ 'jumlah-laporan': 24 - 15 - 5 });
  });

  it('keys the sums of its exam, and of the questions before and after, by the same rules', () => {
    expect(course.keysOf('ujian-akhir')).toEqual({
      'hapus-kapan': 24 + 12,
      'waktu-beritahu': tellWithin,
      'umur-akta': ageOn('2027-04-01', '2009-01-02'),
      'tanggal-tujuh': 5 + 7,
      'belum-lengkap': 22 - 14 - 6,
    });
    expect(course.keysOf('uji-awal')).toEqual({ 'umur-paling-sedikit': youngest, 'jumlah-tidak-cocok': 13 - 10 });
    expect(course.unexplained).toEqual([]);
  });
});
