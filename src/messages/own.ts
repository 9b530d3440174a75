/** Words of `/saya/`. */
export const ownMessages = {
  choose: 'Pilih pelajaran',
  resume: (title: string) => `Lanjutkan: ${title}`,
  next: (title: string) => `Berikutnya: ${title}`,
  following: 'Cocok sesudah ini',
  /** After the name of the assessment, as long as it is open. */
  assessment: (needed: string, attempts: number) =>
    `, nilai paling sedikit ${needed}${attempts === 0 ? '' : ` (sudah ${attempts} kali dicoba)`}`,
  completed: 'Kursus ini sudah selesai. Selamat!',
  again: 'Isinya berubah sejak Anda baca. Baca lagi:',
  notYet: 'Belum lulus.',
  result: 'Lihat hasil',
  results: 'Hasil percobaan Anda',
  attempts: (count: number) => `(${count} kali dicoba)`,
  held: (title: string, count: number) =>
    `${title}: ${count} percobaan belum dihitung. Temui pelatih Anda; ia bisa menerimanya.`,
  missing: (count: number) => `Yang masih kurang supaya selesai (${count})`,
} as const;
