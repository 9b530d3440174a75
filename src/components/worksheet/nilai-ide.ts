import { type Sheet, type SheetColumn, text } from './sheet.ts';

const ideas = ['a', 'b', 'c', 'd'] as const;
const score: SheetColumn['cell'] = { kind: 'number', short: true };

export const nilaiIde: Sheet = {
  title: 'Menilai ide',
  parts: [
    {
      part: 'fields',
      fields: ideas.map((idea) => ({ name: `name.${idea}`, label: `Ide ${idea.toUpperCase()}`, cell: text })),
    },
    {
      part: 'grid',
      title: 'Nilai 1 sampai 5. Angka 5 selalu baik untuk kita.',
      corner: 'Kriteria',
      columns: [
        { name: 'weight', label: 'Bobot', cell: score },
        ...ideas.map((idea) => ({ name: idea, label: idea.toUpperCase(), cell: score })),
      ],
      rows: [
        { name: 'market', label: 'Pasar', values: { weight: '3' } },
        { name: 'capital', label: 'Modal (5 = sedikit)', values: { weight: '2' } },
        { name: 'skill', label: 'Keterampilan', values: { weight: '2' } },
        { name: 'supply', label: 'Bahan', values: { weight: '2' } },
        { name: 'risk', label: 'Risiko (5 = kecil)', values: { weight: '1' } },
      ],
      total: {
        label: 'Jumlah nilai × bobot',
        columns: { weight: 'number', a: 'number', b: 'number', c: 'number', d: 'number' },
      },
    },
    {
      part: 'results',
      title: 'Membaca hasil',
      results: [
        { name: 'highest', label: 'Jumlah tertinggi', format: 'number' },
        { name: 'lead', label: 'Selisih dengan di bawahnya', how: 'tertinggi − tertinggi kedua', format: 'number' },
        { name: 'possible', label: 'Jumlah paling besar yang mungkin', how: '5 × jumlah bobot', format: 'number' },
      ],
    },
  ],
  words: {
    incomplete: { tone: 'care', words: 'Isi lima nilai untuk paling sedikit dua ide.' },
    outside_scale: { tone: 'care', words: 'Nilai 1 sampai 5.' },
    clear: { tone: 'good', words: 'Selisihnya {lead}. Uji ide yang tertinggi lebih dulu.' },
    close: {
      tone: 'care',
      words:
        'Selisihnya hanya {lead}: satu nilai yang berubah bisa membaliknya. Anggap seimbang. Uji dua-duanya, atau pilih yang lebih murah diuji.',
    },
    weak: { tone: 'care', words: 'Ide tertinggi punya nilai 1 atau 2. Bisakah diperbaiki?' },
  },
  summary: 'Jumlah tertinggi {highest}, selisih {lead}.',
};
