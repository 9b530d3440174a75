/** Words about what lies on this phone, on `/saya/`. */
export const phoneMessages = {
  waiting: (count: number) => `${count} jawaban di HP ini belum terkirim. Akan dikirim sendiri begitu ada jaringan.`,
  sendNow: 'Kirim sekarang',
  sending: 'Mengirim …',
  refused: (count: number) => `${count} jawaban tidak diterima:`,
  refusedUnknown: 'Server tidak bisa membacanya. Tunjukkan kepada pelatih Anda.',
  forget: 'Hapus dari HP ini',
  unnamed: (count: number) => `Ada ${count} jawaban di HP ini yang belum bernama. Milik Anda?`,
  unfinished: (count: number) =>
    `Ada ${count} isian di HP ini yang belum selesai dan belum bernama. Milik Anda? Bila ya, isian itu terbuka lagi di tempatnya.`,
  mine: 'Ya, milik saya',
  notMine: 'Bukan',
  notKept: 'Browser ini tidak menyimpan jawaban (mungkin jendela rahasia). Jawaban hanya terkirim selama ada jaringan.',
  attempt: (quiz: string, on: string) => `${quiz}, ${on}`,
} as const;
