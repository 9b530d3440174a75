/** Words of the page on which a lesson's sources are chosen. */
export const lessonSourceMessages = {
  title: 'Sumber pelajaran',
  lead: 'Yang ditulis tentang aturan, uang, dan angka perlu sumber. Peserta melihatnya di akhir pelajaran.',
  chosen: 'Sumber yang dipakai',
  none: 'Belum ada sumber.',
  drop: 'Lepas',
  choose: 'Pakai',
  /** What a button does, and to which source. */
  of: (act: string, words: string) => `${act}: ${words}`,
  search: 'Cari sumber',
  find: 'Cari',
  others: 'Dipakai pelajaran lain di kursus ini',
  found: (count: number, shown: number) =>
    count > shown ? `${count} ditemukan; ${shown} yang pertama tampil. Tambahkan kata.` : `${count} ditemukan.`,
  nothing: 'Tidak ada yang cocok. Coba kata lain, atau tambahkan sumber baru di bawah.',
  usedIn: (titles: readonly string[]) => `Dipakai di: ${titles.join('; ')}`,
  own: 'Hitungan atau nasihat penyusun',
  add: 'Tambah sumber baru',
  save: 'Tambahkan dan pakai',
  saved: 'Tersimpan.',
  savedPartly:
    'Sumbernya sudah dicatat di tulisan Anda. Pelajaran baru masuk ke naskah setelah yang ditandai di sana diperbaiki.',
  isThere: 'Sumber dengan judul ini sudah ada. Cari di atas, lalu tekan Pakai.',
  noHead: 'Bagian atas pelajaran ini belum benar, jadi sumbernya belum bisa dipilih. Perbaiki dulu sebagai teks.',
  back: 'Kembali menulis',
} as const;
