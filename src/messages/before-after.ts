import type { Change } from '#domain/statistics/paired.ts';

/** Words of the comparison before and after a course. */
export const beforeAfterMessages = {
  title: 'Sebelum dan sesudah',
  forms: { before: 'Uji sebelum kursus', after: 'Uji sesudah kursus' },
  why: 'Dua set soal tentang pelajaran yang sama, tanpa satu soal pun yang sama. Cetak dan ketik jawabannya di Kuis di kertas.',
  paper: 'Ke Kuis di kertas',
  none: 'Belum ada peserta yang mengerjakan keduanya.',
  summary: (more: number, same: number, fewer: number, pairs: number) =>
    `Dari ${pairs} peserta yang mengerjakan keduanya: ${more} lebih banyak benar sesudah kursus, ${same} sama, ${fewer} lebih sedikit.`,
  clear: 'Perbedaan sebesar ini jarang terjadi karena kebetulan.',
  unclear: 'Perbedaan sebesar ini masih bisa terjadi karena kebetulan.',
  mean: (before: string, after: string) => `Rata-rata benar: ${before} sebelum, ${after} sesudah.`,
  rightOf: (right: string, of: string) => `${right} dari ${of}`,
  person: 'Peserta',
  before: 'Sebelum',
  after: 'Sesudah',
  change: 'Perubahan',
  changes: { more: '▲ lebih banyak', same: '= sama', fewer: '▼ lebih sedikit' } satisfies Record<Change, string>,
  missing: 'belum',
  byPerson: 'Tiap peserta',
  byLesson: 'Menurut pelajaran',
  byLessonHow: 'Jawaban benar dari semua jawaban peserta yang mengerjakan keduanya.',
  lesson: 'Pelajaran',
} as const;
