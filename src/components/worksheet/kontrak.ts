import { marks } from '#domain/worksheet/kontrak.ts';
import { type Sheet, type SheetColumn, text } from './sheet.ts';

const columns: readonly SheetColumn[] = [
  { name: 'article', label: 'Pasal', cell: text },
  {
    name: 'mark',
    label: 'Tanda',
    cell: {
      kind: 'choice',
      choices: [
        { value: marks.clear, label: 'jelas' },
        { value: marks.ask, label: 'tanya' },
        { value: marks.missing, label: 'kurang' },
      ],
    },
  },
];

export const kontrak: Sheet = {
  title: 'Memeriksa perjanjian kerja',
  parts: [
    {
      part: 'grid',
      title: 'Paling sedikit harus ada',
      corner: 'Isi',
      columns,
      rows: [
        { name: 'employer', label: 'Nama, profil, dan alamat lengkap pemberi kerja' },
        { name: 'worker', label: 'Nama dan alamat saya' },
        { name: 'job', label: 'Jabatan atau jenis pekerjaan' },
        { name: 'duties', label: 'Hak dan kewajiban kedua pihak' },
        { name: 'hours', label: 'Jam kerja' },
        { name: 'wage', label: 'Upah dan cara membayarnya' },
        { name: 'leave', label: 'Cuti dan istirahat' },
        { name: 'facilities', label: 'Fasilitas' },
        { name: 'security', label: 'Jaminan sosial' },
        { name: 'term', label: 'Lama perjanjian: mulai dan selesai' },
        { name: 'safety', label: 'Jaminan keselamatan' },
      ],
    },
    {
      part: 'grid',
      title: 'Tanyakan juga',
      corner: 'Isi',
      columns,
      rows: [
        { name: 'deductions', label: 'Potongan: untuk apa, berapa, sampai kapan' },
        { name: 'overtime', label: 'Upah lembur' },
        { name: 'lodging', label: 'Tempat tinggal: siapa membayar' },
        { name: 'ticket', label: 'Tiket pulang: siapa membayar' },
      ],
    },
    {
      part: 'fields',
      fields: [
        { name: 'hoursPerDay', label: 'Kerja berapa jam sehari?', cell: { kind: 'number', unit: 'jam' } },
        { name: 'daysPerWeek', label: 'Berapa hari seminggu?', cell: { kind: 'number', unit: 'hari' } },
        { name: 'questions', label: 'Pertanyaan saya, dengan nomor pasal', cell: { kind: 'text', lines: 4 } },
      ],
    },
    {
      part: 'results',
      title: 'Hasil pemeriksaan',
      results: [
        { name: 'clear', label: 'Jelas', format: 'whole' },
        { name: 'ask', label: 'Tanya', format: 'whole' },
        { name: 'missing', label: 'Kurang', format: 'whole' },
        { name: 'unread', label: 'Belum dibaca', format: 'whole' },
        { name: 'weekHours', label: 'Jam kerja seminggu', how: 'jam sehari × hari seminggu', format: 'number' },
      ],
    },
  ],
  words: {
    open: {
      tone: 'stop',
      words:
        '{ask} perlu ditanyakan, {missing} kurang. Minta dilengkapi sebelum menandatangani. Bawa salinannya ke Disnaker atau BP3MI.',
    },
    read_on: { tone: 'care', words: 'Masih {unread} bagian belum diberi tanda. Satu bagian tiap malam sudah baik.' },
    all_clear: {
      tone: 'good',
      words: 'Semua bagian Anda beri tanda jelas. Minta salinannya, dan titipkan satu di rumah.',
    },
    not_hours: { tone: 'care', words: 'Sehari hanya 24 jam.' },
    not_days: { tone: 'care', words: 'Seminggu hanya 7 hari.' },
  },
  summary: '{clear} jelas, {ask} tanya, {missing} kurang.',
};
