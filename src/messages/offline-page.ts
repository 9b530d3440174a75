/** The page that stands for one that this phone has not kept. */
export const offlinePageMessages = {
  title: 'Halaman ini belum tersimpan di HP ini',
  why: 'HP sedang tidak tersambung ke Rumah Belajar, dan halaman ini belum pernah disimpan di sini. Cari sinyal, lalu coba lagi.',
  again: 'Coba lagi',
  kept: 'Yang bisa dibuka sekarang:',
  nothing: 'Belum ada yang tersimpan di HP ini.',
  sent: 'Jawaban yang sudah Anda berikan tetap tersimpan di HP ini dan dikirim sendiri kalau sudah tersambung.',
} as const;
