import { payments } from '#domain/worksheet/biaya-pinjaman.ts';
import { type Sheet, type SheetCell, text } from './sheet.ts';

const money: SheetCell = { kind: 'number' };
const amount: SheetCell = { kind: 'output', format: 'whole' };
const ratio: SheetCell = { kind: 'output', format: 'ratio' };

export const biayaPinjaman: Sheet = {
  title: 'Biaya total dua tawaran',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'nameA', label: 'Tawaran 1 dari', cell: text },
        { name: 'nameB', label: 'Tawaran 2 dari', hint: 'Boleh kosong.', cell: text },
      ],
    },
    {
      part: 'grid',
      title: 'Dalam rupiah. Pakai angka yang tertulis, bukan yang dikatakan.',
      corner: 'Yang ditanya',
      columns: [
        { name: 'a', label: 'Tawaran 1', cell: money },
        { name: 'b', label: 'Tawaran 2', cell: money },
      ],
      rows: [
        { name: 'received', label: 'A. Diterima bersih' },
        { name: 'instalment', label: 'B. Satu angsuran' },
        { name: 'count', label: 'C. Berapa kali' },
        {
          name: 'every',
          label: 'Dibayar tiap',
          cell: {
            kind: 'choice',
            choices: [
              { value: payments.day, label: 'hari' },
              { value: payments.week, label: 'minggu' },
              { value: payments.month, label: 'bulan' },
            ],
          },
        },
        { name: 'repaid', label: 'D. Total = B × C', cell: amount },
        { name: 'cost', label: 'Biaya = D − A', cell: amount },
        { name: 'share', label: 'Biaya ÷ A', cell: ratio },
        { name: 'yearly', label: 'Kira-kira setahun', cell: ratio },
      ],
    },
    {
      part: 'words',
      words:
        'Baris terakhir adalah bunga efektif: beratnya setahun kalau dihitung dari uang yang benar-benar masih dipinjam. Hanya HP yang dapat menghitungnya, dan hanya untuk angsuran mingguan atau bulanan yang sama besar.',
    },
  ],
  words: {
    cheaper_a: { tone: 'good', words: 'Tawaran 1 lebih ringan {saved|rp}. Tanyakan juga denda dan jaminannya.' },
    cheaper_b: { tone: 'good', words: 'Tawaran 2 lebih ringan {saved|rp}. Tanyakan juga denda dan jaminannya.' },
    same_cost: { tone: 'good', words: 'Biayanya sama. Bandingkan denda, jaminan, dan cara menagihnya.' },
    not_alike: {
      tone: 'care',
      words:
        'Jumlah atau lamanya berbeda, jadi biayanya belum dapat dibandingkan begitu saja. Lihat baris "Kira-kira setahun".',
    },
    less_than_received: {
      tone: 'care',
      words: 'Total bayarnya lebih kecil daripada yang diterima. Periksa lagi angsuran dan berapa kali.',
    },
    zero: { tone: 'care', words: 'Isi paling sedikit 1.' },
    too_many: { tone: 'care', words: 'Paling banyak 600 kali.' },
  },
  summary: 'Biaya tawaran 1 {cost.a|rp}, tawaran 2 {cost.b|rp}.',
};
