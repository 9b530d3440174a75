/** When a cohort's assessments are taken, on the phone and in pages. */
export const cohortPhoneMessages = {
  opens: (on: string, cohort: string) =>
    `Ujian untuk angkatan ${cohort} dibuka ${on}. Sambil menunggu, baca lagi pelajarannya.`,
  closed: (on: string, cohort: string) =>
    `Ujian untuk angkatan ${cohort} sudah ditutup (terakhir ${on}). Yang dikirim sekarang tetap diterima dan ditandai terlambat. Bicarakan dulu dengan pelatih Anda.`,
  startAnyway: 'Tetap mulai (ditandai untuk pelatih)',
} as const;
