/** Words of `/saya/`. */
export const ownMessages = {
  choose: 'pilih pelajaran',
  completed: 'Kursus ini sudah selesai. Selamat!',
  notYet: 'Belum lulus.',
  attempts: (count: number) => `(${count} kali dicoba)`,
  held: (title: string, count: number) =>
    `${title}: ${count} percobaan belum dihitung. Temui pelatih Anda; ia bisa menerimanya.`,
  missing: (count: number) => `Yang masih kurang supaya selesai (${count})`,
} as const;
