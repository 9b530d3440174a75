import { beforeAll, describe, expect, it } from 'vitest';
import { compute as keepBook } from '#domain/worksheet/buku-kas.ts';
import { compute as keepCard } from '#domain/worksheet/kartu-stok.ts';
import { type CourseNumbers, missingFrom, readCourseNumbers } from '../support/course-numbers.ts';

let course: CourseNumbers;

beforeAll(async () => {
  course = await readCourseNumbers('up-203');
});

const price = { retail: 9_000, credit: 8_000 };
const litre = 20_000;
const sheet = 900;
const oil = 18 * litre;
const packaging = 300 * sheet;

/** One frying of 40 packs: what it costs, and what of that leaves the tin on the day itself. */
const frying = { cassava: 48_000, oil: 3 * litre, spices: 12_000, gas: 22_000, packaging: 40 * sheet, wage: 50_000 };
const batch = sum(Object.values(frying));
const cash = batch - frying.oil - frying.packaging;
const packs = 40;
const overhead = 92_000 + 100_000;
const unit = batch / packs + overhead / 640;

const opening = {
  tin: 1_500_000,
  owed: 180_000,
  oil: 6 * litre,
  packaging: 100 * sheet,
  goods: 40 * unit,
  tools: 4_000_000,
};
const openingDebt = { oil: 150_000, coop: 1_200_000 };
const openingCapital = sum(Object.values(opening)) - sum(Object.values(openingDebt));

/** The month of the kitchen that the whole course follows: `[packs sold for cash, other rupiah in, rupiah out]` a day. */
const month: readonly (readonly [number, number, number])[] = [
  [0, 0, cash + oil],
  [9, 0, cash],
  [11, 180_000, openingDebt.oil + packaging],
  [10, 0, cash],
  [12, 0, cash],
  [18, 0, 0],
  [14, 0, 75_000],
  [0, 0, cash],
  [10, 0, cash],
  [11, 200_000, 60_000],
  [9, 0, cash],
  [12, 0, cash],
  [19, 240_000, 350_000],
  [14, 240_000, 0],
  [0, 0, cash + oil + 300_000],
  [10, 0, cash + packaging],
  [11, 200_000, 0],
  [10, 0, cash + 250_000],
  [12, 0, cash],
  [17, 240_000, 138_000],
  [14, 400_000, 75_000],
  [0, 0, cash],
  [9, 0, cash],
  [11, 100_000, 0],
  [10, 0, cash],
  [13, 0, cash],
  [18, 200_000, 0],
  [16, 0, 200_000],
  [0, 0, 152_000],
  [0, 0, 300_000],
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rupiah in, rupiah out and the tin of each day, the first one at index 0. */
function book() {
  let tin = opening.tin;
  return month.map(([retail, other, out]) => {
    const into = retail * price.retail + other;
    tin += into - out;
    return { into, out, tin };
  });
}

/** Rupiah in and out over days `from` to `to`, counted from 1, and the tin after the last. */
function days(from: number, to: number) {
  const part = book().slice(from - 1, to);
  return { into: sum(part.map(({ into }) => into)), out: sum(part.map(({ out }) => out)), tin: part.at(-1)?.tin };
}

const credit = { wagiyem: [25, 25, 25, 20], sugeng: [30, 30, 30, 25], toko: [30, 50, 30] };
const paid = {
  wagiyem: [180_000, 200_000, 200_000, 100_000],
  sugeng: [240_000, 240_000, 200_000],
  toko: [240_000, 400_000],
};
const owed = {
  wagiyem: opening.owed + sum(credit.wagiyem) * price.credit - sum(paid.wagiyem),
  sugeng: sum(credit.sugeng) * price.credit - sum(paid.sugeng),
  toko: sum(credit.toko) * price.credit - sum(paid.toko),
};

const retail = sum(month.map(([sold]) => sold));
const onCredit = sum(credit.wagiyem) + sum(credit.sugeng);
const consigned = sum(credit.toko);
const sold = retail + onCredit + consigned;
const sales = retail * price.retail + (onCredit + consigned) * price.credit;
const gross = sales - sold * unit;
const expenses = {
  owner: 600_000,
  delivery: 150_000,
  phone: 60_000,
  levy: 60_000,
  interest: 18_000,
  broken: 10 * unit,
};
const profit = gross - sum(Object.values(expenses));
const drawn = 350_000;

const closing = {
  tin: days(1, 30).tin ?? Number.NaN,
  owed: sum(Object.values(owed)),
  oil: (6 + 54 - 16 * 3) * litre,
  packaging: (100 + 600 - 16 * packs) * sheet,
  goods: (40 + 10) * unit,
  tools: opening.tools - 100_000 + 250_000,
};
const closingDebt = { oil: oil - 200_000, coop: openingDebt.coop - 120_000 };
const closingCapital = sum(Object.values(closing)) - sum(Object.values(closingDebt));

describe('the numbers of UP-203', () => {
  it('opens in dua-dompet with possessions, debts and what is left of them', () => {
    const prose = course.proseOf('dua-dompet');
    expect(missingFrom(prose, [...Object.values(opening), ...Object.values(openingDebt)])).toEqual([]);
    expect(missingFrom(prose, [sum(Object.values(opening)), sum(Object.values(openingDebt)), openingCapital])).toEqual(
      [],
    );
    expect(missingFrom(prose, [unit, opening.tools + 800_000, drawn, expenses.owner / 2])).toEqual([]);
  });

  it('keeps in buku-kas a book whose every line follows from the one above, never below zero', () => {
    const prose = course.proseOf('buku-kas');
    const week = book().slice(0, 7);
    expect(
      missingFrom(
        prose,
        week.flatMap(({ into, out, tin }) => [into, out, tin].filter((it) => it > 0)),
      ),
    ).toEqual([]);
    const first = days(1, 7);
    const whole = days(1, 30);
    const lowest = Math.min(...book().map(({ tin }) => tin));
    expect(missingFrom(prose, [first.into, first.out, first.tin, whole.into, whole.out, whole.tin])).toEqual([]);
    expect(missingFrom(prose, [lowest, cash, oil, packaging])).toEqual([]);
    expect(book().findIndex(({ tin }) => tin === lowest) + 1).toBe(19);
    expect(lowest).toBeGreaterThan(0);
  });

  it('keeps in buku-kas the book that its sheet keeps', () => {
    const written = book().map(({ into, out }) => ({ in: into, out }));
    const { results, advice, beside } = keepBook({
      cells: { opening: opening.tin, counted: closing.tin },
      lists: { days: written },
    });
    expect(beside?.days?.map(({ balance }) => balance)).toEqual(book().map(({ tin }) => tin));
    expect([results.end, results.lowestDay, advice]).toEqual([closing.tin, 19, ['matches']]);
  });

  it('states in piutang-dan-titip-jual what each buyer owes and what of the consigned goods was sold', () => {
    const prose = course.proseOf('piutang-dan-titip-jual');
    expect(missingFrom(prose, [...Object.values(owed), sum(Object.values(owed))])).toEqual([]);
    expect(missingFrom(prose, [sum(credit.wagiyem) * price.credit, sum(paid.wagiyem)])).toEqual([]);
    expect(missingFrom(prose, [sum(credit.sugeng), sum(credit.sugeng) * price.credit, sum(paid.sugeng)])).toEqual([]);
    expect(missingFrom(prose, [consigned, consigned * price.credit, sum(paid.toko), 3 * packs - consigned])).toEqual(
      [],
    );
    expect(missingFrom(prose, [sum(Object.values(owed)) - opening.owed])).toEqual([]);
    let shelf = 0;
    const shelves = credit.toko.map((laku, at) => {
      shelf += packs - (at === 0 ? 0 : (credit.toko[at - 1] ?? Number.NaN));
      return { shelf, laku };
    });
    expect(
      missingFrom(
        prose,
        shelves.map((it) => it.shelf),
      ),
    ).toEqual([]);
    expect(shelves.every((it) => it.shelf >= it.laku)).toBe(true);
  });

  it('counts in kartu-stok the packs of four weeks, the materials, and what is left at cost', () => {
    const prose = course.proseOf('kartu-stok');
    const weeks = [
      [74, 55, 40, 0],
      [75, 55, 40, 4],
      [74, 55, 40, 2],
      [77, 45, 0, 4],
    ].map((out) => ({ in: 4 * packs, out: sum(out) }));
    const { results, advice, beside } = keepCard({
      cells: { opening: 40, unitCost: unit },
      lists: { lines: weeks },
    });
    const left = beside?.lines?.map((line) => line.left) ?? [];
    expect(missingFrom(prose, [...weeks.flatMap((week) => [week.in, week.out]), ...left])).toEqual([]);
    expect([left, results.value, advice]).toEqual([[31, 17, 6, 40], 40 * unit, []]);
    expect([retail, onCredit, 16 * packs]).toEqual([300, 210, 640]);
    expect(
      missingFrom(prose, [retail, onCredit, 120, 640, batch, batch / packs, overhead, overhead / 640, unit]),
    ).toEqual([]);
    const stock = closing.oil + closing.packaging + closing.goods;
    const before = opening.oil + opening.packaging + opening.goods;
    expect(
      missingFrom(prose, [closing.oil, closing.packaging, closing.goods, 10 * unit, stock, before, stock - before]),
    ).toEqual([]);
  });

  it('follows in arus-kas-mingguan the tin by weeks, from profit to cash, and into next week', () => {
    const prose = course.proseOf('arus-kas-mingguan');
    for (const week of [days(1, 7), days(8, 14), days(15, 21), days(22, 30)]) {
      expect(missingFrom(prose, [week.into, week.out, week.tin, Math.abs(week.into - week.out)])).toEqual([]);
    }
    const stock = closing.oil + closing.packaging + closing.goods - opening.oil - opening.packaging - opening.goods;
    const bridge = [
      profit,
      100_000,
      closingDebt.oil - openingDebt.oil,
      -(closing.owed - opening.owed),
      -stock,
      -250_000,
      -(openingDebt.coop - closingDebt.coop),
      -drawn,
    ];
    expect(sum(bridge)).toBe(closing.tin - opening.tin);
    expect(missingFrom(prose, [...bridge, sum(bridge)])).toEqual([]);
    expect(missingFrom(prose, [owed.wagiyem + owed.sugeng, 6 * litre, oil - 6 * litre])).toEqual([]);
    const out = 4 * cash + 6 * litre + 200 * sheet + 75_000;
    const usual = closing.tin + 74 * price.retail + 100_000 - out;
    const quiet = closing.tin + 37 * price.retail - out;
    expect(missingFrom(prose, [74 * price.retail, 37 * price.retail, 4 * cash, 200 * sheet, usual, quiet])).toEqual([]);
    expect(quiet).toBeGreaterThan(cash);
  });

  it('closes in laporan-sebulan with profit, possessions and debts that meet in the same capital', () => {
    const prose = course.proseOf('laporan-sebulan');
    expect(missingFrom(prose, [sold, sales, sold * unit, gross, ...Object.values(expenses), profit])).toEqual([]);
    expect(missingFrom(prose, [Math.round((1_000 * profit) / sales) / 10])).toEqual([]);
    expect(missingFrom(prose, [...Object.values(closing), ...Object.values(closingDebt)])).toEqual([]);
    expect(missingFrom(prose, [sum(Object.values(closing)), sum(Object.values(closingDebt)), closingCapital])).toEqual(
      [],
    );
    expect(openingCapital + profit - drawn).toBe(closingCapital);
    expect(
      missingFrom(prose, [profit - drawn, profit + expenses.owner, price.retail - unit, price.credit - unit]),
    ).toEqual([]);
    const fixed = overhead + sum(Object.values(expenses)) - expenses.broken;
    const mean = sales / sold;
    expect(missingFrom(prose, [fixed, Math.round(mean), Math.ceil(fixed / (mean - batch / packs))])).toEqual([]);
  });

  it('gives in the guide the key of the week that is played', () => {
    const prose = course.proseOf('panduan');
    const week = days(8, 14);
    expect(missingFrom(prose, [week.into, week.out, week.tin, days(1, 7).tin, 31 + 160 - 174])).toEqual([]);
    expect(
      missingFrom(
        prose,
        book()
          .slice(7, 14)
          .map(({ tin }) => tin),
      ),
    ).toEqual([]);
    const mistakes = [profit - drawn, profit + expenses.owner, profit + owed.wagiyem, sum(Object.values(closing))];
    expect(missingFrom(prose, mistakes)).toEqual([]);
  });

  it('keys the practices by what their own numbers give', () => {
    expect(course.keysOf('dua-dompet')).toEqual({
      'modal-warung-jenang': 400_000 + 150_000 + 200_000 + 1_750_000 - 600_000,
    });
    expect(course.keysOf('buku-kas')).toEqual({
      'saldo-sabtu': 500_000 + 320_000 - 80_000 - 22_000 + 120_000 - 150_000 + 260_000,
      'sisa-bon': 200_000 - 120_000,
      'jumlah-penjualan': 320_000 + 200_000 + 260_000,
      'saldo-hari-tiga-belas': 953_000 + 19 * 9_000 + 240_000 - 350_000,
    });
    expect(course.keysOf('piutang-dan-titip-jual')).toEqual({
      'sisa-bon-pembeli': 90_000 + 15 * 8_000 - 130_000,
      'jumlah-laku': 60 - 4 - 21,
      'nilai-laku': (60 - 4 - 21) * 7_500,
      'belum-setor': (60 - 4 - 21) * 7_500 - 200_000,
    });
    expect(course.keysOf('kartu-stok')).toEqual({
      'sisa-dengan-yang-rusak': 40 + 120 - 131 - 6,
      'kartu-kemasan': 80 + 200 - 5 * 40 - 12,
    });
    expect(course.keysOf('arus-kas-mingguan')).toEqual({
      'saldo-akhir-minggu': 620_000 + 940_000 - 1_075_000,
      'saldo-rencana': 450_000 + 700_000 - 980_000,
      'bon-tidak-datang': 200_000 - (450_000 + 700_000 - 980_000),
    });
    expect(course.keysOf('laporan-sebulan')).toEqual({
      'laba-kotor': 8_400_000 - 5_250_000,
      'laba-bersih': 8_400_000 - 5_250_000 - 1_900_000,
      'tambah-modal': 8_400_000 - 5_250_000 - 1_900_000 - 400_000,
      'pokok-dan-jasa': 275_000 - 250_000,
    });
  });

  it('keys the exam by what its own numbers give', () => {
    const consignment = (75 - 18 - 5) * 8_000;
    expect(course.keysOf('ujian-akhir')).toEqual({
      'modal-piutang-besar': 660_000 + 6_000_000 + 9_450_000 - 2_000_000,
      'saldo-akhir-bulan': 1_200_000 + 2_750_000 + 400_000 - 1_650_000 - 600_000 - 350_000 - 500_000,
      'masuk-hari-ini': 210_000 + 40_000,
      'masih-kurang': 385_000 - 325_000 - 22_000 - 30_000,
      'bon-penjual-pasar': 120_000 + 22 * 8_000 - 150_000,
      'hasil-titip': consignment,
      'tagihan-toko': consignment - 300_000,
      'sisa-di-rumah': 25 + 80 - 46 - 20 - 24 - 2,
      'nilai-dua-tempat': (13 + 9) * 5_500,
      'saldo-minggu-ramai': 540_000 + 1_260_000 - 1_490_000,
      'kas-berubah': -(900_000 + 150_000 - 800_000 - 450_000),
      'laba-bersih-sebulan': 6_300_000 - 4_100_000 - 1_350_000,
      'modal-sesudah-sebulan': 3_400_000 + 640_000 - 250_000,
      'laba-yang-benar': 4_000_000 - 300_000 - (3_500_000 - 200_000 + 50_000),
    });
  });

  it('keys the questions before and after by what their own numbers give', () => {
    expect(course.keysOf('uji-awal')).toEqual({
      'utang-dari-modal': 5_400_000 - 4_100_000,
      'selisih-malam-ini': 640_000 + 215_000 - 180_000 - 655_000,
      'bon-bertambah': 300_000 + 950_000 - 870_000,
      'berapa-kali-lagi': (14 - 4) / 2,
      'saldo-minggu-sepi': 500_000 + 450_000 - 4 * 120_000 - 150_000 - 60_000,
      'laba-dari-sisa': 240 * (10_000 - 6_500) - 600_000,
    });
  });

  it('writes out every key in its own rationale', () => {
    expect(course.unexplained).toEqual([]);
  });
});
