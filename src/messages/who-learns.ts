/** Words of the tiles that say who learns on a phone of several people. */
export const whoLearnsMessages = {
  title: 'Siapa yang belajar sekarang?',
  titleExam: 'Siapa yang mengerjakan ujian ini?',
  here: 'sedang masuk',
  login: (login: string) => `nama masuk ${login}`,
  another: 'Orang lain',
  readOn: 'Baca saja dulu',
  cancel: 'Batal',
  pin: 'PIN (enam angka)',
  enter: 'Masuk',
  back: 'Bukan saya',
  forget: 'Lupakan saya di HP ini',
  forgetTitle: (name: string) => `Lupakan ${name} di HP ini?`,
  forgetWhat: 'Nama, isian yang belum selesai, lembar hitung, dan tanda sudah dibaca dihapus dari HP ini.',
  forgetUnsent: (count: number, name: string) =>
    `${count} jawaban ${name} belum terkirim. Jawaban itu tetap tersimpan, dan terkirim begitu ${name} masuk lagi di HP ini.`,
  forgetDo: 'Lupakan',
  offline: (name: string) =>
    `Jaringan tidak ada, jadi PIN belum bisa diperiksa. ${name} boleh menjawab dulu. Yang sudah tersimpan tidak dibuka, dan jawaban baru dikirim sesudah PIN diketik.`,
  answerAs: (name: string) => `Jawab atas nama ${name}`,
  /** Above questions, after the name. */
  guest: 'PIN ditanya sebelum jawaban dikirim.',
} as const;
