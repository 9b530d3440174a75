/** Words that say under whose name things are recorded on this phone, and how to change it. */
export const nameChipMessages = {
  signIn: 'Masuk',
  /** Before the short name on the chip, for ears alone. */
  signedInAs: 'Masuk sebagai',
  title: 'HP ini dipakai',
  login: (login: string) => `Nama masuk: ${login}`,
  shared: 'HP dipakai bersama? Keluar dulu sebelum diberikan kepada orang lain.',
  signOut: 'Keluar',
  notMe: 'Bukan saya',
  close: 'Tutup',
} as const;

/** The line above questions. */
export const recordedAsMessages = {
  nobody: 'Tercatat bila Anda masuk.',
  as: 'Dicatat atas nama',
  notMe: 'Bukan Anda?',
} as const;

/** What of somebody still waits on this phone. */
export const unsentMessages = {
  none: 'Semua jawaban Anda sudah terkirim.',
  waiting: (count: number) => `${count} jawaban Anda belum terkirim.`,
  left: (count: number, name: string) =>
    `${count} jawaban ${name} belum terkirim. Tersimpan di HP ini, dan dikirim sendiri begitu ${name} masuk lagi di sini.`,
  leftNone: (name: string) => `Semua jawaban ${name} sudah terkirim.`,
} as const;
