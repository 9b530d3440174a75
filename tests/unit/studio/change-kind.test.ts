import { expect, test } from 'vitest';
import { type ChangedFile, proposeChange } from '#domain/studio/change-kind.ts';
import { blocksOf, compareBlocks } from '#domain/studio/merge.ts';

const lesson = 'content/courses/up-202/hpp-keripik.mdx';
const quiz = 'content/courses/up-202/hpp-keripik.quiz.yaml';
const head = '---\ntitle: HPP keripik\nminutes: 10\nreviewed: { on: 2026-11-24, next: 2027-05-24 }\n---\n';

function changed(before: string, after: string, path = lesson): ChangedFile {
  const differences = compareBlocks(blocksOf(path, before), blocksOf(path, after));
  return { path, isNew: false, isRemoved: false, differences };
}
const inProse = (before: string, after: string) => proposeChange([changed(`${head}${before}\n`, `${head}${after}\n`)]);

test.each([
  ['a letter that was missing', 'Bu Wartini menjual kripik.', 'Bu Wartini menjual keripik.'],
  ['two letters that were swapped', 'Ia meghitung biaya.', 'Ia menghitung biaya.'],
  ['a comma and a capital', 'setelah itu ia menjual', 'Setelah itu, ia menjual'],
])('%s is a typing error', (_, before, after) => {
  expect(inProse(before, after)).toBe('typing');
});

test.each([
  ['another word', 'Catat uang yang keluar.', 'Tulislah uang yang keluar.'],
  ['a sentence made shorter', 'Catat dan tulis uang yang keluar itu.', 'Catat uang yang keluar.'],
])('%s is clearer wording', (_, before, after) => {
  expect(inProse(before, after)).toBe('wording');
});

test.each([
  ['a number', 'Biayanya Rp 12.500 sebungkus.', 'Biayanya Rp 12.000 sebungkus.'],
  ['the place of a comma', 'Bunganya 1,25 persen.', 'Bunganya 12,5 persen.'],
  ['a sign of arithmetic', 'Hitung 12 − 4 dulu.', 'Hitung 12 + 4 dulu.'],
  ['× for ÷', 'Hitung 12 × 4 dulu.', 'Hitung 12 ÷ 4 dulu.'],
  ['a word that turns it round', 'Paspor boleh ditahan agen.', 'Paspor jangan ditahan agen.'],
  ['how many, in words', 'Tunggu dua hari.', 'Tunggu tiga hari.'],
  ['whom to call', 'Hubungi <Contact id="kp2mi" /> segera.', 'Hubungi <Contact id="kbri" /> segera.'],
  ['where a link leads', 'Lihat [daftar](https://a.id/x).', 'Lihat [daftar](https://b.id/x).'],
  [
    'a paragraph that was not there',
    'Catat uang.',
    'Catat uang.\n\nSimpan nota di kaleng dekat dapur supaya mudah dicari lagi saat pembeli datang menanyakan harga.',
  ],
])('%s is a change of substance', (_, before, after) => {
  expect(inProse(before, after)).toBe('substance');
});

test('of a quiz its key is substance, and a slip in a choice is not', () => {
  const text = 'questions:\n  - id: gas\n    prompt: Gas termasuk biaya ap?\n    key: variabel\n';
  expect(proposeChange([changed(text, text.replace('key: variabel', 'key: tetap'), quiz)])).toBe('substance');
  expect(proposeChange([changed(text, text.replace('biaya ap?', 'biaya apa?'), quiz)])).toBe('typing');
});

test('the day of review and the minutes say nothing to a reader; a new file does; the gravest file decides', () => {
  const before = `${head}Kata.\n`;
  const reviewed = changed(before, before.replace('2026-11-24', '2026-12-24').replace('minutes: 10', 'minutes: 12'));
  expect(proposeChange([reviewed])).toBe('typing');
  expect(proposeChange([])).toBe('typing');
  const fresh = { path: lesson, isNew: true, isRemoved: false, differences: [] };
  expect(proposeChange([reviewed, fresh])).toBe('substance');
  expect(proposeChange([{ ...fresh, path: 'content/courses/up-202/timbangan.jpg' }])).toBe('wording');
});
