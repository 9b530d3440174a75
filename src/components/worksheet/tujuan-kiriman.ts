import { rupiah, type Sheet, text } from './sheet.ts';

export const tujuanKiriman: Sheet = {
  title: 'Satu tujuan, dihitung',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'goal', label: 'Tujuan', cell: text },
        { name: 'price', label: 'Harga', hint: 'Tanyakan ke tempatnya, jangan mengira-ngira.', cell: rupiah },
        { name: 'saved', label: 'Uang yang sudah ada', hint: 'Boleh kosong.', cell: rupiah },
        { name: 'monthly', label: 'Uang per bulan yang sanggup disisihkan', cell: rupiah },
        {
          name: 'deadline',
          label: 'Harus ada dalam berapa bulan?',
          hint: 'Boleh kosong.',
          cell: { kind: 'number', unit: 'bulan' },
        },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'missing', label: 'Yang harus dikumpulkan', how: 'harga − uang yang sudah ada', format: 'rp' },
        {
          name: 'months',
          label: 'Tercapai pada bulan ke-',
          how: 'yang dikumpulkan ÷ uang per bulan, bulatkan ke atas',
          format: 'whole',
        },
        {
          name: 'neededMonthly',
          label: 'Perlu per bulan supaya tepat waktu',
          how: 'yang dikumpulkan ÷ jumlah bulan',
          format: 'rp',
        },
        { name: 'monthlyGap', label: 'Kurangnya per bulan', format: 'rp' },
        { name: 'atDeadline', label: 'Terkumpul pada tanggalnya', format: 'rp' },
        { name: 'missingAtDeadline', label: 'Masih kurang pada tanggalnya', format: 'rp' },
      ],
    },
  ],
  words: {
    zero: { tone: 'care', words: 'Isi lebih dari nol.' },
    reached: { tone: 'good', words: 'Uangnya sudah cukup.' },
    in_time: { tone: 'good', words: 'Cukup. Tercapai pada bulan ke-{months}.' },
    late: {
      tone: 'care',
      words:
        'Pada tanggalnya masih kurang {missingAtDeadline|rp}. Undurkan tanggalnya, kecilkan tujuannya, antrekan, atau tambah uangnya.',
    },
  },
  summary: 'Tercapai pada bulan ke-{months}.',
};
