/** Words of the button that marks a lesson as read. */
export const lessonReadMessages = {
  done: 'Sudah ditandai dibaca.',
  again: 'Isinya berubah sejak Anda baca. Baca lagi, lalu tandai.',
  together: 'Membaca berdua? Catat juga untuk teman',
  signIn: 'Masuk',
  recorded: 'Tercatat di rumah belajar.',
  kept: 'Tersimpan di HP ini. Akan dikirim sendiri begitu ada jaringan.',
  keptUnnamed: 'Tersimpan di HP ini, belum bernama. Masuk supaya tercatat atas nama Anda.',
} as const;

export const readAloudMessages = {
  start: 'Bacakan',
  startWhole: 'Bacakan pelajaran ini',
  stop: 'Berhenti',
  noVoice: 'HP ini belum punya suara bahasa Indonesia. Pasang lewat Setelan, Bahasa, Teks ke suara.',
} as const;

export const lessonPrintMessages = { print: 'Cetak pelajaran ini' } as const;

/** Words around the recording of a lesson's sentences. */
export const lessonSoundMessages = { listen: 'Dengarkan intinya', stale: 'Rekaman lebih lama daripada teks.' } as const;

/** Said at the address of a lesson that was withdrawn. */
export const withdrawnMessages = {
  title: 'Pelajaran ini sudah ditarik',
  was: (lesson: string, course: string) => `Dulu di sini ada “${lesson}” dari kursus ${course}.`,
  kept: 'Isinya tidak berlaku lagi. Catatan belajar dan sertifikat Anda tetap tersimpan.',
  toCourse: (course: string) => `Ke kursus ${course}`,
  search: 'Cari pelajaran',
} as const;
