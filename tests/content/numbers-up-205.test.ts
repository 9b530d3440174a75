import { beforeAll, describe, expect, it } from 'vitest';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-205');
});

/** The kitchen of UP-202: one pack, and a month of 500. */
const pack = { price: 20_000, variable: 11_880, full: 14_980 };
const fixed = 1_550_000;
const sold = 500;

/** What reaches the seller of an order in an online shop. */
const received = (order: number, fee: { readonly ratio: number; readonly perOrder: number }) =>
  order - order * fee.ratio - fee.perOrder;
/** How much must be sold, of what leaves so much each, to earn so much above the fixed costs. */
const needed = (wanted: number, fixedCosts: number, each: number) => Math.ceil((wanted + fixedCosts) / each);
/** QRIS for a micro business (B-QRS-2). */
const qris = (payment: number) => (payment <= 500_000 ? 0 : payment * 0.003);
/** What one guest adds to the fixed costs of a package. */
const guestShare = (price: number, village: number, meal: number) => price - price * village - meal;
const percent = (part: number, whole: number) => (100 * part) / whole;
const rounded = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits;

describe('the numbers of UP-205', () => {
  it('compares in pembeli-dan-empat-kotak a day of the holidays with a day of the year', () => {
    const holidays = (Date.UTC(2026, 0, 4) - Date.UTC(2025, 11, 20)) / 86_400_000 + 1;
    const year = (Date.UTC(2025, 9, 1) - Date.UTC(2025, 0, 1)) / 86_400_000;
    const [busy, usual] = [rounded(197_058 / holidays), rounded(2_200_000 / year)];
    const stated = [holidays, year, busy, usual, rounded(busy / usual, 1)];
    expect(missingFrom(course.proseOf('pembeli-dan-empat-kotak'), stated)).toEqual([]);
    expect(course.keysOf('pembeli-dan-empat-kotak')).toEqual({ 'hari-libur': 90_000 / 10 });
  });

  it('reckons in kemasan-dan-harga what a discount asks for', () => {
    const each = pack.price - pack.variable;
    const profit = sold * each - fixed;
    const cut = pack.price * 0.9;
    const more = needed(profit, fixed, cut - pack.variable);
    const bundle = rounded((5 * pack.price) / 6);
    const prose = course.proseOf('kemasan-dan-harga');
    expect(missingFrom(prose, [each, profit, cut, cut - pack.variable, profit + fixed, more])).toEqual([]);
    const profits = [pack.price, cut, bundle].map((price) => price - pack.full);
    expect(missingFrom(prose, [bundle, more - sold, ...profits])).toEqual([]);
    expect(course.keysOf('kemasan-dan-harga')).toEqual({
      'sisa-setelah-diskon': 15_000 * 0.9 - 9000,
      'harus-laku': 900_000 / (15_000 * 0.9 - 9000),
      'beli-dua-gratis-satu': (2 * 12_000) / 3,
    });
  });

  it('adds up in foto-jujur what one parcel that comes back costs', () => {
    const broken = 4 * pack.full;
    expect(missingFrom(course.proseOf('foto-jujur'), [10 * pack.price, broken, broken + 24_000])).toEqual([]);
    expect(course.keysOf('foto-jujur')).toEqual({ 'kembali-barang': 20_000 + 3 * 12_000 });
  });

  it('reckons in katalog-whatsapp how many of those who ask and who look buy', () => {
    const stated = [percent(9, 24), percent(9, 200)];
    expect(missingFrom(course.proseOf('katalog-whatsapp'), stated)).toEqual([]);
    expect(course.keysOf('katalog-whatsapp')).toEqual({ 'persen-beli': percent(10, 25) });
  });

  it('averages in peta-dan-ulasan the reviews before and after mending', () => {
    const before = 9 * 5 + 1;
    const after = before + 10 * 5;
    expect(missingFrom(course.proseOf('peta-dan-ulasan'), [before, before / 10, after, after / 20])).toEqual([]);
    expect(course.keysOf('peta-dan-ulasan')).toEqual({ 'rata-ulasan': (4 * 5 + 2) / 5 });
  });

  it('reckons in toko-daring-dan-qris what reaches the seller', () => {
    const prose = course.proseOf('toko-daring-dan-qris');
    const fee = { ratio: 0.08, perOrder: 1250 };
    const [one, five] = [received(pack.price, fee), received(5 * pack.price, fee)];
    const shares = [percent(pack.price - one, pack.price), percent(5 * pack.price - five, 5 * pack.price)];
    const stated = [one, five, ...shares.map((it) => rounded(it, 1)), received(pack.price, { ...fee, ratio: 0.1 })];
    expect(missingFrom(prose, stated)).toEqual([]);
    expect(missingFrom(prose, [rounded((pack.full + 1500) / (1 - 0.2 - 0.1)), qris(600_000)])).toEqual([]);
    expect(qris(300_000)).toBe(0);
    expect(course.keysOf('toko-daring-dan-qris')).toEqual({
      'diterima-satu': received(30_000, fee),
      'qris-tujuh-ratus': qris(700_000),
    });
  });

  it('compares in pelayanan-dan-keluhan a replaced pack with a lost reseller', () => {
    const stated = [6000 / 100, 20 * 2000, 4 * 20 * 2000, 10 * 6000, (10 * 6000) / 100];
    expect(missingFrom(course.proseOf('pelayanan-dan-keluhan'), stated)).toEqual([]);
    expect(course.keysOf('pelayanan-dan-keluhan')).toEqual({ 'biaya-ganti': (2 * 8000) / 200 });
  });

  it('reckons in wisata-desa the package and the year of two rooms', () => {
    const prose = course.proseOf('wisata-desa');
    const days = { price: 110_000, village: 0.05, meal: 25_000, fixed: 150_000 + 100_000 + 300_000 };
    const share = guestShare(days.price, days.village, days.meal);
    const left = 10 * share - days.fixed;
    expect(missingFrom(prose, [days.fixed, share, left, left / 5, Math.ceil(days.fixed / share)])).toEqual([]);
    expect(missingFrom(prose, [rounded(days.fixed / share, 1)])).toEqual([]);
    const [busy, quiet] = [2 * 9 * 300_000, 2 * 3 * 300_000];
    expect(missingFrom(prose, [busy, quiet, 3 * busy + 9 * quiet, 12 * busy])).toEqual([]);
    const small = guestShare(80_000, 0.05, 20_000);
    expect(course.keysOf('wisata-desa')).toEqual({
      'sumbangan-tamu': small,
      'tamu-paling-sedikit': Math.ceil(280_000 / small),
    });
  });

  it('keys the sums of its exam by the same rules', () => {
    const fee = { ratio: 0.1, perOrder: 1500 };
    const jar = { price: 25_000, variable: 15_000 };
    const profit = 200 * (jar.price - jar.variable) - 800_000;
    const carica = guestShare(90_000, 0.1, 21_000);
    expect(course.keysOf('ujian-akhir')).toEqual({
      'rata-sehari-libur': 98_000 / 14,
      'harga-diskon': jar.price * 0.92,
      'laba-lama': profit,
      'harus-laku-lagi': needed(profit, 800_000, jar.price * 0.92 - jar.variable),
      'gratis-satu': (3 * 18_000) / 4,
      'lihat-tanya-beli': percent(12, 400),
      'nilai-setelah-perbaikan': (3 * 4 + 3 * 5) / 6,
      'diterima-satu-stoples': received(40_000, fee),
      'diterima-empat': received(4 * 40_000, fee),
      'per-stoples': received(4 * 40_000, fee) / 4,
      'qris-delapan-ratus': qris(800_000),
      'ganti-per-bungkus': (3 * 7000) / 150,
      'untung-sepekan': 15 * 2500,
      'sumbangan-carica': carica,
      'tamu-carica': Math.ceil(360_000 / carica),
      'sisa-carica': 10 * carica - 360_000,
      'kamar-setahun': 250_000 * (4 * 10 + 8 * 2),
    });
    expect(course.unexplained).toEqual([]);
  });
});
