import { type Sheet, text } from './sheet.ts';

const number = { kind: 'number' } as const;

export const kabarAnak: Sheet = {
  title: 'Rencana kabar untuk anak',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'child', label: 'Panggilan anak', hint: 'Satu lembar satu anak.', cell: text },
        { name: 'age', label: 'Umur', cell: { kind: 'number', unit: 'tahun' } },
        {
          name: 'ahead',
          label: 'Di sana lebih dulu berapa jam?',
          hint: 'Misalnya Taiwan 1. Di sana lebih lambat? Pakai tanda minus.',
          cell: { kind: 'number', unit: 'jam', signed: true },
        },
      ],
    },
    {
      part: 'list',
      name: 'calls',
      title: 'Tiga telepon dan satu cadangan. Jam ditulis 19.30.',
      columns: [
        { name: 'what', label: 'Hari dan isi', cell: text },
        { name: 'hour', label: 'Jam di rumah', cell: number },
        { name: 'minutes', label: 'Menit', cell: number },
        { name: 'there', label: 'Jam di sana', cell: { kind: 'output', format: 'clock' } },
      ],
      rows: [{}, {}, {}, { what: 'Hari cadangan: ' }],
    },
    {
      part: 'fields',
      fields: [
        { name: 'beside', label: 'Yang menyiapkan HP dan duduk sebentar', cell: text },
        { name: 'instead', label: 'Kalau tidak sempat menelepon', hint: 'Misalnya pesan suara.', cell: text },
        { name: 'chain', label: 'Rantai kertas sampai hari apa, berapa minggu', cell: text },
        { name: 'money', label: 'Telepon lain untuk bicara uang', cell: text },
        { name: 'teacher', label: 'Guru yang dapat ditanya', cell: text },
      ],
    },
    {
      part: 'ticks',
      title: 'Tanyakan kepada pengasuh sebulan sekali',
      items: [
        { name: 'signs', label: 'Beberapa tanda tertekan, sudah dua minggu' },
        { name: 'stopped', label: 'Anak berhenti makan atau berhenti sekolah' },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'calls', label: 'Telepon seminggu', format: 'whole' },
        { name: 'perWeek', label: 'Menit seminggu', format: 'whole' },
        { name: 'perMonth', label: 'Menit sebulan', how: 'menit seminggu × 4', format: 'whole' },
      ],
    },
  ],
  words: {
    ask_help: {
      tone: 'stop',
      words: 'Ajak anak ke puskesmas dan bicaralah dengan gurunya. Layanan anak di pelajaran ini juga dapat ditanya.',
    },
    night_there: {
      tone: 'care',
      words: 'Ada telepon yang di sana jatuh tengah malam. Tanyakan dulu: sedang tidur atau bekerja?',
    },
    age_0_2: {
      tone: 'good',
      words: 'Umur 0–2: jam yang sama, tunjukkan wajah, satu lagu. Jangan menguji "siapa ini?"',
    },
    age_3_5: {
      tone: 'good',
      words: 'Umur 3–5: cerita sebelum tidur, rantai kertas. Jangan bilang "nanti sore pulang".',
    },
    age_6_9: { tone: 'good', words: 'Umur 6–9: satu hal senang, satu hal sulit. Jangan hanya bertanya nilai.' },
    age_10_12: { tone: 'good', words: 'Umur 10–12: minta pendapatnya. Jangan melaporkan kenakalan di depannya.' },
    older: { tone: 'good', words: 'Untuk remaja, sepakati jamnya bersama. Baca pelajaran berikutnya.' },
    not_an_age: { tone: 'care', words: 'Tulis umur 0 sampai 18 tahun.' },
    not_hours: { tone: 'care', words: 'Tulis selisih paling banyak 14 jam.' },
  },
  summary: '{calls} telepon seminggu, {perWeek} menit.',
};
