import { formatRatio } from '#domain/number.ts';
import type { Verdict } from '#domain/quiz/grading.ts';
import type { ReceiptFlag } from '#domain/learning/record.ts';

/** Words of quizzes, on the phone and in the pages. */
export const quizMessages = {
  flags: {
    late: 'Percobaan ini melewati batas waktu atau tanggal penutupan. Nilainya tetap dihitung, dan pelatih Anda akan melihatnya.',
    over_limit:
      'Percobaan ini melewati batas jumlah percobaan. Nilainya baru dihitung bila pelatih Anda menerimanya. Temui pelatih Anda.',
    too_soon: 'Percobaan ini dimulai sebelum ujian dibuka. Nilainya tetap dihitung, dan pelatih Anda akan melihatnya.',
    no_pause:
      'Percobaan ini dimulai sebelum waktu jeda habis. Nilainya baru dihitung bila pelatih Anda menerimanya. Temui pelatih Anda.',
    too_fast:
      'Percobaan ini lebih cepat daripada orang membaca soalnya. Nilainya baru dihitung bila pelatih Anda menerimanya. Temui pelatih Anda.',
    old_edition: 'Soal ini sudah diperbarui sejak Anda menjawab. Nilai dihitung dari soal yang Anda lihat.',
  } satisfies Record<ReceiptFlag, string>,
  sendIncomplete: 'Kirim apa adanya',
  again: 'Ulangi',
  question: (number: string) => `Soal ${number}`,
  questionOf: (place: number, of: number) => `Soal ${place} dari ${of}`,
  caseOf: (question: string) => `Kasus: ${question.toLowerCase()}`,
  way: 'Daftar soal',
  back: 'Kembali',
  next: 'Lanjut',
  skip: 'Lewati',
  check: 'Periksa',
  checkAnyway: 'Periksa apa adanya',
  nextQuestion: 'Soal berikutnya',
  finish: 'Selesai',
  seeResult: 'Lihat hasil',
  answered: (count: number, of: number) => `${count} dari ${of} soal sudah dijawab.`,
  stillOpen: (numbers: readonly string[]) => ` Belum: soal ${numbers.join(', ')}.`,
  placeOf: (place: number, answered: boolean) => `Soal ${place}, ${answered ? 'sudah' : 'belum'} dijawab`,
  verdicts: { right: 'Tepat.', partly: 'Sebagian tepat.', wrong: 'Belum tepat.' } satisfies Record<Verdict, string>,
  unanswered: 'Belum dijawab.',
  /** For whoever does not see how an answer is marked. */
  marks: { right: 'tepat', missed: 'ini jawaban yang benar', wrong: 'belum tepat' },
  instead: (text: string) => `Yang tepat: ${text}`,
  missingHere: 'Ini belum dijawab.',
  notANumber: 'Ini belum terbaca sebagai angka. Tulis angka saja, misalnya 12.500 atau 12,5.',
  ambiguous: (readings: readonly string[]) => `Maksud Anda ${readings.join(' atau ')}?`,
  reading: (reading: string) => `Tulis sebagai ${reading}`,
  missing: 'Belum dijawab: soal',
  unfinished: 'Belum dijawab atau belum lengkap: soal',
  partial: 'Ini baru terisi sebagian.',
  orderNote: 'Pindahkan baris dengan tombol panah sampai urutannya tepat.',
  keepOrder: 'Urutan ini sudah tepat',
  up: (item: string) => `Naikkan: ${item}`,
  down: (item: string) => `Turunkan: ${item}`,
  moved: (item: string, place: number, of: number) => `${item}: urutan ke-${place} dari ${of}`,
  missingHelp: 'Jawab dulu, atau kirim apa adanya. Soal yang kosong tidak mendapat nilai.',
  unclear: 'Ada angka yang belum jelas. Perbaiki dulu, lalu kirim lagi.',
  /** A participant is told no points beside the number of questions: 15 questions of 21 points are a riddle. */
  grade: ({ ratio }: { ratio: number }): string => `Nilai Anda ${formatRatio(ratio)}.`,
  /** Of a practice, in questions. */
  practiceGrade: (verdicts: readonly Verdict[]): string => {
    const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
    const partly = count('partly');
    return `${count('right')} dari ${verdicts.length} soal tepat${partly > 0 ? `, ${partly} sebagian` : ''}.`;
  },
  result: 'Hasil Anda',
  /** Beside `question`, for whoever does not see the colour of its dot. */
  dot: (number: string, verdict: Verdict) => `Soal ${number}: ${quizMessages.verdicts[verdict]}`,
  goOn: (title: string) => `Lanjut: ${title}`,
  wholeResult: 'Lihat hasil lengkap',
  wholeExamResult: 'Lihat hasil dan langkah berikutnya',
  passed: 'Lulus.',
  notPassed: (pass: number) => `Belum lulus. Batas lulus ${formatRatio(pass)}.`,
  practicePassed: 'Bagus, Anda sudah menguasainya.',
  practiceNotPassed: 'Baca lagi pembahasannya, lalu ulangi. Latihan boleh diulang kapan saja.',
  /** Of an assessment whose grade is not known on this phone. */
  sentOff: (outcome: string | undefined) =>
    outcome === undefined || outcome === 'refused' ? 'Jawaban Anda belum dinilai.' : 'Jawaban Anda sudah diterima.',
  saving: 'Menyimpan jawaban …',
  recorded: 'Jawaban sudah tercatat di rumah belajar.',
  kept: 'Jawaban tersimpan di HP ini dan akan dikirim sendiri begitu ada jaringan. Anda boleh menutup halaman ini.',
  keptUnnamed: 'Jawaban tersimpan di HP ini, belum bernama. Masuk supaya tercatat atas nama Anda.',
  keptStopped: 'Jawaban tersimpan di HP ini. Masuk lagi supaya terkirim.',
  notKept: 'HP ini tidak bisa menyimpan jawaban. Jangan tutup halaman ini sebelum jawaban terkirim.',
  signIn: 'Masuk',
} as const;
