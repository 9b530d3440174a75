import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markLines, markTerm, markWords, type Written, writtenAsLesson } from '#domain/studio/blocks/text-marks.ts';
import { addStep, takeBack, type TextStep } from '#domain/studio/blocks/text-steps.ts';

describe('steps back', () => {
  test('lead through every text that was, the newest first', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, (all) => {
        const seen = all.filter((text, i) => text !== all[i - 1]);
        let steps: readonly TextStep[] = [];
        for (const [i, text] of seen.entries()) if (i > 0) steps = addStep(steps, seen[i - 1] ?? '', text);
        let now = seen.at(-1) ?? '';
        for (const before of seen.slice(0, -1).reverse()) {
          const back = takeBack(steps, now);
          expect(back?.text).toBe(before);
          [now, steps] = [back?.text ?? '', back?.steps ?? []];
        }
        expect(takeBack(steps, now)).toBeUndefined();
      }),
    );
  });

  test('are as many as can be kept, and a step that does not fit is none', () => {
    let steps: readonly TextStep[] = [];
    for (let i = 0; i < 80; i++) steps = addStep(steps, `a${i}`, `a${i + 1}`);
    expect(steps).toHaveLength(50);
    expect(addStep(steps, 'x'.repeat(100_001), '')).toEqual([]);
    expect(takeBack([{ at: 5, length: 9, text: '' }], 'pendek')).toBeUndefined();
  });
});

describe('the buttons of a text', () => {
  const put = (text: string, { from, to, text: written }: Written): string =>
    text.slice(0, from) + written + text.slice(to);
  const bold = (text: string, from: number, to: number) => put(text, markWords({ text, from, to }, '**', 'kata'));

  test.each([
    ['satu dua', 0, 4, '**satu** dua'],
    ['satu dua', 0, 5, '**satu** dua'],
    ['**satu** dua', 2, 6, 'satu dua'],
    ['satu ', 5, 5, 'satu **kata**'],
  ])('make words of %j bold, or plain again', (text, from, to, written) => expect(bold(text, from, to)).toBe(written));

  test('make lines a list, or lines again', () => {
    const text = 'satu\ndua\ntiga';
    const list = put(text, markLines({ text, from: 1, to: 6 }));
    expect(list).toBe('- satu\n- dua\ntiga');
    expect(put(list, markLines({ text: list, from: 0, to: 8 }))).toBe(text);
  });

  test('put a term around what is chosen', () => {
    expect(put('HPP itu', markTerm({ text: 'HPP itu', from: 0, to: 3 }, 'hpp', 'kata'))).toBe(
      '<Term id="hpp">HPP</Term> itu',
    );
  });
});

test.each([
  ['*Penting* sekali', '**Penting** sekali'],
  ['harga 2*3*4', 'harga 2*3*4'],
  ['**sudah tebal**', '**sudah tebal**'],
  ['• satu\n• dua', '- satu\n- dua'],
  ['·\tsatu', '- satu'],
  ['1.\tsatu', '1. satu'],
  ['Rp\u00a012.500', 'Rp 12.500'],
  ['baris\r\nlain', 'baris\nlain'],
  ['5 * 3 * 2', '5 * 3 * 2'],
])('what is pasted (%j) is written as lessons are', (pasted, written) => expect(writtenAsLesson(pasted)).toBe(written));
