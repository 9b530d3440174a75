import { rupiah, type Sheet, text } from './sheet.ts';

export const bagiShu: Sheet = {
  title: 'Membagi SHU',
  parts: [
    {
      part: 'fields',
      fields: [
        {
          name: 'surplus',
          label: 'SHU setahun',
          hint: 'Pendapatan − biaya − penyusutan − kewajiban lain, termasuk pajak. Rugi? Tulis dengan tanda minus.',
          cell: { kind: 'number', unit: 'Rp', signed: true },
        },
      ],
    },
    {
      part: 'grid',
      title: 'Pembagian menurut AD/ART dan rapat anggota',
      corner: 'Bagian',
      columns: [
        { name: 'percent', label: '%', cell: { kind: 'number', short: true } },
        { name: 'amount', label: 'Rp', cell: { kind: 'output', format: 'rp' } },
      ],
      rows: [
        { name: 'reserve', label: 'Dana cadangan' },
        { name: 'usage', label: 'Jasa usaha' },
        { name: 'capital', label: 'Jasa modal' },
        { name: 'board', label: 'Pengurus dan pengawas' },
        { name: 'education', label: 'Pendidikan' },
        { name: 'social', label: 'Sosial' },
        { name: 'village', label: 'Pembangunan desa' },
        { name: 'other', label: 'Lainnya' },
      ],
      total: { label: 'Jumlah', columns: { percent: 'number', amount: 'rp' } },
    },
    {
      part: 'fields',
      fields: [
        { name: 'allTrade', label: 'Transaksi semua anggota setahun', cell: rupiah },
        { name: 'allSavings', label: 'Simpanan semua anggota', cell: rupiah },
      ],
    },
    {
      part: 'grid',
      title: 'Bagian dua anggota',
      corner: 'Anggota',
      columns: [
        { name: 'one', label: 'Pertama', cell: rupiah },
        { name: 'two', label: 'Kedua', cell: rupiah },
      ],
      rows: [
        { name: 'name', label: 'Nama', cell: text },
        { name: 'trade', label: 'Transaksi' },
        { name: 'savings', label: 'Simpanan' },
        { name: 'forUsage', label: 'Jasa usaha', cell: { kind: 'output', format: 'whole' } },
        { name: 'forCapital', label: 'Jasa modal', cell: { kind: 'output', format: 'whole' } },
        { name: 'sum', label: 'Diterima', cell: { kind: 'output', format: 'whole' } },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'toMembers', label: 'Langsung diterima anggota', how: 'jasa usaha + jasa modal', format: 'rp' },
        { name: 'toMembersRatio', label: 'Bagian dari SHU', format: 'ratio' },
        {
          name: 'perThousand',
          label: 'Kembali dari tiap Rp 1.000 transaksi (Rp)',
          how: 'bagian jasa usaha ÷ transaksi semua × 1.000',
          format: 'number',
        },
      ],
    },
  ],
  words: {
    loss: { tone: 'stop', words: 'Tidak ada SHU yang dibagi. Dana cadangan dapat dipakai untuk menutup kerugian.' },
    not_hundred: { tone: 'stop', words: 'Jumlah persennya {total.percent}, bukan 100. Periksa lagi.' },
    divided: { tone: 'good', words: 'Persennya tepat 100. Semua bagian berjumlah {total.amount|rp}, sama dengan SHU.' },
    above_total: { tone: 'care', words: 'Ini lebih besar daripada jumlah semua anggota.' },
  },
  summary: 'Jumlah persen {total.percent}. Anggota pertama {sum.one|rp}, kedua {sum.two|rp}.',
};
