import { rupiah, type Sheet, type SheetPart, text } from './sheet.ts';

/** Rows of named costs: the given names, and one more row. */
function costs(name: string, title: string, items: readonly string[]): SheetPart {
  return {
    part: 'list',
    name,
    title,
    grows: true,
    columns: [
      { name: 'name', label: 'Untuk apa', cell: text },
      { name: 'amount', label: 'Rp', cell: rupiah },
    ],
    rows: [...items, ''].map((item) => ({ name: item })),
    total: { label: 'Jumlah', columns: { amount: 'rp' } },
  };
}

export const hpp: Sheet = {
  title: 'Dari biaya ke harga',
  parts: [
    costs('variable', 'Biaya variabel satu batch', [
      'Bahan utama',
      'Bumbu dan minyak',
      'Kemasan',
      'Gas',
      'Upah membuat',
    ]),
    {
      part: 'fields',
      fields: [
        {
          name: 'units',
          label: 'Jadi berapa buah satu batch?',
          hint: 'Hitung yang layak dijual saja.',
          cell: { kind: 'number', unit: 'buah' },
        },
        { name: 'batches', label: 'Berapa batch sebulan?', cell: { kind: 'number', unit: 'batch' } },
      ],
    },
    costs('overhead', 'Biaya tetap produksi sebulan', ['Penyusutan alat', 'Listrik dan air', 'Sewa tempat']),
    costs('expenses', 'Biaya jual dan umum sebulan', ['Promosi dan antar', 'Imbalan pengelola']),
    {
      part: 'fields',
      fields: [
        { name: 'margin', label: 'Margin yang Anda inginkan', cell: { kind: 'number', unit: '%', value: '25' } },
        {
          name: 'price',
          label: 'Harga jual pilihan Anda',
          hint: 'Boleh kosong: dipakai harga yang dibulatkan.',
          cell: rupiah,
        },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        {
          name: 'hpp',
          label: 'HPP per buah',
          how: '(biaya variabel + biaya tetap produksi) ÷ jumlah jadi',
          format: 'rp',
        },
        { name: 'fullCost', label: 'Biaya penuh per buah', how: 'HPP + biaya jual ÷ jumlah jadi', format: 'rp' },
        { name: 'priceByMargin', label: 'Harga menurut margin', how: 'biaya penuh ÷ (1 − margin)', format: 'rp' },
        { name: 'roundedPrice', label: 'Harga dibulatkan ke atas', how: 'ke kelipatan Rp 500', format: 'rp' },
        { name: 'equivalentMarkupRatio', label: 'Sama dengan markup', how: 'margin ÷ (1 − margin)', format: 'ratio' },
        { name: 'profitPerUnit', label: 'Laba per buah', how: 'harga jual − biaya penuh', format: 'rp' },
        {
          name: 'breakEvenUnits',
          label: 'Titik impas sebulan',
          how: 'biaya tetap ÷ (harga jual − biaya variabel per buah)',
          format: 'whole',
        },
        { name: 'breakEvenSales', label: 'Penjualan di titik impas', how: 'titik impas × harga jual', format: 'rp' },
        {
          name: 'monthlyProfit',
          label: 'Laba sebulan bila semua laku',
          how: 'laba per buah × jumlah jadi sebulan',
          format: 'rp',
        },
        {
          name: 'marginOfSafetyRatio',
          label: 'Margin pengaman',
          how: '(penjualan − titik impas) ÷ penjualan',
          format: 'ratio',
        },
      ],
    },
  ],
  words: {
    incomplete: { tone: 'care', words: 'Isi biaya, jumlah jadi, dan jumlah batch. Hasilnya muncul sendiri.' },
    not_a_number: { tone: 'care', words: 'Angka ini terlalu besar untuk dihitung.' },
    negative: { tone: 'care', words: 'Angka tidak boleh di bawah nol.' },
    zero: { tone: 'care', words: 'Isi lebih dari nol.' },
    not_below_one: { tone: 'care', words: 'Margin harus di bawah 100 %.' },
    not_above_variable_cost: {
      tone: 'stop',
      words: 'Harga ini tidak menutup biaya variabel: makin banyak laku, makin rugi.',
    },
  },
  summary: 'HPP {hpp|rp}, harga jual {price|rp}.',
};
