import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#domain/question/authored.ts';
import { meaningOf } from '#domain/question/sameness.ts';
import { signatureOf } from '#domain/question/signature.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { oneOfEach, oneOfEachKind } from '../../support/questions.ts';

describe('meaningOf', () => {
  it.each([
    ['pendapatan − biaya', 'pendapatan × biaya', 'pendapatan ÷ biaya', 'pendapatan + biaya', 'pendapatan * biaya'],
    ['12 - 4', '12 + 4', '12 : 4'.replace(':', '/'), '12 = 4', '12 < 4', '12 > 4', '12 ≤ 4', '124'],
    ['>', '<', '=', '≥', '%', '+', '-', '.', ',', '?'],
    ['Rp 10', '$ 10', '€ 10', '10 %', '10', '10 °C', '1,0 %', '100'],
    ['5²', '52', '5₂', '5'],
    ['1½', '11/2', '12', '½'],
    ['kB', 'kb', 'MB'],
    ['(5 + 3) × 2', '5 + 3 × 2', '5 + (3 × 2)'],
    ['12.500', '12,5', '125.00', '1.2500'],
    ['-5', '5', '+5'],
  ])('keeps %s, %s and their like apart', (...texts) => {
    expect(new Set(texts.map(meaningOf)).size).toBe(texts.length);
  });

  it.each([
    ['Biaya tetap.', 'biaya  tetap', '**Biaya** tetap', 'BIAYA TETAP', '"Biaya tetap"', '“Biaya tetap!”'],
    ['Rp12.500', 'Rp 12.500', 'rp 12500'],
    ['12 - 4', '12 − 4', '12 – 4'],
    ['pasca-bayar', 'Pasca bayar'],
    ['harga **5** kg', 'harga 5 kg', 'harga `5` kg'],
    ['12,5', '12,50', '12.5'],
    ['ｋａｓ', 'kas'],
  ])('takes %s and %s for the same', (...texts) => {
    expect(new Set(texts.map(meaningOf)).size).toBe(1);
  });

  it('is nothing of a text that holds something, never', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (text.replace(/[\s*_`]/g, '') !== '') expect(meaningOf(text)).not.toBe('');
        expect(meaningOf(` ${text} `)).toBe(meaningOf(text));
      }),
    );
  });
});

describe('choices', () => {
  const asked = (prompt: string, ...texts: readonly string[]): SimpleQuestion => ({
    ...oneOfEach.single,
    prompt,
    choices: texts.map((text, at) => ({ id: 'abcdef'[at] ?? '', text })),
  });
  const namesOf = (question: SimpleQuestion) => problemsOf(question, { mode: 'practice' }).map(({ name }) => name);

  it('that differ in a sign alone are different ones', () => {
    expect(namesOf(asked('Bagaimana laba dihitung?', 'a − b', 'a × b', 'a ÷ b'))).toEqual([]);
    expect(namesOf(asked('Tanda mana berarti "lebih besar dari"?', '>', '<', '='))).toEqual([]);
  });

  it('that say the same are told, but where writing itself is asked about', () => {
    expect(namesOf(asked('Mana biaya?', 'Semarang', 'semarang.', 'gas'))).toEqual(['pilihan-sama']);
    expect(namesOf(asked('Mana penulisan yang benar?', 'Semarang', 'semarang', 'SEMARANG'))).toEqual([]);
    expect(namesOf(asked('Mana penulisan yang benar?', 'Semarang', 'Semarang', 'x'))).toEqual(['pilihan-sama']);
  });
});

describe('signatureOf', () => {
  const number = (prompt: string): SimpleQuestion => ({ ...oneOfEach.number, prompt });

  it('keeps two sums apart that differ in their sign, and every kind from every other', () => {
    expect(signatureOf(number('Berapa 12 - 4?'))).not.toBe(signatureOf(number('Berapa 12 + 4?')));
    expect(new Set(oneOfEachKind.map(signatureOf)).size).toBe(oneOfEachKind.length);
  });

  it('is the same whatever the ids, the key, the explanation and the order of choices', () => {
    const { single, match, cloze } = oneOfEach;
    const turned = { ...single, id: 'lain', key: 'a', rationale: 'Lain.', choices: [...single.choices].reverse() };
    const renamed = single.choices.map((choice) => ({ ...choice, id: `x${choice.id}` }));
    expect(signatureOf(turned)).toBe(signatureOf(single));
    expect(signatureOf({ ...single, key: 'xb', choices: renamed })).toBe(signatureOf(single));
    expect(signatureOf({ ...match, id: 'lain' })).toBe(signatureOf(match));
    const gaps = { text: cloze.text.replace('dasar', 'alas'), blanks: { ...cloze.blanks, alas: cloze.blanks.dasar } };
    expect(signatureOf({ ...cloze, ...gaps })).toBe(signatureOf(cloze));
  });
});
