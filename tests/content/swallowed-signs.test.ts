import { expect, it } from 'vitest';
import { type Change, readSmallContent } from '../support/small-content.ts';

const lesson = 'courses/up-202/biaya.mdx';
const assessment = 'courses/up-202/ujian-akhir.quiz.yaml';
const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`nothing to swap: ${from}`);
  return text.replace(from, to);
};
const add = (prose: string) => (text: string) => `${text}\n${prose}\n`;

it.each<[string, string, Change]>([
  ['angka-dua-arti', assessment, swap('key: 200000', 'key: 200.000')],
  ['angka-dua-arti', assessment, swap('tolerance: 0', 'tolerance: 1.500')],
  ['angka-terbaca-lain', assessment, swap('key: 200000', 'key: 2e5')],
  ['tulisan-terpotong', assessment, swap('title: Ujian', 'title: Ujian #2')],
  ['tulisan-terpotong', lesson, swap('title: Biaya', 'title: Biaya #2 untuk warung')],
  ['tanda-hilang', lesson, add('Satu dus berisi 5*3*2 bungkus.')],
  ['tanda-kurang-dari', lesson, add('Laba < 10 ribu.')],
  ['judul-tanpa-huruf', lesson, add('## 🌾\n\nTeks.')],
  ['judul-ganda', lesson, add('## Biaya gas\n\nSatu.\n\n## Biaya gas\n\nDua.')],
  ['tanda-kendali', lesson, add('Kirim 500\u202e rupiah.')],
  ['tanda-kendali', assessment, swap('title: Ujian', 'title: Uji\u200ban')],
  ['isian-salah', assessment, swap('title: Ujian', 'title: "Ujian \\u202e"')],
])('%s is told of a file, once and as an error', async (name, file, change) => {
  const { faults } = await readSmallContent({ [file]: change });
  const own = faults.filter((fault) => fault.file === `content/${file}`);
  expect(own).toMatchObject([{ name, severity: 'error' }]);
});

it('a standard, a law and a licence are no phone numbers', async () => {
  const prose = 'Keripik mengikuti SNI 01-4305-1996, NIB 0220001234567, KBLI 10794, dan UU Nomor 18 Tahun 2012.';
  const { faults } = await readSmallContent({ [lesson]: add(prose) });
  expect(faults.filter(({ name }) => name === 'nomor-telepon')).toEqual([]);
});
