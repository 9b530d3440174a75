import { rupiah, type Sheet, text } from './sheet.ts';

export const uji20Orang: Sheet = {
  title: 'Uji 20 orang',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'idea', label: 'Barang atau jasa yang ditanyakan', cell: text },
        { name: 'target', label: 'Harga target', hint: 'Sebut angka yang sama kepada semua orang.', cell: rupiah },
      ],
    },
    {
      part: 'list',
      name: 'people',
      title: 'Satu baris untuk satu orang. Ragu-ragu berarti tidak.',
      columns: [
        { name: 'name', label: 'Panggilan', cell: text },
        {
          name: 'buys',
          label: 'Mau?',
          cell: {
            kind: 'choice',
            choices: [
              { value: 1, label: 'ya' },
              { value: 0, label: 'tidak' },
            ],
          },
        },
        { name: 'price', label: 'Harga pantas', cell: { kind: 'number' } },
      ],
      rows: Array.from({ length: 20 }, () => ({})),
    },
    {
      part: 'fields',
      fields: [{ name: 'reasons', label: 'Tiga alasan "tidak" yang paling sering', cell: { kind: 'text', lines: 3 } }],
    },
    {
      part: 'results',
      title: 'Hasil uji',
      results: [
        { name: 'asked', label: 'Sudah ditanya', format: 'whole' },
        { name: 'yes', label: 'Menjawab ya', format: 'whole' },
        { name: 'no', label: 'Menjawab tidak', format: 'whole' },
        { name: 'yesRatio', label: 'Persen ya', how: 'ya ÷ yang ditanya × 100', format: 'ratio' },
        {
          name: 'meanPrice',
          label: 'Rata-rata harga pantas',
          how: 'jumlah harga ÷ orang yang menyebut harga',
          format: 'rp',
        },
        { name: 'aboveTarget', label: 'Menyebut harga target atau lebih', format: 'whole' },
      ],
    },
  ],
  words: {
    go_on: { tone: 'care', words: 'Baru {asked} orang. Masih {toGo} lagi. Teruskan sampai 20.' },
    reached: {
      tone: 'good',
      words: '{yes} dari {asked} mau membeli. Patokan kursus ini, 12 dari 20, tercapai. Ini bukan jaminan laku.',
    },
    below: {
      tone: 'care',
      words:
        '{yes} dari {asked} mau membeli. Patokan kursus ini 12 dari 20. Baca alasan "tidak", lalu perbaiki idenya.',
    },
  },
  summary: '{yes} ya dari {asked} orang, rata-rata harga {meanPrice|rp}.',
};
