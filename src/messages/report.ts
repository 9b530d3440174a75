import type { RecordFlag } from '#domain/learning/record.ts';

/** Words of the trainer's report and its CSV file. */
export const reportMessages = {
  csvHeader: [
    'Nama',
    'Nama masuk',
    'Kode kursus',
    'Kursus',
    'Terdaftar sejak',
    'Pelajaran dibaca',
    'Jumlah pelajaran',
    'Percobaan ujian',
    'Nilai ujian (%)',
    'Selesai',
    'Catatan terakhir',
    'Percobaan bertanda',
    'Perlu dibantu',
  ],
  yes: 'ya',
  no: 'belum',
  flags: {
    late: 'melewati batas waktu atau tanggal penutupan',
    over_limit: 'melewati batas percobaan',
    too_soon: 'terlalu cepat: belum dibuka, atau jeda belum habis',
    old_edition: 'soal lama',
    own_draw: 'undian soal tidak menurut aturan',
  } satisfies Record<RecordFlag, string>,
  regraded: 'nilai diperbaiki karena kunci soal keliru',
  helpReason: (reason: { kind: 'failing'; title: string; attempts: number } | { kind: 'inactive'; days: number }) =>
    reason.kind === 'failing'
      ? `belum lulus ${reason.title} setelah ${reason.attempts} percobaan`
      : `tidak ada kegiatan ${reason.days} hari`,
} as const;
