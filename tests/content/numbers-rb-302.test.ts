import { beforeAll, describe, expect, it } from 'vitest';
import { compute as planCalls } from '#domain/worksheet/kabar-anak.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('rb-302');
});

/** One person's day, in hours. */
interface Day {
  readonly sleep: number;
  readonly paid: number;
  readonly house: number;
  readonly care: number;
  readonly rest: number;
}

const hoursOf = ({ sleep, paid, house, care, rest }: Day) => sleep + paid + house + care + rest;
const workOf = ({ paid, house, care }: Day) => paid + house + care;
/** Days in which a birth must be reported (B-AKTA-1). */
const reportWithin = 60;
const days = { june: 30, august: 31, september: 30 };

describe('the numbers of RB-302', () => {
  it('fills in peta-kerja-24-jam two days of 24 hours and moves two of them', () => {
    const mother = { sleep: 6, paid: 5, house: 6, care: 4, rest: 3 };
    const father = { sleep: 8, paid: 8, house: 1, care: 1, rest: 6 };
    expect([hoursOf(mother), hoursOf(father)]).toEqual([24, 24]);
    const [hers, his, moved] = [workOf(mother), workOf(father), 2];
    const left = hers - moved - (his + moved);
    const prose = course.proseOf('peta-kerja-24-jam');
    expect(missingFrom(prose, [hers, his, hers - his, hers - moved, his + moved, left, moved * 7])).toEqual([]);
    const taken = [4, 3, 1, 2];
    const given = taken.reduce((sum, hours) => sum + hours, 0);
    expect(given).toBe(mother.house + mother.care);
    expect(missingFrom(prose, [given])).toEqual([]);
    expect(course.keysOf('peta-kerja-24-jam')).toEqual({ 'jam-kerja-bu-sinta': 4 + 5 + 5, 'sisa-jam': 9 - 3 - 1 });
  });

  it('counts in memutuskan-berdua the last day to report a birth', () => {
    const gone = days.august - 10 + days.september;
    expect(missingFrom(course.proseOf('memutuskan-berdua'), [gone, reportWithin - gone])).toEqual([]);
    expect(course.keysOf('memutuskan-berdua')).toEqual({ 'hari-terakhir-akta': reportWithin - 40 });
  });

  it('adds up in bicara-dari-jauh the minutes of calls and the links of a chain', () => {
    const calls = [19, 19, 16].map((hour) => ({ hour, minutes: 10 }));
    const { results, beside } = planCalls({ cells: { ahead: 1 }, lists: { calls: [...calls, { hour: 19 }] } });
    expect([results.perWeek, results.perMonth]).toEqual([30, 120]);
    const prose = course.proseOf('bicara-dari-jauh');
    expect(missingFrom(prose, [results.perWeek, results.perMonth, 12 - 5])).toEqual([]);
    const there = beside?.calls?.map((call) => call.there?.toFixed(2) ?? '') ?? [];
    expect(there.filter((clock) => !prose.includes(clock))).toEqual([]);
    expect(course.keysOf('bicara-dari-jauh')).toEqual({ 'sisa-rantai': 10 - 4 });
  });

  it('adds up in anak-remaja the hours at the phone', () => {
    expect(missingFrom(course.proseOf('anak-remaja'), [5 * 2 + 2 * 3])).toEqual([]);
    expect(course.keysOf('anak-remaja')).toEqual({ 'jam-ponsel': 6 * 1 + 1 * 4 });
  });

  it('reckons in yang-mengasuh-di-rumah the own money and the free hours of a carer', () => {
    const own = 2_000_000 - 1_750_000;
    expect(missingFrom(course.proseOf('yang-mengasuh-di-rumah'), [own, 12 * own, 4 * 5])).toEqual([]);
    expect(course.keysOf('yang-mengasuh-di-rumah')).toEqual({ 'saku-nenek': 12 * (2_400_000 - 2_100_000) });
  });

  it('tells in melindungi-dan-melapor how many reports came in writing, as the facts hold', () => {
    const [reports, written] = [1986, 1540];
    const share = Math.round((100 * written) / reports);
    expect(missingFrom(course.proseOf('melindungi-dan-melapor'), [reports, written, share, 99, 28])).toEqual([]);
    expect(course.keysOf('melindungi-dan-melapor')).toEqual({ 'persen-lewat-pesan': (100 * 300) / 400 });
  });

  it('adds up in rumah-belajar-aman the meeting, the week and the money for school', () => {
    const meeting = [10, 30, 20, 20, 10].reduce((sum, minutes) => sum + minutes, 0);
    const prose = course.proseOf('rumah-belajar-aman');
    expect(missingFrom(prose, [meeting, 2 * meeting, 450_000 + 750_000])).toEqual([]);
    expect(course.keysOf('rumah-belajar-aman')).toEqual({ 'menit-seminggu': 3 * 70 });
  });

  it('keys the sums of its exam, and of the questions before and after, by the same rules', () => {
    const mother = { sleep: 6, paid: 6, house: 5, care: 4, rest: 3 };
    const father = { sleep: 8, paid: 9, house: 0, care: 1, rest: 6 };
    expect([hoursOf(mother), hoursOf(father)]).toEqual([24, 24]);
    const apart = workOf(mother) - workOf(father);
    expect(course.keysOf('ujian-akhir')).toEqual({
      'selisih-jam': apart,
      'sesudah-pindah': apart - 2 * 2,
      'batas-akta': reportWithin - (days.june - 5 + 15),
      'menit-sebulan': 2 * 4 * 10 * 4,
      'saku-sebulan': 3_000_000 - 2_650_000,
      'bagian-rencana': 2 * 80 * 4,
    });
    const adults = 2;
    expect(course.keysOf('uji-awal')).toEqual({ 'hitung-kerja-mbak-suwarti': 24 - 7 - 2, 'jumlah-dewasa': adults });
    expect(course.unexplained).toEqual([]);
  });
});
