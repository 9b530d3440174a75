import type { CountryAspect } from '#domain/country.ts';
import type { Audience, LessonChoice, Pillar } from '#domain/course.ts';
import { formatNumber, formatRatio } from '#domain/number.ts';
import type { ReceiptFlag, RecordFlag } from '#domain/record.ts';
import type { RefusalCode } from '#domain/refusal.ts';
import type { Figure } from '#domain/statistics/quiz-statistics.ts';

/** One sentence per refusal: what happened and what to do. */
export const refusalMessages: Record<RefusalCode, string> = {
  invalid: 'Isian belum benar. Periksa lagi lalu kirim ulang.',
  unauthenticated: 'Anda belum masuk. Masuk dulu, lalu coba lagi.',
  forbidden: 'Permintaan ini tidak diizinkan. Buka lagi dari halaman rumah belajar.',
  not_found: 'Halaman atau data itu tidak ada. Periksa alamatnya atau kembali ke halaman depan.',
  conflict: 'Data ini sudah pernah dikirim dengan isi lain. Muat ulang halaman lalu coba lagi.',
  too_many: 'Terlalu banyak percobaan. Tunggu sebentar lalu coba lagi.',
  other_person: 'Jawaban ini milik orang lain. Jawaban tetap disimpan di HP untuk pemiliknya.',
  closed: 'Kuis ini sudah ditutup. Tanyakan kepada pelatih Anda.',
};

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
  told: {
    points: (limited: boolean) =>
      limited
        ? 'Jawaban yang benar dan pembahasannya terbuka setelah Anda lulus, atau setelah percobaan terakhir.'
        : 'Jawaban yang benar dan pembahasannya terbuka setelah Anda lulus.',
    total: () => 'Kuis ini hanya menunjukkan nilai akhir, tanpa hasil tiap soal.',
  },
  history: 'Percobaan Anda',
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
  toOwn: 'Ke halaman Saya',
  toCourse: 'Kembali ke kursus',
} as const;

/** Words of quizzes, on the phone and in the pages. */
export const quizMessages = {
  flags: {
    late: 'Percobaan ini melewati batas waktu atau tanggal penutupan. Nilainya tetap dihitung, dan pelatih Anda akan melihatnya.',
    over_limit:
      'Percobaan ini melewati batas jumlah percobaan, jadi nilainya tidak dihitung. Pelatih Anda akan melihatnya.',
    too_soon:
      'Percobaan ini dimulai sebelum waktunya: ujian belum dibuka, atau waktu tunggu belum habis. Nilainya tetap dihitung, dan pelatih Anda akan melihatnya.',
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
  answered: (count: number, of: number) => `${count} dari ${of} soal sudah dijawab.`,
  placeOf: (place: number, answered: boolean) => `Soal ${place}, ${answered ? 'sudah' : 'belum'} dijawab`,
  right: 'Benar.',
  partly: 'Sebagian benar.',
  wrong: 'Belum tepat.',
  unanswered: 'Belum dijawab.',
  notANumber: 'Ini belum terbaca sebagai angka. Tulis angka saja, misalnya 12.500 atau 12,5.',
  ambiguous: (readings: readonly string[]) => `Maksud Anda ${readings.join(' atau ')}?`,
  reading: (reading: string) => `Tulis sebagai ${reading}`,
  missing: 'Belum dijawab: soal',
  unfinished: 'Belum dijawab atau belum lengkap: soal',
  partial: 'Ini baru terisi sebagian.',
  places: 'Beri setiap baris satu nomor urut yang berbeda.',
  up: (item: string) => `Naikkan: ${item}`,
  down: (item: string) => `Turunkan: ${item}`,
  moved: (item: string, place: number, of: number) => `${item}: urutan ke-${place} dari ${of}`,
  missingHelp: 'Jawab dulu, atau kirim apa adanya. Soal yang kosong tidak mendapat nilai.',
  unclear: 'Ada angka yang belum jelas. Perbaiki dulu, lalu kirim lagi.',
  grade: ({ earned, possible, ratio }: { earned: number; possible: number; ratio: number }): string =>
    `Nilai Anda ${formatNumber(earned, 2)} dari ${formatNumber(possible, 2)} (${formatRatio(ratio)}).`,
  verdict: (earned: number, possible: number): string =>
    earned >= possible ? quizMessages.right : earned > 0 ? quizMessages.partly : quizMessages.wrong,
  passed: 'Lulus.',
  notPassed: (pass: number) => `Belum lulus. Batas lulus ${formatRatio(pass)}.`,
  practicePassed: 'Bagus, Anda sudah menguasainya.',
  practiceNotPassed: 'Baca lagi pembahasannya, lalu ulangi. Latihan boleh diulang kapan saja.',
  saving: 'Menyimpan jawaban …',
  recorded: 'Jawaban sudah tercatat di rumah belajar.',
  kept: 'Jawaban tersimpan di HP ini dan akan dikirim sendiri begitu ada jaringan. Anda boleh menutup halaman ini.',
  keptUnnamed: 'Jawaban tersimpan di HP ini, belum bernama. Masuk supaya tercatat atas nama Anda.',
  keptStopped: 'Jawaban tersimpan di HP ini. Masuk lagi supaya terkirim.',
  notKept: 'HP ini tidak bisa menyimpan jawaban. Jangan tutup halaman ini sebelum jawaban terkirim.',
  signIn: 'Masuk',
} as const;

/** How pillars and audiences are called. */
export const courseMessages = {
  pillars: {
    'layanan-migrasi': 'Layanan migrasi',
    'usaha-produktif': 'Usaha produktif',
    'rumah-belajar': 'Rumah belajar dan pengasuhan',
    koperasi: 'Koperasi',
  },
  audiences: {
    'calon-pmi': 'yang akan berangkat',
    purna: 'yang sudah pulang',
    keluarga: 'keluarga di rumah',
    pelatih: 'pelatih',
  },
  /** Over the courses of a path. */
  inOrder: 'Mulai dari nomor satu. Kursus lain boleh menyusul kapan saja.',
  /** What must be read: all lessons, named ones, or some of the participant's choice. */
  lessonsToRead: ({ count, among }: { count: number; among: readonly string[] }, all: number) => {
    if (count < among.length) return `paling sedikit ${inWords(count)} pelajaran pilihan Anda`;
    return count === all ? `ke-${count} pelajaran` : `${count} pelajaran wajib`;
  },
  choose: ({ atLeast, by }: LessonChoice) =>
    `Pilih paling sedikit ${inWords(atLeast)} pelajaran${by === undefined ? '' : `: ${by}`}. Yang lain boleh dibaca juga.`,
} as const satisfies {
  pillars: Record<Pillar, string>;
  audiences: Record<Audience, string>;
  [name: string]: unknown;
};

function inWords(count: number): string {
  return ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima'][count] ?? String(count);
}

const countryAspectNames: Record<CountryAspect, string> = {
  contract: 'Kontrak',
  dayOff: 'Libur',
  wage: 'Upah',
  documents: 'Dokumen',
  forbidden: 'Larangan',
  help: 'Bantuan',
};

/** What a country's frame and the tables of countries say. */
export const countryMessages = {
  aspects: countryAspectNames,
  country: 'Negara',
  atAGlance: (name: string) => `${name} sekilas`,
  everyCountry: (aspect: CountryAspect) => `${countryAspectNames[aspect]} di tiap negara`,
  asOf: (date: string) => `(per ${date})`,
  unknown: 'Belum ada sumber; tanyakan ke Disnaker atau BP3MI.',
  sources: 'Sumbernya ada di akhir halaman',
} as const;

/** What the host says when no page can, one sentence per HTTP status. */
export const hostMessages = {
  title: 'Maaf, ini belum berhasil',
  home: 'Ke halaman depan',
  reference: (status: number, requestId: string) => `Kode ${status}, nomor ${requestId}.`,
  400: 'Alamat atau kiriman ini tidak terbaca. Mulai lagi dari halaman depan.',
  403: 'Kiriman ini tidak datang dari halaman rumah belajar, jadi tidak diterima. Buka halamannya lagi lalu kirim ulang.',
  404: 'Halaman itu tidak ada. Periksa alamatnya atau kembali ke halaman depan.',
  405: 'Halaman ini tidak menerima kiriman seperti itu. Mulai lagi dari halaman depan.',
  408: 'Kiriman terlalu lama sampai. Coba lagi saat sinyal lebih baik.',
  413: 'Kiriman terlalu besar. Kirim lebih sedikit sekaligus.',
  414: 'Alamat terlalu panjang. Mulai lagi dari halaman depan.',
  417: 'Kiriman ini meminta sesuatu yang tidak kami kenal.',
  431: 'Permintaan terlalu besar. Hapus cookie untuk alamat ini, lalu coba lagi.',
  500: 'Ada yang rusak di pihak kami. Coba lagi nanti, atau tunjukkan nomor di bawah ini kepada pengurus.',
  503: 'Rumah belajar sedang tidak bisa melayani. Coba lagi beberapa menit lagi.',
} as const;

/** Words of signing in and setting up. */
export const signInMessages = {
  refusal: (code: RefusalCode, waitSeconds?: string) =>
    code === 'unauthenticated'
      ? 'Nama masuk atau PIN tidak cocok. Periksa lagi huruf dan angkanya.'
      : code === 'too_many'
        ? `Terlalu banyak percobaan. Coba lagi ${waitText(Number(waitSeconds ?? 60))}, atau minta bantuan pengurus.`
        : refusalMessages[code],
  login: 'Nama masuk',
  secret: 'PIN atau kata sandi',
} as const;

/** Words of the button beside a secret's field. */
export const showSecretMessages = { show: 'Lihat', hide: 'Tutup' } as const;

function waitText(seconds: number): string {
  if (seconds <= 90) return `${Math.ceil(seconds)} detik lagi`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? `${minutes} menit lagi` : `${Math.ceil(minutes / 60)} jam lagi`;
}

/** What is wrong with a person's data, by the problem's name. */
export const personMessages = {
  house_unknown: 'Pilih rumah belajar dari daftar.',
  login_invalid: 'Nama masuk 3–32 tanda: huruf kecil a–z, angka, titik, garis. Tanpa spasi.',
  login_taken: 'Nama masuk ini sudah dipakai orang lain.',
  name_empty: 'Isi nama.',
  name_too_long: 'Nama paling panjang 100 huruf.',
  name_forbidden_signs: 'Nama berisi tanda yang tidak terlihat. Ketik ulang namanya.',
  pin_not_six_digits: 'PIN harus enam angka.',
  pin_too_simple: 'PIN ini mudah ditebak. Pilih angka lain.',
  passphrase_too_short: 'Kata sandi paling pendek 12 tanda. Beberapa kata biasa sudah cukup.',
  passphrase_too_long: 'Kata sandi paling panjang 128 tanda.',
  secrets_differ: 'Kedua kata sandi tidak sama. Ketik ulang.',
} as const;

/** Words about what lies on this phone, on `/saya/`. */
export const phoneMessages = {
  waiting: (count: number) => `${count} jawaban di HP ini belum terkirim. Akan dikirim sendiri begitu ada jaringan.`,
  sendNow: 'Kirim sekarang',
  sending: 'Mengirim …',
  refused: (count: number) => `${count} jawaban tidak diterima:`,
  refusedUnknown: 'Server tidak bisa membacanya. Tunjukkan kepada pelatih Anda.',
  forget: 'Hapus dari HP ini',
  unnamed: (count: number) => `Ada ${count} jawaban di HP ini yang belum bernama. Milik Anda?`,
  mine: 'Ya, milik saya',
  notMine: 'Bukan',
  notKept: 'Browser ini tidak menyimpan jawaban (mungkin jendela rahasia). Jawaban hanya terkirim selama ada jaringan.',
  attempt: (quiz: string, on: string) => `${quiz}, ${on}`,
} as const;

/** Words of the button that marks a lesson as read. */
export const lessonReadMessages = {
  done: 'Sudah ditandai dibaca.',
  recorded: 'Tercatat di rumah belajar.',
  kept: 'Tersimpan di HP ini. Akan dikirim sendiri begitu ada jaringan.',
  keptUnnamed: 'Tersimpan di HP ini, belum bernama. Masuk supaya tercatat atas nama Anda.',
} as const;

export const readAloudMessages = { start: 'Bacakan', stop: 'Berhenti' } as const;

export const searchMessages = {
  /** What a result is; also the values of the filter. */
  kinds: { lesson: 'Pelajaran', practice: 'Latihan', term: 'Istilah', contact: 'Kontak' },
  searching: 'Mencari …',
  none: (query: string) => `Tidak ada yang cocok dengan “${query}”. Coba kata lain yang lebih pendek.`,
  noneFiltered: (query: string) => `Tidak ada yang cocok dengan “${query}” di saringan ini. Pilih “Semua”.`,
  found: (count: number) => (count === 1 ? '1 hasil.' : `${count} hasil.`),
  missing: (words: readonly string[]) => `Tidak ada di sini: ${words.map((word) => `“${word}”`).join(', ')}.`,
  assumed: 'Menampilkan hasil untuk',
  exact: (query: string) => `cari persis “${query}”`,
  more: 'Tampilkan lagi',
  minutes: (minutes: string) => `${minutes} menit`,
  nearest: 'Mungkin yang ini?',
  offline: 'Pencarian belum bisa dimuat. Periksa jaringan, atau pilih dari daftar di bawah.',
  stale: 'Pencarian sedang diperbarui. Muat ulang halaman ini, atau pilih dari daftar di bawah.',
} as const;

/** Words of every working sheet; what only one kind says stands in its description. */
export const worksheetMessages = {
  not_a_number: 'Tulis angka saja, misalnya 12.500.',
  ambiguous: (readings: readonly string[]) => `Maksud Anda ${readings.join(' atau ')}?`,
  negative: 'Angka tidak boleh di bawah nol.',
  add: 'Tambah baris',
  remove: (name: string) => `Hapus baris ${name}`,
  print: 'Cetak lembar',
  clear: 'Kosongkan lembar',
  cleared: 'Lembar sudah dikosongkan.',
  undo: 'Urungkan',
  kept: 'Isi lembar ini tersimpan di HP ini saja. HP dipakai bersama? Kosongkan lembar setelah selesai.',
} as const;

/** Why a record from a phone was refused: by the receipt's `detail`. */
export const recordMessages = {
  shape: 'Catatan dari HP ini rusak atau tidak lengkap. Muat ulang halaman lalu jawab lagi.',
  clock: 'Tanggal di HP ini keliru. Betulkan tanggal dan jam HP, lalu kirim lagi. Jawaban tetap disimpan di HP.',
  course: 'Kursus ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  lesson: 'Pelajaran ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  quiz: 'Kuis ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  edition: 'Edisi ini tidak pernah diterbitkan di sini. Muat ulang halaman lalu jawab lagi.',
  question: 'Ada jawaban untuk soal yang tidak ada di kuis ini. Muat ulang halaman lalu jawab lagi.',
  not_drawn: 'Ada jawaban untuk soal yang tidak Anda dapat di percobaan ini. Muat ulang halaman lalu jawab lagi.',
  given: 'Ada jawaban yang bentuknya tidak cocok dengan soalnya. Muat ulang halaman lalu jawab lagi.',
  otherPerson: 'Jawaban ini milik orang lain. Jawaban tetap disimpan di HP untuk pemiliknya.',
  conflict: 'Percobaan ini sudah pernah dikirim dengan isi lain. Mulai percobaan baru.',
} as const;

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
  helpReason: (reason: { kind: 'failing'; quiz: string; attempts: number } | { kind: 'inactive'; days: number }) =>
    reason.kind === 'failing'
      ? `belum lulus ${reason.quiz} setelah ${reason.attempts} percobaan`
      : `tidak ada kegiatan ${reason.days} hari`,
} as const;

/** Words of the item analysis of a quiz. */
export const statisticsMessages = {
  figure: (figure: Figure, show: (value: number) => string): string => {
    if ('value' in figure) return show(figure.value);
    return figure.problem === 'too_few' ? statisticsMessages.tooFew(figure.participants) : 'nilai semua sama';
  },
  tooFew: (participants: number) => `terlalu sedikit, ${participants} peserta`,
  /** A question's facility in words. */
  facility: (ratio: number): string => (ratio < 0.3 ? 'sulit' : ratio > 0.9 ? 'sangat mudah' : 'sedang'),
  /** What its discrimination tells the trainer. */
  discrimination: (value: number): string =>
    value < 0 ? 'terbalik: periksa kuncinya' : value < 0.2 ? 'lemah: periksa kalimatnya' : 'baik',
  rationale: 'Pembahasan:',
  fact: (id: string) => `fakta ${id}`,
  idle: 'tidak dipilih siapa pun',
  unanswered: 'kosong',
} as const;

/** When a cohort's assessments are taken, on the phone and in pages. */
export const cohortPhoneMessages = {
  opens: (on: string, cohort: string) =>
    `Ujian untuk angkatan ${cohort} dibuka ${on}. Sambil menunggu, baca lagi pelajarannya.`,
  closed: (on: string, cohort: string) =>
    `Ujian untuk angkatan ${cohort} sudah ditutup (terakhir ${on}). Yang dikirim sekarang tetap diterima dan ditandai terlambat. Bicarakan dulu dengan pelatih Anda.`,
} as const;

/** Words of the pages about cohorts. */
export const cohortMessages = {
  problems: {
    name: 'Isi nama angkatan, paling panjang 60 huruf.',
    date: 'Tanggal ditulis tahun-bulan-hari, misalnya 2026-12-01.',
    dates_reversed: 'Tanggal tutup tidak boleh sebelum tanggal buka.',
    course: 'Pilih kursus dari daftar.',
    people: 'Pilih peserta dari daftar, paling banyak 200 sekaligus.',
  },
  dates: (opensOn: string | undefined, closesOn: string | undefined) => {
    if (opensOn && closesOn) return `ujian ${opensOn} sampai ${closesOn}`;
    if (opensOn) return `ujian mulai ${opensOn}`;
    return closesOn ? `ujian sampai ${closesOn}` : 'ujian terbuka kapan saja';
  },
  members: (count: number) => (count === 0 ? 'belum ada peserta' : `${count} peserta`),
} as const;

/** Words of `/saya/`. */
export const ownMessages = {
  choose: 'pilih pelajaran',
  completed: 'Kursus ini sudah selesai. Selamat!',
  notYet: 'Belum lulus.',
  attempts: (count: number) => `(${count} kali dicoba)`,
  missing: (count: number) => `Yang masih kurang supaya selesai (${count})`,
} as const;
