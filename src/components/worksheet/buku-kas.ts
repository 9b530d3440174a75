import { rupiah, type Sheet, text } from './sheet.ts';

const money = { kind: 'number' } as const;

export const bukuKas: Sheet = {
  title: 'Buku kas 30 hari',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'month', label: 'Usaha dan bulannya', cell: text },
        { name: 'opening', label: 'Saldo awal', hint: 'Isi kaleng usaha sebelum hari pertama.', cell: rupiah },
      ],
    },
    {
      part: 'list',
      name: 'days',
      title: 'Satu baris satu hari, hanya uang yang berpindah',
      line: 'Hari',
      columns: [
        { name: 'what', label: 'Kejadian', cell: text },
        { name: 'in', label: 'Masuk', cell: money },
        { name: 'out', label: 'Keluar', cell: money },
        { name: 'balance', label: 'Saldo', cell: { kind: 'output', format: 'whole' } },
      ],
      rows: Array.from({ length: 30 }, () => ({})),
      total: { label: 'Jumlah', columns: { in: 'whole', out: 'whole' } },
    },
    {
      part: 'fields',
      fields: [
        {
          name: 'counted',
          label: 'Isi kaleng yang dihitung',
          hint: 'Sesudah baris terakhir yang diisi.',
          cell: rupiah,
        },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'end', label: 'Saldo akhir', how: 'saldo awal + masuk − keluar', format: 'rp' },
        { name: 'change', label: 'Naik atau turun', how: 'masuk − keluar', format: 'rp' },
        { name: 'lowest', label: 'Saldo paling rendah', format: 'rp' },
        { name: 'lowestDay', label: 'Pada hari ke-', format: 'whole' },
        { name: 'difference', label: 'Selisih', how: 'isi kaleng − saldo akhir', format: 'rp' },
      ],
    },
  ],
  words: {
    no_opening: { tone: 'care', words: 'Tulis saldo awal dulu, supaya saldo tiap hari dapat dihitung.' },
    below_zero: {
      tone: 'stop',
      words:
        'Hari ke-{belowZeroAt}: saldo di bawah nol. Kaleng tidak dapat berisi kurang dari nol, jadi ada catatan yang keliru. Uang masuk lupa ditulis, uang keluar tertulis dua kali, atau uang keluarga ikut membayar?',
    },
    matches: { tone: 'good', words: 'Buku dan isi kaleng cocok.' },
    lacks: {
      tone: 'care',
      words:
        'Isi kaleng kurang {missing|rp}. Cari nota yang belum ditulis, kembalian yang keliru, atau uang yang diambil untuk rumah. Tidak ketemu? Tulis satu baris "selisih".',
    },
    has_more: {
      tone: 'care',
      words:
        'Isi kaleng lebih {missing|rp}. Mungkin ada uang masuk yang lupa ditulis. Tidak ketemu? Tulis satu baris "selisih".',
    },
  },
  summary: 'Saldo akhir {end|rp}.',
};
