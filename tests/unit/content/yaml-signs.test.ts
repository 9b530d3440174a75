import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '#content/files/yaml-file.ts';
import { quizSchema } from '#content/schema/quiz.ts';

const read = (text: string, schema: z.ZodType = z.unknown()) => {
  const { located, faults } = parseYaml(schema, { file: 'x.yaml', text });
  return { value: located?.value, names: faults.map(({ name }) => name), message: faults[0]?.message ?? '' };
};

/** A quiz of one number, some lines of it written otherwise. */
const quiz = (lines: Readonly<Record<string, string>>): string => {
  const fields = { key: '12500', tolerance: '50', rationale: '10.000 + 2.500 = Rp12.500.', ...lines };
  const written = Object.entries(fields).map(([field, text]) => `    ${field}: ${text}\n`);
  return `title: Kas\nmode: practice\npass: 0.7\nshuffle: true\nquestions:\n  - id: kas\n    kind: number\n    prompt: Berapa?\n    unit: Rp\n${written.join('')}`;
};

describe('a number in YAML', () => {
  it.each(['key', 'tolerance'])('of two readings is told where it is the %s, with both ways to write it', (field) => {
    const { names, message } = read(quiz({ [field]: '12.500' }), quizSchema);
    expect(names).toEqual(['angka-dua-arti']);
    expect(message).toContain('12.500 atau 12,5');
    expect(message).toContain('Tulis 12500 (tanpa titik), atau 12.5.');
    expect(read(quiz({ [field]: '12500' }), quizSchema).names).toEqual([]);
    expect(read(quiz({ [field]: '12.5' }), quizSchema).names).toEqual([]);
  });

  it.each([
    ['1.234', 'Tulis 1234 (tanpa titik), atau 1.2340.'],
    ['-2.500', 'Tulis -2500 (tanpa titik), atau -2.5.'],
    ['5.000', 'Tulis 5000 (tanpa titik), atau 5.0.'],
  ])('%s is told with its remedy', (text, remedy) => {
    expect(read(`x: ${text}`).message).toContain(remedy);
    expect(read(`x: [1, { y: ${text} }]`).names).toEqual(['angka-dua-arti']);
    for (const way of remedy.match(/-?[\d.]+\d/g) ?? []) expect(read(`x: ${way}`).names).toEqual([]);
  });

  it.each([
    '007',
    '0812',
    '0x1F',
    '0o17',
    '1e3',
    '1E6',
    '.5',
    '5.',
    '+5',
    '.inf',
    '-.inf',
    '.nan',
    '12345678901234567890',
  ])('%s, which YAML turns into another, is told and never taken', (text) => {
    expect(read(`x: ${text}`)).toMatchObject({ value: undefined, names: ['angka-terbaca-lain'] });
    expect(read(`x: [a, ${text}]`).names).toEqual(['angka-terbaca-lain']);
    expect(read(`${text}: x`).names).toEqual(['angka-terbaca-lain']);
    expect(read(`x: "${text}"`).value).toEqual({ x: text });
  });

  it.each(['0', '12', '-5', '0.75', '0.750', '12.5', '12.50', '1250.125', '0.0005', '-0.125'])(
    '%s is taken',
    (text) => {
      expect(read(`x: ${text}`)).toMatchObject({ value: { x: Number(text) }, names: [] });
    },
  );

  it.each([
    ['1_000', 'tanpa titik ribuan'],
    ['1.250.000', 'Tulis 1250000'],
    ['12,5', 'Tulis 12.5'],
    ['Rp12.500', 'Tulis 12500'],
    ['1:30', 'tanpa titik ribuan'],
    ['2026-11-24', 'tanpa titik ribuan'],
    ['"12500"', 'Tulis 12500'],
    ['1½', 'Tulis 1.5'],
  ])('as a key that is none, %s, is refused with its remedy', (text, remedy) => {
    const { names, message } = read(quiz({ key: text }), quizSchema);
    expect(names).toEqual(['isian-salah']);
    expect(message).toContain(remedy);
  });
});

describe('a word in YAML', () => {
  const statement = (key: string) =>
    `title: Kas\nmode: practice\npass: 0.7\nshuffle: true\nquestions:\n  - { id: a, kind: true-false, prompt: Kas?, key: ${key}, rationale: Ya. }\n`;

  it.each(['ya', 'tidak', 'Ya', 'yes', 'no', 'on', 'off', 'y', 'T', 'benar', '1', '0', '"true"', '~'])(
    'that is neither true nor false, %s, is no key of a statement',
    (key) => {
      expect(read(statement(key), quizSchema)).toMatchObject({ value: undefined, names: ['isian-salah'] });
    },
  );

  it('that is true or false is one, in whatever letters YAML knows', () => {
    for (const key of ['true', 'True', 'TRUE', 'false']) expect(read(statement(key), quizSchema).names).toEqual([]);
  });

  it.each(['on', 'off', 'yes', 'no', 'ya', '2026-11-24', '1:30', '1_000'])('stays the word that it is: %s', (text) => {
    expect(read(`x: ${text}`).value).toEqual({ x: text });
  });
});

describe('a text in YAML that is cut at a #', () => {
  it.each([
    'title: Rencana #2 untuk warung',
    'title: Rencana # 2',
    'title: #2 warung',
    'summary: Anda dapat menulis # rencana',
    'x: { key: a, prompt: Soal #1\n  }',
    'x: [satu, dua #2\n  ]',
    'x: Nomor antrean #7 dipanggil',
    'x: Baris satu\n  baris dua #3',
    'x: nomor#1 #2',
  ])('is told: %j', (text) => {
    const { names, message } = read(text);
    expect(names).toEqual(['tulisan-terpotong']);
    expect(message).toContain('tanda kutip');
  });

  it.each([
    'title: "Rencana #2 untuk warung"',
    "title: 'Rencana #2'",
    'title: Rencana#2',
    'title: |\n  Rencana #2\n',
    'title: >\n  Rencana #2\n',
    'title: Rencana # dua'.replace(' # dua', '\n# dua'),
    'accept: [toleransi-nol] # hitungan bulat',
    'key: gas # lihat nota',
    'x: 5 # lima',
  ])('or not: %j', (text) => {
    expect(read(text).names).toEqual([]);
  });
});
