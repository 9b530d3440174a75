import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogue } from '#content/catalogue.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import type { Content } from '#domain/lint/content.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { formatNumber, parseNumber } from '#domain/number.ts';
import { publicQuiz } from '#domain/quiz/public-quiz.ts';
import { computeHpp } from '#domain/worksheet/hpp.ts';
import { readShippedContent } from '../support/shipped-content.ts';

let content: Content;
let faults: readonly Fault[];
let catalogue: Catalogue;

beforeAll(async () => {
  ({ content, faults } = await readShippedContent());
  catalogue = buildCatalogue(content);
});

describe('the content of the learning house', () => {
  it('has no fault that must be mended', () => {
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('holds both first courses, and no quiz that nothing leads to', () => {
    const byCode = new Map(content.courses.map(({ value }) => [value.code, value]));
    expect(byCode.get('UP-202')?.lessons.length).toBe(7);
    expect(byCode.get('LM-101')?.lessons.length).toBe(6);
    expect(faults.filter(({ name }) => name === 'kuis-tidak-dipakai')).toEqual([]);
    for (const { value } of content.courses) {
      const quizzes = content.quizzes.filter((quiz) => quiz.value.course === value.id);
      const exams = quizzes.filter((quiz) => quiz.value.mode === 'assessment' && quiz.value.id !== 'uji-awal');
      expect(exams.length).toBe(1);
      expect(quizzes.filter((quiz) => quiz.value.mode === 'practice').length).toBe(value.lessons.length);
    }
  });

  it('serves the three houses', () => {
    expect(content.houses?.value.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['kuripan', 'lipursari', 'tracap']),
    );
  });

  it('gives every right response in full and explains every number as its key says', () => {
    for (const { value: quiz, file } of content.quizzes) {
      for (const question of quiz.questions) {
        if (question.kind !== 'number') continue;
        const { key, tolerance, id } = question;
        const stated = numbersIn(question.rationale).some((it) => Math.abs(it - key) <= Math.max(tolerance, 1e-9));
        expect(stated, `${file} ${id}: rationale does not state ${key}`).toBe(true);
        const given = { text: formatNumber(key) };
        const alone = { ...quiz, draw: 1, questions: [question] };
        const grade = gradeAttempt(alone, { seed: 'kunci', responses: [{ question: id, given }] });
        expect(grade.ratio, `${file} ${id}`).toBe(1);
      }
    }
  });

  it('does its sums right, in lessons and in rationales', () => {
    const texts = [
      ...content.lessons.flatMap(({ file, body }) =>
        body.texts.map(({ text, line }) => ({ text, at: `${file}:${line}` })),
      ),
      ...content.quizzes.flatMap(({ file, value }) =>
        value.questions.map(({ id, rationale }) => ({ text: rationale, at: `${file} ${id}` })),
      ),
    ];
    const sums = texts.flatMap(({ text, at }) => sumsIn(text).map((sum) => ({ ...sum, at })));
    expect(sums.filter(({ holds }) => !holds)).toEqual([]);
    expect(sums.length).toBeGreaterThan(50);
    expect(sumsIn('297.000 ÷ 25 = Rp11.881')).toMatchObject([{ holds: false }]);
  });

  it('states in hpp-keripik what the worksheet computes from worked example A', () => {
    const { result } = computeHpp({
      variablePerBatch: 130_000 + 40_000 + 15_000 + 30_000 + 22_000 + 60_000,
      unitsPerBatch: 25,
      batchesPerMonth: 20,
      overheadPerMonth: 150_000 + 100_000 + 200_000,
      expensesPerMonth: 100_000 + 1_000_000,
      marginRatio: 0.25,
    });
    const lesson = content.lessons.find(({ value }) => value.id === 'hpp-keripik');
    const prose = lesson?.body.texts.map(({ text }) => text).join('\n') ?? '';
    for (const figure of [result?.variablePerUnit, result?.hpp, result?.fullCost, 450_000, 1_100_000]) {
      expect(prose).toContain(formatNumber(figure ?? Number.NaN));
    }
    expect([result?.hpp, result?.fullCost, result?.roundedPrice, result?.breakEvenUnits]).toEqual([
      12_780, 14_980, 20_000, 191,
    ]);
  });
});

describe('the catalogue of the content', () => {
  it('holds every lesson and quiz under an edition of its own', () => {
    const editions = [...catalogue.lessons, ...catalogue.quizzes].map(({ edition }) => edition);
    const published = content.quizzes.filter(({ value }) => value.id !== 'uji-awal');
    expect(editions.length).toBe(content.lessons.length + published.length);
    expect(new Set(editions).size).toBe(editions.length);
    for (const edition of editions) expect(edition).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives away no key, rationale or hint of an assessment in what pages show of it', () => {
    for (const quiz of catalogue.quizzes.filter((it) => it.quiz.mode === 'assessment')) {
      const shown = JSON.stringify(publicQuiz(quiz));
      expect(shown).not.toMatch(/"(?:key|rationale|hint|tolerance|source)"/);
      for (const { rationale } of quiz.quiz.questions)
        expect(shown).not.toContain(JSON.stringify(rationale).slice(1, -1));
    }
  });
});

/** Every number that a text could be read to state. */
function numbersIn(text: string): readonly number[] {
  return (text.match(/\d[\d.,]*/g) ?? []).flatMap((written) => {
    const parsed = parseNumber(written.replace(/[.,]+$/, ''));
    if ('value' in parsed) return parsed.value;
    return parsed.problem === 'ambiguous' ? parsed.readings : [];
  });
}

/** Sums of bare numbers that a text writes out (`297.000 ÷ 25 = Rp11.880`), and whether each is right as far as it is rounded. */
function sumsIn(text: string): readonly { readonly sum: string; readonly holds: boolean }[] {
  const number = String.raw`(?:Rp\s?)?\d[\d.,]*\d|(?:Rp\s?)?\d`;
  const pattern = new RegExp(
    `(?<![\\d.,)(+×÷−-]\\s?|\\w)((?:${number})(?:\\s[+−×÷]\\s(?:${number}))+)\\s=\\s(${number})(\\s?%)?(?!\\s?[+×÷])`,
    'g',
  );
  return [...text.matchAll(pattern)].map(([sum, left = '', right = '', percent]) => {
    const shown = percent === undefined ? numberOf(right) : numberOf(right) / 100;
    const decimals = /,(\d+)$/.exec(right)?.[1]?.length ?? 0;
    const rounding = (percent === undefined ? 0.5 : 0.005) * 10 ** -decimals + 1e-9;
    return { sum, holds: Math.abs(evaluate(left) - shown) <= rounding };
  });
}

function evaluate(left: string): number {
  const parts = left.split(/\s([+−×÷])\s/);
  const terms: number[] = [numberOf(parts[0] ?? '')];
  for (let at = 1; at < parts.length; at += 2) {
    const value = numberOf(parts[at + 1] ?? '');
    const last = terms.length - 1;
    if (parts[at] === '+') terms.push(value);
    else if (parts[at] === '−') terms.push(-value);
    else terms[last] = (terms[last] ?? 0) * (parts[at] === '×' ? value : 1 / value);
  }
  return terms.reduce((sum, it) => sum + it, 0);
}

function numberOf(written: string): number {
  const parsed = parseNumber(written);
  if ('value' in parsed) return parsed.value;
  return parsed.problem === 'ambiguous' ? parsed.readings[0] : Number.NaN;
}
