import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '#domain/lint/content.ts';
import { formatNumber } from '#domain/number.ts';
import { compute as computeGoal } from '#domain/worksheet/tujuan-kiriman.ts';
import { expectNumberKey, findAsked, lessonSource, tableRows } from '../support/course-files.ts';
import { missingFrom } from '../support/course-numbers.ts';
import { readShippedContent } from '../support/shipped-content.ts';

const course = 'lm-101';
const n = (value: number) => formatNumber(value);

/** Contributions of Permenaker 4/2023, Pasal 18 (M-BPJS-3). */
const contribution = { before: 37_500, of6: 108_000, of12: 189_000, of24: 332_500, monthBeyond: 13_500 };
/** Interest of the loan for departure (M-KUR-1), and the months of waiting that leave 18 of 24 (M-KUR-3). */
const loan = { yearly: 0.06, contract: 24, waiting: 6 };

let content: Content;

const prose = (lesson: string) => lessonSource({ content, course }, lesson);
const expectNumber = (quiz: string, path: string, inputs: readonly (number | string)[], result: number) =>
  expectNumberKey(findAsked({ content, course }, quiz, path), { inputs, result });

beforeAll(async () => {
  ({ content } = await readShippedContent());
});

describe('the numbers of LM-101', () => {
  it('reaches the goals of Bu Sri in as many months as the worksheet computes', () => {
    const [school, kitchen, goats] = [12e6, 18e6, 10e6];
    const [wage, living, home] = [6e6, 1.5e6, 2e6];
    const [price, monthly] = [school + kitchen + goats, wage - living - home];
    const { months = 0 } = computeGoal({ cells: { price, monthly }, lists: {} }).results;
    const lesson = prose('tujuan-merantau-dan-uangnya');
    const spare = loan.contract - months;
    const stated = [school, kitchen, goats, price, wage, living, home, monthly, months, spare, spare * monthly];
    expect(missingFrom(lesson, stated)).toEqual([]);
    expect(missingFrom(guide(), [price, monthly, months])).toEqual([]);
  });

  it('keys its questions on goals with what the worksheet computes', () => {
    const months = (price: number, monthly: number) =>
      computeGoal({ cells: { price, monthly }, lists: {} }).results.months ?? Number.NaN;
    expectNumber('tujuan-merantau-dan-uangnya', 'bulan-modal-warung', [30e6, 1.5e6], months(30e6, 1.5e6));

    const wati = { wage: 6.5e6, living: 1.5e6, home: 3e6, price: 36e6 };
    const saved = wati.wage - wati.living - wati.home;
    const ask = (id: string, more: readonly number[], result: number) =>
      expectNumber('tujuan-merantau-dan-uangnya', `kasus-rumah-wati/${id}`, [...Object.values(wati), ...more], result);
    ask('sisa', [], saved);
    ask('lama', [], months(wati.price, saved));
    ask('kiriman-naik', [500e3], months(wati.price, saved - 500e3));

    const yuni = { wage: 7e6, living: 1.8e6, home: 2.7e6, price: 45e6 };
    const left = yuni.wage - yuni.living - yuni.home;
    expectNumber('ujian-akhir', 'hitung-tujuan-yuni', Object.values(yuni), months(yuni.price, left));

    const nah = { contract: 24, wage: 5.5e6, living: 1.2e6, home: 2.3e6, instalment: 500e3, price: 27e6 };
    const net = nah.wage - nah.living - nah.home - nah.instalment;
    const exam = (id: string, result: number) =>
      expectNumber('ujian-akhir', `kasus-uang-bu-nah/${id}`, Object.values(nah), result);
    exam('sisa-bersih', net);
    exam('lama-sawah', months(nah.price, net));
    exam('sisa-kontrak', nah.contract - months(nah.price, net));

    const roof = { price: 22e6, saved: 4e6, monthly: 2.25e6 };
    expectNumber('uji-awal', 'hitung-sisa-tujuan', Object.values(roof), months(roof.price - roof.saved, roof.monthly));
  });

  it('states the contributions of 2023 and adds them up for longer contracts', () => {
    const { before, of6, of12, of24, monthBeyond } = contribution;
    const lesson = prose('biaya-dan-kur');
    expect(missingFrom(lesson, [before, of6, of12, of24, monthBeyond])).toEqual([]);
    const forMonths = (months: number) => before + of24 + (months - 24) * monthBeyond;
    expect(lesson).toContain(
      `Rp${n(before)} + Rp${n(of24)} + ${36 - 24} × Rp${n(monthBeyond)} = **Rp${n(forMonths(36))}**`,
    );
    expectNumber('biaya-dan-kur', 'bpjs-12-bulan', [before, of12], before + of12);
    expectNumber('ujian-akhir', 'iuran-30-bulan', [30, before, of24, monthBeyond], forMonths(30));
  });

  it('computes the instalments of the loan as an annuity, beside a moneylender', () => {
    const [borrowed, surcharge] = [12e6, 0.4];
    const times = loan.contract - loan.waiting;
    const instalment = annuity(borrowed, times);
    const extra = instalment * times - borrowed;
    const lesson = prose('biaya-dan-kur');
    const lent = Math.round((borrowed * (1 + surcharge)) / times);
    expect(missingFrom(lesson, [borrowed, times, instalment, lent, extra, borrowed * surcharge])).toEqual([]);
    expect(missingFrom(guide(), [instalment, times, extra])).toEqual([]);

    const [price, monthly] = [40e6, 2.5e6];
    const saved = monthly * loan.waiting;
    const rest = computeGoal({ cells: { price, saved, monthly: monthly - instalment }, lists: {} }).results.months ?? 0;
    expect(missingFrom(lesson, [saved, monthly - instalment, loan.waiting + rest, price / monthly])).toEqual([]);

    const har = annuity(15e6, times);
    expectNumber('ujian-akhir', 'bunga-kur', [15e6, har, times], har * times - 15e6);
    expectNumber('biaya-dan-kur', 'batas-agen-hong-kong', [6000, '10 persen'], 6000 * 0.1);
  });

  it('counts documents, gaps of a contract and signs of danger as it shows them', () => {
    const papers = prose('dokumen');
    expect(tableRows(papers, 'No.').map(([at]) => Number(at))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(tableRows(papers, 'Isi').filter(([, , mark]) => mark === '**Kurang**').length).toBe(2);
    const danger = prose('tanda-bahaya-tppo');
    const [stop, wait] = ['### Satu saja: berhenti!', '### Tunda dan tanya'].map((heading) => listed(danger, heading));
    expect([stop?.length, wait?.length]).toEqual([5, 5]);
    const signs = tableRows(danger, 'Bunyi pesan');
    for (const [, sign = '', meaning] of signs) {
      const [picture, number] = sign.split('/> ');
      expect(meaning === '**Berhenti**' ? stop : wait, sign).toContain(Number(number));
      expect(danger).toContain(`\n${number}. ${picture}/> `);
    }
    expect(signs.length).toBe(6);
    expect(signs.filter(([, , meaning]) => meaning === '**Berhenti**').length).toBe(3);
  });
});

/** An equal instalment a month, in whole rupiah. */
function annuity(borrowed: number, times: number): number {
  const monthly = loan.yearly / 12;
  return Math.round((borrowed * monthly) / (1 - (1 + monthly) ** -times));
}

/** The numbers of the list under a heading. */
function listed(text: string, heading: string): readonly number[] {
  const under = (text.split(`${heading}\n`)[1] ?? '').split('\n#')[0] ?? '';
  return [...under.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
}

function guide(): string {
  return content.guides.find(({ value }) => value.course === course)?.body.source ?? '';
}
