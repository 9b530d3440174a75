import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('lm-103');
});

/** The broker's monthly service fee in Taiwan at most, by year (M-TWN-8), in NT$. */
const serviceFee = { first: 1800, second: 1700, third: 1500 };
/** What a Hong Kong agency may take of the first month's wage (M-HKG-5), and the lowest wage (M-HKG-12), in HK$. */
const hongKong = { share: 0.1, wage: 5100 };
/** Contributions for 24 months (M-BPJS-3), in rupiah. */
const contribution = { before: 37_500, during: 332_500 };

describe('the numbers of LM-103', () => {
  it('reckons the deductions of potongan-upah from the caps', () => {
    const prose = course.proseOf('potongan-upah');
    const unnamed = 1500;
    const total = contribution.before + contribution.during;
    const stated = [...Object.values(serviceFee), ...Object.values(contribution), total];
    expect(missingFrom(prose, stated)).toEqual([]);
    expect(missingFrom(prose, [hongKong.wage * hongKong.share, serviceFee.first + unnamed])).toEqual([]);
  });

  it('keys its sums with what the caps and the lowest wage give', () => {
    expect(course.keysOf('potongan-upah')).toEqual({ 'jasa-tahun-kedua': 1900 - serviceFee.second });
    expect(course.keysOf('tiga-isi-kontrak')).toEqual({ 'selisih-upah': hongKong.wage - 4800 });
    expect(course.keysOf('ujian-akhir')).toEqual({
      'jasa-hong-kong': 5400 * hongKong.share,
      'dua-potongan-taiwan': 1500 - serviceFee.third + 900,
    });
    expect(course.unexplained).toEqual([]);
  });

  it('gives the lowest wages that the facts hold', () => {
    expect(missingFrom(course.proseOf('tiga-isi-kontrak'), [hongKong.wage, 29_500, 20_000, 1500, 1700])).toEqual([]);
  });

  it('tells how many face death, as the facts hold', () => {
    const [all, malaysia, drugs] = [157, 147, 111];
    expect(missingFrom(course.proseOf('menolak-titipan'), [all, malaysia, drugs])).toEqual([]);
  });
});
