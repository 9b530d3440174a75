import { rupiah, type Sheet, type SheetColumn, text } from './sheet.ts';

const long: SheetColumn['cell'] = { kind: 'text', lines: 2 };

export const perjanjianKeluarga: Sheet = {
  title: 'Perjanjian keluarga kami',
  parts: [
    {
      part: 'words',
      words: 'Ini kesepakatan keluarga, bukan surat hukum. Tidak ada yang boleh dipaksa menandatangani.',
    },
    {
      part: 'fields',
      title: '1. Tujuan',
      fields: [
        { name: 'goal', label: 'Tujuan kami', cell: long },
        { name: 'goalPrice', label: 'Harganya', cell: rupiah },
        { name: 'goalDate', label: 'Harus ada pada', cell: text },
      ],
    },
    {
      part: 'fields',
      title: '2. Kiriman',
      fields: [
        { name: 'remittance', label: 'Kiriman tiap bulan', cell: rupiah },
        { name: 'remittanceDay', label: 'Pada tanggal', cell: text },
        { name: 'remittanceBy', label: 'Lewat jasa', cell: text },
      ],
    },
    {
      part: 'fields',
      title: '3. Pengelola',
      fields: [
        { name: 'manager', label: 'Pengelola kiriman', cell: text },
        { name: 'managerDeputy', label: 'Pengganti bila sakit', cell: text },
      ],
    },
    {
      part: 'fields',
      title: '4. Anggaran',
      fields: [{ name: 'budget', label: 'Untuk apa saja, dan dicatat di mana', cell: { kind: 'text', lines: 4 } }],
    },
    {
      part: 'fields',
      title: '5. Batas memutuskan',
      fields: [
        { name: 'aloneUpTo', label: 'Pengelola memutuskan sendiri sampai', cell: rupiah },
        {
          name: 'tellUpTo',
          label: 'Kabari dulu lewat pesan sampai',
          hint: 'Di atasnya: bicara dan setuju berdua.',
          cell: rupiah,
        },
      ],
    },
    {
      part: 'fields',
      title: '6. Pinjaman dan permintaan saudara',
      fields: [{ name: 'loans', label: 'Kalimat kami', cell: long }],
    },
    {
      part: 'fields',
      title: '7. Laporan dan rapat',
      fields: [
        { name: 'report', label: 'Laporan: kapan dan bagaimana', cell: text },
        { name: 'meeting', label: 'Rapat keluarga tiap tanggal', cell: text },
      ],
    },
    {
      part: 'fields',
      title: '8. Anak',
      fields: [
        { name: 'carer', label: 'Siapa mengasuh siapa, dan penggantinya', cell: long },
        { name: 'school', label: 'Yang mengurus rapor dan berobat', cell: text },
        { name: 'calls', label: 'Jadwal telepon, dan rencana cadangannya', cell: long },
        { name: 'silence', label: 'Tiga hari tidak ada kabar: hubungi', cell: text },
      ],
    },
    {
      part: 'fields',
      fields: [{ name: 'review', label: 'Perjanjian ini ditinjau lagi tanggal', cell: text }],
    },
    {
      part: 'results',
      title: 'Sudah sampai mana?',
      results: [{ name: 'agreed', label: 'Isi yang sudah ditulis, dari 8', format: 'whole' }],
    },
    { part: 'signatures', title: 'Kami sepakat', names: ['Yang bekerja jauh', 'Pengelola di rumah', 'Pengasuh'] },
  ],
  words: {
    limits_crossed: { tone: 'care', words: 'Batas ini harus lebih besar daripada batas di atasnya.' },
    some: { tone: 'care', words: 'Sudah {agreed} dari 8 isi. Mulailah dengan paling sedikit empat.' },
    enough: { tone: 'good', words: 'Sudah {agreed} dari 8 isi. Sisanya boleh menyusul.' },
    all: { tone: 'good', words: 'Kedelapan isi sudah ditulis. Bacakan bersama, lalu tanda tangan.' },
  },
  summary: '{agreed} dari 8 isi sudah ditulis.',
};
