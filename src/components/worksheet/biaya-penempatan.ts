import { type Sheet, type SheetRow, text, tick } from './sheet.ts';

const items: readonly SheetRow[] = [
  { name: 'outbound', label: 'Tiket berangkat' },
  { name: 'return', label: 'Tiket pulang' },
  { name: 'visa', label: 'Visa kerja' },
  { name: 'legalisation', label: 'Legalisasi kontrak' },
  { name: 'training', label: 'Pelatihan kerja' },
  { name: 'certificate', label: 'Sertifikat kompetensi' },
  { name: 'service', label: 'Jasa perusahaan' },
  { name: 'passport', label: 'Penggantian paspor' },
  { name: 'police', label: 'SKCK (surat dari polisi)' },
  { name: 'security', label: 'Jaminan sosial (BPJS)' },
  { name: 'health', label: 'Periksa sehat dan psikologi' },
  { name: 'moreHealth', label: 'Periksa sehat tambahan' },
  { name: 'transport', label: 'Angkutan ke tempat berangkat' },
  { name: 'lodging', label: 'Penginapan' },
];

export const biayaPenempatan: Sheet = {
  title: 'Biaya yang diminta kepada saya',
  parts: [
    {
      part: 'words',
      words:
        'Tulis hanya yang diminta kepada Anda. Centang bila ada rincian tertulis, dan bila sudah ditanyakan ke Disnaker atau BP3MI.',
    },
    {
      part: 'fields',
      fields: [
        { name: 'job', label: 'Jabatan dan negara', cell: text },
        { name: 'company', label: 'Perusahaan yang meminta', cell: text },
      ],
    },
    {
      part: 'grid',
      title: 'Diminta membayar apa?',
      corner: 'Biaya',
      columns: [
        { name: 'asked', label: 'Rp', cell: { kind: 'number' } },
        { name: 'written', label: 'Tertulis', cell: tick },
        { name: 'checked', label: 'Dicek', cell: tick },
      ],
      rows: [
        ...items,
        { name: 'other1', label: 'Lainnya (1)' },
        { name: 'other2', label: 'Lainnya (2)' },
        { name: 'other3', label: 'Lainnya (3)' },
      ],
      total: { label: 'Jumlah diminta', columns: { asked: 'rp' } },
    },
    { part: 'fields', fields: [{ name: 'others', label: 'Lainnya itu apa saja?', cell: { kind: 'text', lines: 2 } }] },
    {
      part: 'ticks',
      title: 'Pernah terjadi kepada saya',
      items: [
        { name: 'forcedLoan', label: 'Disuruh meminjam dari pemberi pinjaman tertentu' },
        { name: 'inventedFee', label: 'Diminta biaya "proses", "terjemahan", atau "penginapan" yang tidak jelas' },
        { name: 'wageCut', label: 'Upah akan dipotong untuk utang kepada agen' },
        { name: 'collateral', label: 'Paspor atau kontrak diminta sebagai jaminan' },
      ],
    },
    {
      part: 'results',
      title: 'Hasil pemeriksaan',
      results: [
        { name: 'asked', label: 'Hal yang diminta', format: 'whole' },
        { name: 'total.asked', label: 'Jumlahnya', format: 'rp' },
        { name: 'unwritten', label: 'Belum ada rincian tertulis', format: 'whole' },
        { name: 'unchecked', label: 'Belum dicek', format: 'whole' },
        { name: 'listed', label: 'Ada di daftar tahun 2020', format: 'whole' },
      ],
    },
    {
      part: 'words',
      words:
        'Daftar tahun 2020 (Peraturan BP2MI 9/2020) berlaku untuk sepuluh jabatan, misalnya pengurus rumah tangga dan pengasuh. Untuk Taiwan disepakati pengecualian pada Juli 2022. Tahun 2025 ada peraturan menteri baru (Permen P2MI 17/2025). Rinciannya belum kami ketahui. Karena itu lembar ini tidak memutuskan mana yang boleh: petugas yang menjawab.',
    },
  ],
  words: {
    tricks: {
      tone: 'stop',
      words:
        'Yang Anda centang pernah dilaporkan dari Hong Kong sebagai cara memungut yang tidak wajar. Tunda dulu. Simpan buktinya, lalu ceritakan ke Disnaker atau BP3MI.',
    },
    asked: {
      tone: 'care',
      words:
        'Anda diminta {asked} hal, jumlahnya {total.asked|rp}. UU 18/2017 Pasal 30: pekerja migran tidak dapat dibebani biaya penempatan. Rincian per jabatan dan negara diatur peraturan menteri.',
    },
    listed: {
      tone: 'care',
      words:
        '{listed} di antaranya ({listedTotal|rp}) ada di daftar tahun 2020 tentang biaya yang tidak boleh dibebankan kepada sepuluh jabatan. Tanyakan: apakah masih berlaku untuk jabatan dan negara Anda?',
    },
    unwritten: {
      tone: 'stop',
      words: 'Minta rincian tertulis, lalu cek ke Disnaker atau BP3MI, sebelum menandatangani atau membayar apa pun.',
    },
    checked: {
      tone: 'good',
      words: 'Semua sudah tertulis dan dicek. Simpan rinciannya. Mintalah kuitansi atas nama perusahaan.',
    },
  },
  summary: '{asked} hal diminta, {unwritten} belum tertulis, {unchecked} belum dicek.',
};
