import { rupiah, type Sheet } from './sheet.ts';

const people = { kind: 'number', unit: 'orang' } as const;
const votes = { kind: 'number', unit: 'suara' } as const;
const percent = { kind: 'number', unit: '%' } as const;
const agenda = [
  'Buka dan hitung hadir',
  'Laporan pengurus',
  'Laporan pengawas',
  'Tanya jawab',
  'Pengesahan laporan',
  'Pembagian SHU',
  'Rencana dan anggaran tahun depan',
  'Pemilihan, bila masa jabatan habis',
  'Bacakan keputusan, tulis, tanda tangan',
];

export const simulasiRat: Sheet = {
  title: 'Lembar rapat anggota',
  parts: [
    {
      part: 'fields',
      title: 'Hadir',
      fields: [
        { name: 'members', label: 'Jumlah anggota', cell: people },
        { name: 'room', label: 'Hadir di ruangan', cell: people },
        { name: 'phone', label: 'Hadir lewat ponsel', cell: people },
        {
          name: 'quorum',
          label: 'Rapat sah bila hadir lebih dari',
          hint: 'Lihat anggaran dasar koperasi Anda. Di contoh: separuh, yaitu 50 %.',
          cell: { ...percent, value: '50' },
        },
      ],
    },
    {
      part: 'ticks',
      title: 'Acara',
      items: agenda.map((label, at) => ({ name: `agenda${at + 1}`, label: `${at + 1}. ${label}` })),
    },
    {
      part: 'fields',
      title: 'Laporan',
      fields: [
        { name: 'income', label: 'Pendapatan', cell: rupiah },
        { name: 'costs', label: 'Biaya dan kewajiban', cell: rupiah },
        { name: 'reserveA', label: 'Usul A: dana cadangan', cell: percent },
        { name: 'reserveB', label: 'Usul B: dana cadangan', cell: percent },
      ],
    },
    {
      part: 'fields',
      title: 'Suara, bila mufakat tidak tercapai',
      fields: [
        { name: 'votesA', label: 'Setuju usul A', cell: votes },
        { name: 'votesB', label: 'Setuju usul B', cell: votes },
        { name: 'abstain', label: 'Tidak memilih', cell: votes },
      ],
    },
    {
      part: 'results',
      title: 'Hasil rapat',
      results: [
        { name: 'present', label: 'Hadir', how: 'ruangan + ponsel', format: 'whole' },
        { name: 'needed', label: 'Paling sedikit hadir', how: 'satu orang di atas batas kuorum', format: 'whole' },
        { name: 'surplus', label: 'SHU', how: 'pendapatan − biaya dan kewajiban', format: 'rp' },
        { name: 'reserveAmountA', label: 'Cadangan menurut usul A', how: 'SHU × persen', format: 'rp' },
        { name: 'reserveAmountB', label: 'Cadangan menurut usul B', how: 'SHU × persen', format: 'rp' },
        { name: 'votes', label: 'Jumlah suara', how: 'harus sama dengan yang hadir', format: 'whole' },
        { name: 'agendaDone', label: 'Acara selesai, dari 9', format: 'whole' },
      ],
    },
    {
      part: 'fields',
      fields: [{ name: 'decisions', label: 'Keputusan rapat', cell: { kind: 'text', lines: 4 } }],
    },
    { part: 'signatures', title: 'Tanda tangan', names: ['Pemimpin rapat', 'Pencatat'] },
  ],
  words: {
    quorum: { tone: 'good', words: 'Hadir {present}, paling sedikit {needed}. Rapat sah.' },
    no_quorum: {
      tone: 'stop',
      words:
        'Hadir {present}, padahal paling sedikit {needed}. Rapat belum sah. Lihat aturan rapat ulang di anggaran dasar.',
    },
    above_members: { tone: 'care', words: 'Yang hadir lebih banyak daripada jumlah anggota. Hitung lagi.' },
    loss: { tone: 'care', words: 'Tidak ada SHU yang dibagi tahun ini.' },
    votes_differ: { tone: 'stop', words: 'Suara {votes}, yang hadir {present}. Harus sama. Hitung ulang.' },
    a: { tone: 'good', words: 'Usul A diterima dengan suara terbanyak. Dana cadangan {decidedReserve|rp}.' },
    b: { tone: 'good', words: 'Usul B diterima dengan suara terbanyak. Dana cadangan {decidedReserve|rp}.' },
    tie: { tone: 'care', words: 'Suaranya sama. Bicarakan lagi, dan lihat aturannya di anggaran dasar.' },
  },
  summary: 'Hadir {present}, jumlah suara {votes}, SHU {surplus|rp}.',
};
