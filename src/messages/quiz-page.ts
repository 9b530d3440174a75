import { formatNumber, formatRatio } from '#domain/number.ts';

/** Words of quizzes that only pages say. */
export const quizPageMessages = {
  start: 'Mulai ujian',
  check: 'Periksa jawaban',
  send: 'Kirim jawaban',
  hint: 'Petunjuk',
  true: 'Benar',
  false: 'Salah',
  chooseSeveral: 'Boleh pilih lebih dari satu.',
  yourNumber: 'Jawaban Anda (angka)',
  yourText: 'Jawaban Anda (satu sampai empat kata)',
  orderNote: 'Pilih nomor urut untuk setiap baris.',
  places: 'Beri setiap baris satu nomor urut yang berbeda.',
  place: (place: number) => `ke-${place}`,
  matchNote: 'Pilih pasangan untuk setiap baris.',
  pick: 'Pilih …',
  gap: (number: number, of: number) => `Isian ${number} dari ${of}`,
  caseTitle: 'Kasus',
  caseLesson: 'Dari kasus ini:',
  readAgain: 'Baca lagi pelajarannya',
  rightAnswer: 'Jawaban yang benar:',
  notRecorded: 'Anda belum masuk, jadi latihan ini tidak dicatat.',
  signInToSend: 'Masuk supaya nilai tercatat',
  perQuestion: 'Hasil tiap soal',
  toRead: 'Baca lagi',
  forQuestions: (numbers: readonly string[]) => ` untuk soal ${numbers.join(', ')}`,
  nextStep: 'Langkah berikutnya',
  goOn: (title: string) => `Lanjut: ${title}`,
  noneLeft: 'Semua percobaan sudah terpakai. Bicarakan dengan pelatih Anda apa yang bisa dilakukan.',
  waitUntil: (at: string) => `Anda boleh mencoba lagi mulai ${at}. Sambil menunggu, baca lagi pelajarannya.`,
  courseDone: 'Kursus ini sudah selesai. Selamat!',
  /** What is kept back of a result, and until when. */
  keptBack: {
    untilPassing: 'Jawaban yang benar dan pembahasannya terbuka setelah Anda lulus.',
    untilPassingOrLast:
      'Jawaban yang benar dan pembahasannya terbuka setelah Anda lulus, atau setelah percobaan terakhir.',
    always: 'Kuis ini hanya menunjukkan nilai akhir, tanpa hasil tiap soal.',
  },
  admitted: (counts: boolean) => (counts ? 'diterima pelatih' : 'tidak dihitung, kata pelatih'),
  tryAnyway: 'Tetap kerjakan (nilainya baru dihitung bila pelatih menerimanya)',
  history: 'Percobaan Anda',
  yourAnswer: 'Jawaban Anda:',
  passedShort: 'lulus',
  notPassedShort: 'belum lulus',
  counted: 'nilai ini yang dihitung',
  timeLimit: (minutes: number) => `batas waktu ${minutes} menit`,
  wait: (minutes: string) => `jeda ${minutes} sebelum mencoba lagi`,
  counts: {
    best: 'nilai terbaik yang dihitung',
    last: 'percobaan terakhir yang dihitung',
    first: 'percobaan pertama yang dihitung',
  },
  sendBefore: (minutes: number, at: string) =>
    `Batas waktu ${minutes} menit: kirim sebelum ${at}. Yang terlambat tetap diterima, tetapi ditandai untuk pelatih.`,
  /** Whole points are told with the percent; of parts of points nobody knows what they are. */
  points: ({ earned, possible, ratio }: { earned: number; possible: number; ratio: number }): string =>
    Number.isInteger(earned) && Number.isInteger(possible)
      ? `${formatNumber(earned)} dari ${formatNumber(possible)} poin (${formatRatio(ratio)})`
      : formatRatio(ratio),
  toOwn: 'Ke halaman Saya',
  toCourse: 'Kembali ke kursus',
} as const;
