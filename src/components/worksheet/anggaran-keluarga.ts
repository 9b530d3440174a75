import { rupiah, type Sheet } from './sheet.ts';

export const anggaranKeluarga: Sheet = {
  title: 'Anggaran satu bulan',
  parts: [
    {
      part: 'grid',
      title: 'Uang masuk. Yang tidak pasti, tulis jumlah terkecilnya.',
      corner: 'Dari mana',
      columns: [{ name: 'amount', label: 'Rp', cell: rupiah }],
      rows: [
        { name: 'remittance', label: 'Kiriman' },
        { name: 'home', label: 'Hasil kerja di rumah' },
        { name: 'extra', label: 'Lainnya' },
      ],
    },
    {
      part: 'grid',
      title: 'Uang keluar',
      corner: 'Pos',
      columns: [
        { name: 'amount', label: 'Rp', cell: rupiah },
        { name: 'share', label: 'Bagian', cell: { kind: 'output', format: 'ratio' } },
      ],
      rows: [
        { name: 'needs', label: 'Kebutuhan pokok' },
        { name: 'school', label: 'Sekolah' },
        { name: 'instalments', label: 'Cicilan' },
        { name: 'emergency', label: 'Dana darurat' },
        { name: 'capital', label: 'Modal usaha' },
        { name: 'social', label: 'Sosial dan hajatan' },
        { name: 'other', label: 'Lainnya' },
      ],
      total: { label: 'Jumlah', columns: { amount: 'rp', share: 'ratio' } },
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'income', label: 'Uang masuk', format: 'rp' },
        { name: 'balance', label: 'Sisa', how: 'uang masuk − uang keluar', format: 'rp' },
        { name: 'instalmentRatio', label: 'Bagian cicilan', how: 'cicilan ÷ uang masuk × 100', format: 'ratio' },
        { name: 'routine', label: 'Pengeluaran rutin', how: 'pokok + sekolah + cicilan', format: 'rp' },
        {
          name: 'gap',
          label: 'Kurangnya bila kiriman kosong',
          how: 'pengeluaran rutin − uang masuk tanpa kiriman',
          format: 'rp',
        },
      ],
    },
  ],
  words: {
    short: {
      tone: 'stop',
      words: 'Uang keluar lebih besar daripada uang masuk: {balance|rp}. Pos mana yang bisa ditunda?',
    },
    balanced: { tone: 'good', words: 'Sisanya nol. Setiap rupiah sudah punya tugas.' },
    left: { tone: 'good', words: 'Masih ada {balance|rp} tanpa tugas. Masukkan ke satu pos.' },
    heavy: {
      tone: 'care',
      words:
        'Cicilan {instalmentRatio|ratio} dari uang masuk. Patokan yang sering dipakai orang sekitar 30 %. Tanyakan batas yang berlaku kepada pemberi pinjaman.',
    },
  },
  summary: 'Sisa {balance|rp}, bagian cicilan {instalmentRatio|ratio}.',
};
