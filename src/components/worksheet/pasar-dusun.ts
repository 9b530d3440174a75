import { type Sheet, type SheetCell, type SheetFormat, type SheetRow, text } from './sheet.ts';

const number: SheetCell = { kind: 'number', short: true };

function workedOut(name: string, label: string, format: SheetFormat): SheetRow {
  return { name, label, cell: { kind: 'output', format } };
}

export const pasarDusun: Sheet = {
  title: 'Lembar kelompok Pasar Dusun',
  parts: [
    { part: 'fields', fields: [{ name: 'team', label: 'Kelompok dan perannya', cell: text }] },
    {
      part: 'grid',
      title: 'Empat minggu. Kas awal 300.000, stok 0.',
      corner: 'Minggu',
      columns: ['w1', 'w2', 'w3', 'w4'].map((name, at) => ({ name, label: String(at + 1), cell: number })),
      rows: [
        { name: 'batches', label: 'Belanja (kali)' },
        {
          name: 'batchPrice',
          label: 'Sekali belanja',
          values: { w1: '48.000', w2: '48.000', w3: '48.000', w4: '48.000' },
        },
        { name: 'price', label: 'Harga jual' },
        { name: 'buyers', label: 'Pembeli' },
        { name: 'lost', label: 'Pecah, ganti' },
        { name: 'other', label: 'Lain (±)', cell: { kind: 'number', short: true, signed: true } },
        workedOut('sold', 'Laku', 'whole'),
        workedOut('cash', 'Kas', 'whole'),
        workedOut('left', 'Stok', 'whole'),
      ],
    },
    {
      part: 'words',
      words:
        'Setiap minggu 30.000 pengeluaran tetap dan 40.000 amplop keluarga dipotong sendiri. Baris "Lain": uang titip jual yang belum dibayar ditulis minus, lalu plus minggu depannya. Begitu juga pinjaman.',
    },
    {
      part: 'results',
      title: 'Penutupan',
      results: [
        { name: 'totalSold', label: 'Laku semuanya', format: 'whole' },
        { name: 'stockValue', label: 'Nilai sisa stok', how: 'stok × biaya rata-rata', format: 'rp' },
        { name: 'capital', label: 'Modal akhir', how: 'kas + nilai sisa stok', format: 'rp' },
        { name: 'profit', label: 'Laba', how: 'modal akhir − 300.000 + amplop keluarga', format: 'rp' },
      ],
    },
  ],
  words: {
    too_many: { tone: 'care', words: 'Paling banyak tiga kali.' },
    no_cash: { tone: 'stop', words: 'Minggu {shortWeek}: kas tidak cukup untuk belanja dan pengeluaran tetap.' },
    ended: { tone: 'good', words: 'Selesai. Hitung uang di amplop usaha: sama dengan baris Kas?' },
  },
  summary: 'Modal akhir {capital|rp}, laba {profit|rp}.',
};
