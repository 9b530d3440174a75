import fc from 'fast-check';
import { simpleKinds, type SimpleQuestion } from '#domain/question/simple.ts';

const base = { prompt: 'Soal?', rationale: 'RAHASIA', hint: 'RAHASIA', source: 'B-HPP-1', read: 'rahasia', points: 2 };
const items = (...ids: readonly string[]) => ids.map((id) => ({ id, text: `Teks ${id}` }));

/** One question of every simple kind, two points each. */
export const oneOfEach = {
  single: { ...base, id: 'tunggal', kind: 'single', choices: items('a', 'b', 'c'), key: 'b' },
  multiple: { ...base, id: 'ganda', kind: 'multiple', choices: items('a', 'b', 'c'), key: ['a', 'c'] },
  'true-false': { ...base, id: 'benar', kind: 'true-false', key: false },
  number: { ...base, id: 'angka', kind: 'number', unit: 'Rp', key: 12780, tolerance: 50 },
  'short-text': { ...base, id: 'kata', kind: 'short-text', accepted: ['margin kontribusi', 'kontribusi'], slip: true },
  order: {
    ...base,
    id: 'urutan',
    kind: 'order',
    items: items('buka', 'aduk', 'cetak', 'goreng'),
    marking: 'neighbours',
  },
  match: {
    ...base,
    id: 'pasangan',
    kind: 'match',
    pairs: [
      { left: { id: 'gula', text: 'Gula' }, right: { id: 'variabel', text: 'Biaya variabel' } },
      { left: { id: 'sewa', text: 'Sewa' }, right: { id: 'tetap', text: 'Biaya tetap' } },
      { left: { id: 'label', text: 'Label' }, right: { id: 'variabel', text: 'Biaya variabel' } },
    ],
    extra: [{ id: 'pribadi', text: 'Bukan biaya usaha' }],
  },
  cloze: {
    ...base,
    id: 'isian',
    kind: 'cloze',
    text: 'Markup dari [[dasar]], paling banyak [[constructor]] persen.',
    blanks: {
      dasar: { choices: ['biaya', 'harga', 'laba'], key: 'biaya' },
      constructor: { accepted: ['lima puluh', '50'], slip: false },
    },
  },
} as const satisfies { [K in SimpleQuestion['kind']]: Extract<SimpleQuestion, { kind: K }> };

export const oneOfEachKind: readonly SimpleQuestion[] = simpleKinds.map((kind) => oneOfEach[kind]);

/** What arrives where a given is expected: anything, and what nearly fits. */
export function anyGiven(): fc.Arbitrary<unknown> {
  const ids = fc.constantFrom('a', 'b', 'c', 'buka', 'aduk', 'cetak', 'goreng', 'gula', 'sewa', 'label');
  const rights = fc.constantFrom('variabel', 'tetap', 'pribadi', 'gula', '__proto__', '');
  const texts = fc.oneof(fc.string(), fc.constantFrom('biaya', '50', '12,780', 'margin kontribusi', ' ', '1/0'));
  const gaps = fc.constantFrom('dasar', 'constructor', '__proto__', 'lain');
  return fc.oneof(
    fc.anything(),
    fc.record(
      {
        choice: fc.oneof(ids, fc.anything()),
        choices: fc.array(fc.oneof(ids, fc.anything()), { maxLength: 5 }),
        value: fc.oneof(fc.boolean(), fc.anything()),
        text: fc.oneof(texts, fc.anything()),
        order: fc.oneof(fc.shuffledSubarray(['buka', 'aduk', 'cetak', 'goreng']), fc.array(ids), fc.anything()),
        pairs: fc.oneof(fc.dictionary(ids, rights), fc.anything()),
        blanks: fc.oneof(fc.dictionary(gaps, texts), fc.anything()),
      },
      { requiredKeys: [] },
    ),
  );
}
