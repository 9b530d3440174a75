/** Words about results that a corrected key changes. */
export const regradeMessages = {
  title: 'Nilai yang berubah',
  keys: (quiz: string, questions: readonly string[]) => `Kunci kuis ${quiz} berubah, di soal: ${questions.join(', ')}.`,
  none: 'Tidak ada nilai yang berubah.',
  changed: (attempts: number, all: number, people: number) =>
    `${attempts} dari ${all} percobaan mendapat nilai lain, milik ${people} orang.`,
  points: (better: number, worse: number) => `Naik: ${better}. Turun: ${worse}.`,
  passed: (now: number, no: number) => `Menjadi lulus: ${now}. Menjadi belum lulus: ${no}.`,
  completions: (gained: number, lost: number) =>
    `Kursus menjadi selesai: ${gained} orang. Kursus tidak lagi selesai: ${lost} orang.`,
  certificates: (count: number) =>
    count === 0
      ? 'Tidak ada sertifikat yang dipegang orang yang kursusnya tidak lagi selesai.'
      : `Sertifikat yang perlu dilihat lagi: ${count}, milik orang yang kursusnya tidak lagi selesai.`,
  untouched:
    'Saat terbit, nilai yang sudah ada tidak berubah. Sesudah itu pengurus bisa menilai ulang dari halaman naskah ini.',
  apply: 'Nilai ulang sekarang',
  applyHint: 'Nilai baru ditambahkan dan berlaku. Nilai lama tetap tersimpan.',
  onlyCoordinator: 'Menilai ulang dilakukan pengurus.',
  applied: (count: number) => `${count} nilai baru ditambahkan.`,
  link: 'Nilai yang berubah karena naskah ini',
} as const;
