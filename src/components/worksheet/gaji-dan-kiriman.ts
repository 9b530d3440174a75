import { type Sheet, text } from './sheet.ts';

const money = { kind: 'number' } as const;

export const gajiDanKiriman: Sheet = {
  title: 'Dari upah sampai lunas',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'currency', label: 'Mata uang', hint: 'Pakai satu mata uang untuk semua angka.', cell: text },
        { name: 'wage', label: 'Upah kontrak sebulan', cell: money },
        { name: 'deductions', label: 'Potongan sebulan', hint: 'Yang diambil sebelum upah Anda terima.', cell: money },
        { name: 'living', label: 'Biaya hidup sebulan', hint: 'Makan, pulsa, kebutuhan sendiri.', cell: money },
        { name: 'sending', label: 'Kiriman sebulan', cell: money },
        {
          name: 'debt',
          label: 'Utang untuk berangkat',
          hint: 'Sudah termasuk bunga. Tidak ada? Kosongkan.',
          cell: money,
        },
        { name: 'contract', label: 'Lama kontrak', cell: { kind: 'number', unit: 'bulan' } },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'net', label: 'Upah bersih', how: 'upah kontrak − potongan', format: 'whole' },
        { name: 'left', label: 'Sisa sebulan', how: 'upah bersih − biaya hidup − kiriman', format: 'whole' },
        { name: 'payoff', label: 'Utang lunas pada bulan ke-', how: 'utang ÷ sisa, bulatkan ke atas', format: 'whole' },
        { name: 'debtAtEnd', label: 'Utang saat kontrak habis', format: 'whole' },
        { name: 'savingsAtEnd', label: 'Tabungan saat kontrak habis', how: 'sisa × bulan − utang', format: 'whole' },
      ],
    },
    {
      part: 'series',
      title: 'Bulan demi bulan',
      paperRows: 12,
      columns: [
        { name: 'month', label: 'Akhir bulan ke-', format: 'whole' },
        { name: 'debt', label: 'Sisa utang', format: 'whole' },
        { name: 'savings', label: 'Tabungan', format: 'whole' },
      ],
    },
  ],
  words: {
    nothing_left: {
      tone: 'stop',
      words: 'Tidak ada sisa untuk utang atau tabungan. Berhenti dulu. Kecilkan kiriman, atau tanyakan potongannya.',
    },
    debt_outlasts: {
      tone: 'stop',
      words:
        'Utang baru lunas pada bulan ke-{payoff}, padahal kontrak hanya {contract} bulan. Saat kontrak habis, utang masih {debtAtEnd|whole}. Jangan menandatangani dulu. Bawa hitungan ini ke Disnaker atau BP3MI.',
    },
    debt_free: {
      tone: 'good',
      words: 'Utang lunas pada bulan ke-{payoff}. Masih {spare} bulan untuk menabung, bila tidak ada yang berubah.',
    },
    no_debt: { tone: 'good', words: 'Tanpa utang, tabungan saat kontrak habis {savingsAtEnd|whole}.' },
    too_long: { tone: 'care', words: 'Paling lama 120 bulan.' },
    zero: { tone: 'care', words: 'Isi lebih dari nol.' },
  },
  summary: 'Sisa {left|whole} sebulan, utang lunas pada bulan ke-{payoff}.',
};
