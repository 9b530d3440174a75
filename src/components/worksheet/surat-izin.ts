import { permissionMarks } from '#domain/worksheet/surat-izin.ts';
import { type Sheet, text } from './sheet.ts';

export const suratIzin: Sheet = {
  title: 'Sepuluh butir sebelum tanda tangan',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'number', label: 'Nomor register', cell: text, hint: 'Nomor saja. Nama warga tidak ditulis di sini.' },
        { name: 'date', label: 'Tanggal diperiksa', cell: text },
      ],
    },
    {
      part: 'grid',
      title: 'Cocokkan satu per satu',
      corner: 'Butir',
      columns: [
        {
          name: 'mark',
          label: 'Tanda',
          cell: {
            kind: 'choice',
            choices: [
              { value: permissionMarks.matches, label: 'cocok' },
              { value: permissionMarks.missing, label: 'belum' },
              { value: permissionMarks.differs, label: 'beda' },
            ],
          },
        },
      ],
      rows: [
        { name: 'inPerson', label: '1. Keluarga datang sendiri, atau lewat video dengan KTP' },
        { name: 'age', label: '2. Umur menurut akta kelahiran, paling sedikit 18 tahun' },
        { name: 'names', label: '3. Nama dan tanggal lahir sama di semua surat' },
        { name: 'country', label: '4. Negara dan pekerjaannya sedang dibuka' },
        { name: 'company', label: '5. Perusahaan: SIP3MI, dan SIP2MI untuk negara ini' },
        { name: 'visa', label: '6. Visa kerja, bukan kunjungan, umrah, atau ziarah' },
        { name: 'costs', label: '7. Siapa membayar apa, dan ada utang atau tidak' },
        { name: 'contract', label: '8. Perjanjian kerja sudah dilihat' },
        { name: 'children', label: '9. Anak: siapa mengasuh, dan surat kuasanya' },
        { name: 'register', label: '10. Salinan dan nomor sudah di register' },
      ],
    },
    {
      part: 'ticks',
      title: 'Ada salah satu ini?',
      items: [
        { name: 'money', label: 'Uang ditawarkan kepada petugas' },
        { name: 'threat', label: 'Ancaman atau paksaan' },
        { name: 'hurry', label: 'Didesak tanda tangan hari ini juga' },
      ],
    },
    {
      part: 'fields',
      fields: [
        { name: 'lacking', label: 'Yang kurang, dan siapa yang ditanya', cell: { kind: 'text', lines: 3 } },
        { name: 'next', label: 'Tanggal bertemu lagi', cell: text },
      ],
    },
    {
      part: 'results',
      title: 'Hasil pemeriksaan',
      results: [
        { name: 'matches', label: 'Cocok, dari 10', format: 'whole' },
        { name: 'missing', label: 'Belum', format: 'whole' },
        { name: 'differs', label: 'Beda', format: 'whole' },
        { name: 'unread', label: 'Belum diperiksa', format: 'whole' },
      ],
    },
    { part: 'signatures', title: 'Diperiksa oleh', names: ['Petugas', 'Kepala desa'] },
  ],
  words: {
    pressed: {
      tone: 'stop',
      words: 'Jangan tanda tangan. Laporkan hari ini juga kepada kepala desa, dan kepada Disnaker atau polisi.',
    },
    differs: {
      tone: 'stop',
      words:
        '{differs} butir beda. Jangan tanda tangan. Tulis apa yang beda, lalu temani warga ke Disnaker atau Dukcapil.',
    },
    missing: { tone: 'care', words: '{missing} butir belum ada suratnya. Tunda, dan sepakati tanggal bertemu lagi.' },
    read_on: { tone: 'care', words: 'Masih {unread} butir belum diperiksa.' },
    all_match: {
      tone: 'good',
      words: 'Kesepuluh butir cocok. Serahkan kepada kepala desa, dan simpan salinannya.',
    },
  },
  summary: '{matches} cocok, {missing} belum, {differs} beda.',
};
