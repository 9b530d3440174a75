import { type Sheet, text } from './sheet.ts';

export const dokumen: Sheet = {
  title: 'Isi map saya',
  parts: [
    {
      part: 'ticks',
      title: 'Delapan dokumen menurut undang-undang',
      items: [
        { name: 'marital', label: 'Surat keterangan status perkawinan', hint: 'Bila menikah: salinan buku nikah' },
        { name: 'permission', label: 'Surat izin keluarga', hint: 'Diketahui kepala desa atau lurah' },
        { name: 'certificate', label: 'Sertifikat kompetensi kerja' },
        { name: 'health', label: 'Surat keterangan sehat', hint: 'Badan dan jiwa (psikologi)' },
        { name: 'passport', label: 'Paspor' },
        { name: 'visa', label: 'Visa kerja' },
        { name: 'placement', label: 'Perjanjian penempatan' },
        { name: 'contract', label: 'Perjanjian kerja' },
      ],
    },
    {
      part: 'ticks',
      title: 'Juga diperlukan',
      items: [
        { name: 'security', label: 'Nomor BPJS Ketenagakerjaan' },
        { name: 'opp', label: 'OPP: sudah terdaftar atau sudah ikut' },
        { name: 'card', label: 'E-KPMI (dulu E-PMI)' },
      ],
    },
    {
      part: 'ticks',
      title: 'Surat diri',
      items: [
        { name: 'ktp', label: 'KTP' },
        { name: 'family', label: 'KK' },
        { name: 'birth', label: 'Akta kelahiran' },
        { name: 'diploma', label: 'Ijazah' },
      ],
    },
    {
      part: 'ticks',
      title: 'Sudah saya periksa',
      items: [
        { name: 'sameName', label: 'Nama dan tanggal lahir sama di semua surat' },
        { name: 'contractName', label: 'Nama di kontrak sama dengan paspor' },
        { name: 'workVisa', label: 'Visanya tertulis untuk bekerja' },
        { name: 'copies', label: 'Salinan ada di rumah' },
        { name: 'ownHands', label: 'Yang asli saya pegang sendiri' },
      ],
    },
    {
      part: 'list',
      name: 'open',
      title: 'Yang belum jadi',
      columns: [
        { name: 'paper', label: 'Surat', cell: text },
        { name: 'who', label: 'Siapa mengurus, kapan selesai', cell: text },
      ],
      rows: [{}, {}, {}],
    },
    {
      part: 'results',
      title: 'Sudah sampai mana?',
      results: [
        { name: 'law', label: 'Dokumen undang-undang, dari 8', format: 'whole' },
        { name: 'more', label: 'Juga diperlukan, dari 3', format: 'whole' },
        { name: 'civil', label: 'Surat diri, dari 4', format: 'whole' },
        { name: 'checks', label: 'Sudah diperiksa, dari 5', format: 'whole' },
      ],
    },
    {
      part: 'words',
      words:
        'Negara tujuan dan penyelenggara bisa meminta surat lain. Yang memeriksa lengkap dan sahnya adalah petugas.',
    },
  ],
  words: {
    law_missing: {
      tone: 'care',
      words: 'Masih {lawMissing} dari 8 dokumen belum ada. Tulis siapa yang mengurus dan kapan selesai.',
    },
    law_complete: {
      tone: 'good',
      words: 'Kedelapan dokumen sudah dicentang. Tunjukkan mapnya kepada petugas Disnaker.',
    },
    check_visa: {
      tone: 'stop',
      words:
        'Visa sudah ada, tetapi belum diperiksa. Pastikan visanya untuk bekerja. Bila tertulis kunjungan, umrah, atau ziarah: berhenti dan tanyakan ke Disnaker atau BP3MI.',
    },
    checks_missing: { tone: 'care', words: 'Masih {checksMissing} hal belum diperiksa.' },
  },
  summary: '{law} dari 8 dokumen ada, {checks} dari 5 hal diperiksa.',
};
