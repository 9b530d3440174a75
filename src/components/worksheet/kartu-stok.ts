import { rupiah, type Sheet, text } from './sheet.ts';

const amount = { kind: 'number', short: true } as const;

export const kartuStok: Sheet = {
  title: 'Kartu stok',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'thing', label: 'Nama barang, dan dihitung dalam apa', hint: 'Satu kartu satu barang.', cell: text },
        { name: 'opening', label: 'Sisa awal', hint: 'Hitung sungguhan di rak.', cell: { kind: 'number' } },
        { name: 'limit', label: 'Batas beli', hint: 'Kalau tinggal sekian, belanja lagi.', cell: { kind: 'number' } },
        { name: 'unitCost', label: 'Biaya satu barang', hint: 'HPP atau harga beli, bukan harga jual.', cell: rupiah },
      ],
    },
    {
      part: 'list',
      name: 'lines',
      title: 'Setiap barang yang masuk dan keluar',
      columns: [
        { name: 'what', label: 'Tanggal dan sebab', cell: text },
        { name: 'in', label: 'Masuk', cell: amount },
        { name: 'out', label: 'Keluar', cell: amount },
        { name: 'left', label: 'Sisa', cell: { kind: 'output', format: 'number' } },
      ],
      rows: Array.from({ length: 24 }, () => ({})),
      total: { label: 'Jumlah', columns: { in: 'number', out: 'number' } },
    },
    {
      part: 'fields',
      fields: [
        {
          name: 'counted',
          label: 'Hitungan di rak',
          hint: 'Seminggu sekali, tanpa melihat kartu.',
          cell: { kind: 'number' },
        },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'end', label: 'Sisa menurut kartu', how: 'sisa awal + masuk − keluar', format: 'number' },
        { name: 'difference', label: 'Selisih', how: 'hitungan di rak − sisa menurut kartu', format: 'number' },
        { name: 'value', label: 'Nilai barang', how: 'sisa × biaya satu barang', format: 'rp' },
      ],
    },
  ],
  words: {
    no_opening: { tone: 'care', words: 'Tulis sisa awal dulu, supaya sisa tiap baris dapat dihitung.' },
    below_zero: {
      tone: 'stop',
      words:
        'Baris {belowZeroAt}: sisa di bawah nol. Rak tidak dapat berisi kurang dari nol. Barang masuk lupa ditulis, atau barang keluar tertulis dua kali?',
    },
    buy_again: { tone: 'care', words: 'Sudah sampai batas beli. Waktunya belanja atau membuat lagi.' },
    matches: { tone: 'good', words: 'Kartu dan rak cocok.' },
    lacks: {
      tone: 'care',
      words:
        'Rak kurang {missing}. Tanyakan dulu di rumah: siapa memakan, memberi, atau menjual tanpa menulis? Tidak ketemu? Tulis satu baris "selisih".',
    },
    has_more: {
      tone: 'care',
      words:
        'Rak lebih {missing}. Mungkin ada barang masuk yang lupa ditulis. Tidak ketemu? Tulis satu baris "selisih".',
    },
  },
  summary: 'Sisa {end}, nilainya {value|rp}.',
};
