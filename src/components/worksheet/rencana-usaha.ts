import { rupiah, type Sheet, type SheetColumn, type SheetPart, text } from './sheet.ts';

type Field = SheetColumn & { readonly hint?: string };

const long: SheetColumn['cell'] = { kind: 'text', lines: 2 };

function page(number: number, question: string, fields: readonly Field[]): SheetPart {
  return { part: 'fields', title: `Halaman ${number}. ${question}`, fields };
}

export const rencanaUsaha: Sheet = {
  title: 'Rencana usaha sembilan halaman',
  parts: [
    page(1, 'Siapa kami, dan bisa apa?', [
      { name: 'who', label: 'Nama, keterampilan, kenalan', cell: long },
      { name: 'hours', label: 'Waktu seminggu', hint: 'Kerja rumah juga dihitung.', cell: text },
    ]),
    page(2, 'Produk apa, masalah pembeli apa?', [
      { name: 'product', label: 'Produk atau jasa', cell: text },
      { name: 'problem', label: 'Masalah pembeli yang dijawab', cell: long },
    ]),
    page(3, 'Siapa pembeli dan pesaingnya?', [
      { name: 'buyers', label: 'Pembeli, dengan nama atau tempatnya', cell: long },
      { name: 'rivals', label: 'Tiga pesaing dan harganya', cell: long },
      { name: 'asked', label: 'Sudah ditanya', cell: { kind: 'number', unit: 'orang' } },
      { name: 'buying', label: 'Mau membeli', cell: { kind: 'number', unit: 'orang' } },
    ]),
    page(4, 'Produk, harga, tempat, promosi?', [
      { name: 'offer', label: 'Isi, bungkus, dijual di mana, promosi apa', cell: long },
      { name: 'price', label: 'Harga rata-rata', cell: rupiah },
    ]),
    page(5, 'Cara membuat, alat, pemasok?', [
      { name: 'making', label: 'Langkah membuat, dan siapa pemasoknya', cell: long },
      { name: 'batchCost', label: 'Biaya sekali membuat', cell: rupiah },
      { name: 'made', label: 'Jadi berapa?', cell: { kind: 'number' } },
      { name: 'sold', label: 'Dari itu yang laku', cell: { kind: 'number' } },
      { name: 'tools', label: 'Harga semua alat', cell: rupiah },
      { name: 'toolMonths', label: 'Umur alat', cell: { kind: 'number', unit: 'bulan' } },
    ]),
    page(6, 'Siapa mengerjakan apa?', [{ name: 'people', label: 'Orang, tugas, imbalan', cell: long }]),
    page(7, 'Izin apa yang perlu?', [
      { name: 'permits', label: 'Surat dan urutannya', cell: long },
      { name: 'permitsCost', label: 'Biaya izin, label, dan uji coba', cell: rupiah },
    ]),
    page(8, 'Berapa uangnya?', [
      {
        name: 'working',
        label: 'Modal kerja',
        hint: 'Saldo kas paling dalam dari dua belas minggu, tanpa minus.',
        cell: rupiah,
      },
      { name: 'own', label: 'Tabungan yang boleh dipakai', hint: 'Dana darurat tidak ikut.', cell: rupiah },
      { name: 'source', label: 'Sumber lain', cell: text },
    ]),
    page(9, 'Risiko, rencana B, kapan berhenti?', [
      { name: 'risks', label: 'Tiga risiko, dan rencana B-nya', cell: long },
      { name: 'stop', label: 'Kami berhenti kalau', cell: text },
    ]),
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'pages', label: 'Halaman terisi, dari 9', format: 'whole' },
        { name: 'buyRatio', label: 'Persen yang mau', how: 'mau membeli ÷ yang ditanya × 100', format: 'ratio' },
        { name: 'unitCost', label: 'Biaya tiap yang laku', how: 'biaya sekali membuat ÷ yang laku', format: 'rp' },
        { name: 'left', label: 'Sisa tiap yang laku', how: 'harga − biaya tiap yang laku', format: 'rp' },
        { name: 'wear', label: 'Aus alat sebulan', how: 'harga alat ÷ umur alat', format: 'rp' },
        { name: 'start', label: 'Modal awal', how: 'alat + izin + modal kerja', format: 'rp' },
        { name: 'missing', label: 'Belum ada sumbernya', how: 'modal awal − tabungan', format: 'rp' },
      ],
    },
    {
      part: 'signatures',
      title: 'Sudah dibaca bersama',
      names: ['Yang berusaha', 'Pasangan', 'Keluarga yang ikut menanggung'],
    },
  ],
  words: {
    not_above_cost: {
      tone: 'stop',
      words: 'Harga tidak menutup biaya tiap yang laku: makin banyak laku, makin rugi. Ubah harga atau biayanya dulu.',
    },
    nobody_refused: {
      tone: 'care',
      words: 'Tidak seorang pun menolak. Mungkin mereka sungkan. Tanyai orang yang tidak mengenal Anda.',
    },
    short: {
      tone: 'care',
      words: '{missing|rp} belum ada sumbernya. Kecilkan dulu kebutuhannya, baru pikirkan meminjam.',
    },
    empty_pages: { tone: 'care', words: '{empty} halaman masih kosong. Tulis satu pertanyaan di setiap halaman itu.' },
    all_pages: {
      tone: 'good',
      words: 'Kesembilan halaman sudah terisi. Bacakan keras-keras kepada keluarga sebelum modal keluar.',
    },
    above_made: { tone: 'care', words: 'Yang laku tidak dapat lebih banyak daripada yang jadi.' },
    above_asked: { tone: 'care', words: 'Yang mau tidak dapat lebih banyak daripada yang ditanya.' },
  },
  summary: '{pages} dari 9 halaman, modal awal {start|rp}.',
};
