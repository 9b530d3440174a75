import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '#domain/lint/content.ts';
import { formatNumber } from '#domain/number.ts';
import { compute as computeDocuments, documentGroups } from '#domain/worksheet/dokumen.ts';
import { compute as computeWage } from '#domain/worksheet/gaji-dan-kiriman.ts';
import { compute as computeContract, contractItems, marks } from '#domain/worksheet/kontrak.ts';
import { expectNumberKey, findAsked, lessonSource, tableRows } from '../support/course-files.ts';
import { missingFrom } from '../support/course-numbers.ts';
import { readShippedContent } from '../support/shipped-content.ts';

const course = 'op-103';
const n = (value: number) => formatNumber(value);

let content: Content;

const prose = (lesson: string) => lessonSource({ content, course }, lesson);
const asked = (quiz: string, path: string) => findAsked({ content, course }, quiz, path);
const expectNumber = (quiz: string, path: string, inputs: readonly (number | string)[], result: number) =>
  expectNumberKey(findAsked({ content, course }, quiz, path), { inputs, result });

beforeAll(async () => {
  ({ content } = await readShippedContent());
});

describe('the numbers of OP-103', () => {
  it('pays off the debt of the first example as the worksheet does, month by month', async () => {
    const cells = { wage: 7e6, deductions: 800e3, living: 1.2e6, sending: 3e6, debt: 18e6, contract: 24 };
    const { results, advice, series = [] } = computeWage({ cells, lists: {} });
    const { net = 0, left = 0, payoff = 0, spare = 0, savingsAtEnd = 0 } = results;
    expect(advice).toEqual(['debt_free']);
    const lesson = prose('gaji-dan-kiriman');
    for (const sum of [
      `${n(cells.wage)} − ${n(cells.deductions)} = ${n(net)}`,
      `${n(net)} − ${n(cells.living)} − ${n(cells.sending)} = ${n(left)}`,
      `${n(cells.debt)} ÷ ${n(left)} = ${n(payoff)}`,
      `${spare} × ${n(left)} = ${n(savingsAtEnd)}`,
    ]) {
      expect(lesson).toContain(sum);
    }
    expect(missingFrom(lesson, [cells.contract, cells.debt])).toEqual([]);
    const shown = tableRows(lesson, 'Akhir bulan ke-');
    expect(shown.length).toBe(5);
    for (const [month, debt, savings] of shown) {
      expect(series).toContainEqual({ month: Number(month), debt: whole(debt), savings: whole(savings) });
    }
    expect(shown.map(([month]) => Number(month))).toEqual(expect.arrayContaining([payoff, cells.contract]));
    const drawing = await readFile(`content/courses/${course}/aliran-upah.svg`, 'utf8');
    for (const amount of [cells.wage, cells.deductions, net, cells.living, cells.sending, left]) {
      expect(drawing).toContain(`>${n(amount)}</text>`);
    }
  });

  it('warns of the second example with the numbers of the worksheet: its debt outlasts the contract', () => {
    const cells = { wage: 5e6, deductions: 1.5e6, living: 1e6, sending: 2e6, debt: 18e6, contract: 24 };
    const { results, advice } = computeWage({ cells, lists: {} });
    const { net = 0, left = 0, payoff = 0, debtAtEnd = 0 } = results;
    expect(advice).toEqual(['debt_outlasts']);
    const paid = left * cells.contract;
    const lesson = prose('gaji-dan-kiriman');
    for (const stated of [
      `${n(cells.wage)} − ${n(cells.deductions)} = ${n(net)}`,
      `${n(net)} − ${n(cells.living)} − ${n(cells.sending)} = ${n(left)}`,
      `${n(cells.debt)} ÷ ${n(left)} = ${n(payoff)}`,
      `${n(left)} × ${cells.contract} = ${n(paid)}`,
      `${n(cells.debt)} − ${n(paid)} = ${n(debtAtEnd)}`,
    ]) {
      expect(lesson).toContain(stated);
    }
    const { wage, deductions, living, sending, contract } = cells;
    expect(missingFrom(lesson, [wage, deductions, living, sending, payoff, contract])).toEqual([]);
  });

  it('compares two senders by what reaches the family', () => {
    const [sent, rateA, rateB, feeA] = [500, 4000, 3850, 45_000];
    const [a, b] = [sent * rateA - feeA, sent * rateB];
    const lesson = prose('gaji-dan-kiriman');
    expect(missingFrom(lesson, [sent, sent * rateA, feeA, a, b])).toEqual([]);
    expect(lesson).toContain(`${n(a)} − ${n(b)} = ${n(a - b)}`);
    expectNumber('gaji-dan-kiriman', 'jasa-kirim-terbaik', [3900, 35_000, 600], 600 * 3900 - 35_000);

    const [amount, rateD, feeD, rateE, feeE] = [800, 4000, 60_000, 3950, 10_000];
    const more = amount * rateE - feeE - (amount * rateD - feeD);
    const { question } = asked('ujian-akhir', 'dua-jasa-kirim');
    if (question.kind !== 'single') throw new Error('not a single choice');
    for (const input of [amount, rateD, feeD, rateE, feeE]) expect(question.prompt).toContain(n(input));
    expect(question.choices.find(({ id }) => id === question.key)?.text).toContain(n(more));
    expect(question.rationale).toContain(`= ${n(more)}`);
  });

  it('keys its questions on wages and debts with what the worksheet computes', () => {
    expectNumber('gaji-dan-kiriman', 'upah-bersih-tono', [6.4e6, 550e3, 150e3], 6.4e6 - 550e3 - 150e3);
    for (const { quiz, path, cells, keys } of [
      {
        quiz: 'gaji-dan-kiriman',
        path: 'tawaran-bu-lasmi',
        cells: { wage: 4.8e6, deductions: 1.4e6, living: 900e3, sending: 1.9e6, debt: 15e6, contract: 18 },
        keys: { sisa: 'left', lunas: 'payoff' },
      },
      {
        quiz: 'ujian-akhir',
        path: 'hitungan-eko',
        cells: { wage: 4.5e6, deductions: 1.3e6, living: 800e3, sending: 1.6e6, debt: 21.6e6, contract: 20 },
        keys: { 'utang-akhir': 'debtAtEnd', 'bulan-eko': 'payoff' },
      },
    ] as const) {
      const { results, advice } = computeWage({ cells, lists: {} });
      expect(advice).toEqual(['debt_outlasts']);
      for (const [id, result] of Object.entries(keys)) {
        expectNumber(quiz, `${path}/${id}`, Object.values(cells), results[result] ?? Number.NaN);
      }
    }
    const offer = { wage: 6.6e6, deductions: 900e3, living: 1.1e6, sending: 2.8e6, debt: 16e6 };
    const { payoff = 0 } = computeWage({ cells: offer, lists: {} }).results;
    expectNumber('ujian-akhir', 'lunas-bulan-keberapa', Object.values(offer), payoff);
    const slamet = { wage: 1.25e6, debt: 10e6, contract: 24 };
    const { savingsAtEnd = 0 } = computeWage({ cells: slamet, lists: {} }).results;
    expectNumber('ujian-akhir', 'tabungan-akhir-kontrak', Object.values(slamet), savingsAtEnd);
  });

  it('counts hours and marks of a contract as its worksheet does', () => {
    const lesson = prose('perjanjian-kerja');
    const hours = (from: number, until: number, rest: number, days: number) =>
      computeContract({ cells: { hoursPerDay: until - from - rest, daysPerWeek: days }, lists: {} }).results
        .weekHours ?? 0;
    expect(lesson).toMatch(/07\.00.+20\.00/);
    expect(lesson).toContain(`${20 - 7 - 2} × 6 = ${hours(7, 20, 2, 6)}`);
    expectNumber(
      'perjanjian-kerja',
      'jam-seminggu',
      ['08.00', '19.00', 'istirahat 1 jam', 'enam hari'],
      hours(8, 19, 1, 6),
    );
    expectNumber(
      'ujian-akhir',
      'kontrak-kebun-heru/jam-kebun',
      ['06.00–15.00', 'istirahat 1 jam', 'enam hari'],
      hours(6, 15, 1, 6),
    );

    const given = tableRows(lesson, 'Bunyi pasal').map(([, mark]) => mark);
    const values = { jelas: marks.clear, tanya: marks.ask, kurang: marks.missing };
    const cells = Object.fromEntries(
      given.map((mark, at) => [`${contractItems[at]}.mark`, values[mark as keyof typeof values]]),
    );
    const { clear, ask, missing = 0 } = computeContract({ cells, lists: {} }).results;
    expect([clear, ask, missing]).toEqual([0, 5, 3]);
    expect(lesson).toContain(`${clear} + ${ask} + ${missing} = ${given.length}`);
    expect(lesson).toContain(`${missing} + 2 = ${missing + 2}`);
  });

  it('counts the papers of Rini as the worksheet does', () => {
    const absent = ['contract', 'card', 'contractName', 'workVisa'];
    const cells = Object.fromEntries(
      Object.values(documentGroups)
        .flat()
        .filter((it) => !absent.includes(it))
        .map((it) => [it, 1]),
    );
    const { results, advice } = computeDocuments({ cells, lists: {} });
    expect(advice).toContain('check_visa');
    const shown = tableRows(prose('orientasi-pra-pemberangkatan'), 'Bagian lembar').map(([, result]) => result);
    expect(shown).toEqual(
      (['law', 'more', 'civil', 'checks'] as const).map((it) => `${results[it]} dari ${documentGroups[it].length}`),
    );
  });

  it('adds up what wages fall short of the contract', () => {
    const [contract, march, april] = [6e6, 4.5e6, 4e6];
    const [received, short] = [march + april, 2 * contract - march - april];
    const lesson = prose('masalah-dan-pengaduan');
    for (const stated of [
      `2 × ${n(contract)} = ${n(2 * contract)}`,
      `${n(2 * contract)} − ${n(received)} = ${n(short)}`,
    ]) {
      expect(lesson).toContain(stated);
    }
    expect(missingFrom(lesson, [contract, march, april, contract - march, contract - april])).toEqual([]);
    expectNumber('masalah-dan-pengaduan', 'kurang-upah-sari', [5.5e6, 5e6, 3.8e6], 2 * 5.5e6 - 5e6 - 3.8e6);
    expectNumber('ujian-akhir', 'kurang-tiga-bulan', [7e6, 6.5e6, 6.2e6, 5.8e6], 3 * 7e6 - 6.5e6 - 6.2e6 - 5.8e6);
  });

  it('measures work at sea by the hours of PP 22/2022', () => {
    const limits = { workPerDay: 14, workPerWeek: 72, restPerDay: 10, restPerWeek: 77 };
    expect(missingFrom(prose('perjanjian-kerja'), [limits.workPerDay, limits.workPerWeek])).toEqual([]);
    expect(missingFrom(prose('kesehatan-dan-keselamatan'), [limits.restPerDay, limits.restPerWeek])).toEqual([]);
    const work = ['13 jam', 'enam hari', `${limits.workPerWeek} jam`];
    expectNumber('kesehatan-dan-keselamatan', 'jam-kapal-lewat', work, 13 * 6 - limits.workPerWeek);
    const rest = ['9 jam', 'tujuh hari', `${limits.restPerWeek} jam`];
    expectNumber('ujian-akhir', 'istirahat-kapal', rest, limits.restPerWeek - 9 * 7);
  });

  it('keeps the hours of two countries apart by their difference', () => {
    const ahead = 1;
    const lesson = prose('keberangkatan-dan-keluarga');
    expect(lesson).toContain(`19 + ${ahead} = ${19 + ahead}`);
    const calls = tableRows(lesson, 'Di Wonosobo');
    expect(calls.length).toBe(3);
    for (const [here, there] of calls) expect(minutes(there)).toBe(minutes(here) + ahead * 60);
    expectNumber('keberangkatan-dan-keluarga', 'jam-telepon', ['2 jam lebih dulu', 'pukul 21'], 21 - 2);
  });

  it('keys the questions before and after by the same rules', () => {
    expectNumber('uji-awal', 'jam-toko-seminggu', ['06.00', '17.00', '2 jam', 'enam hari'], (17 - 6 - 2) * 6);
    const wages = 12 * 5.5e6 - 6 * 900_000;
    expectNumber('uji-awal', 'upah-bersih-setahun', [5.5e6, 900_000, '6 bulan', '12 bulan'], wages);
    expectNumber('uji-awal', 'jam-di-sana', ['4 jam lebih lambat', 'pukul 19'], 19 - 4);
  });

  it('lists as many rights, duties and claim papers as it says', () => {
    const lesson = prose('hak-dan-kewajiban');
    const rights = section(lesson, '## Tiga belas hak Anda').match(/^- /gm) ?? [];
    expect(rights.length).toBe(13);
    expect(lesson).toContain('4 + 3 + 4 + 2 = 13 hak');
    expect((section(lesson, '## Empat kewajiban').match(/^\d\. /gm) ?? []).length).toBe(4);
    const papers = /\*\*Kumpulkan untuk klaim:\*\* ([^.]+)\./.exec(prose('kesehatan-dan-keselamatan'))?.[1] ?? '';
    expect(papers.split(', ').length).toBe(7);
  });
});

function section(text: string, heading: string): string {
  return (text.split(`${heading}\n`)[1] ?? '').split('\n## ')[0] ?? '';
}

function whole(written = ''): number {
  return Number(written.replaceAll('.', ''));
}

function minutes(written = ''): number {
  const [, hour, minute] = /(\d\d)\.(\d\d)/.exec(written) ?? [];
  return Number(hour) * 60 + Number(minute);
}
