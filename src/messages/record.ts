/** Why a record from a phone was refused: by the receipt's `detail`. */
export const recordMessages = {
  shape: 'Catatan dari HP ini rusak atau tidak lengkap. Muat ulang halaman lalu jawab lagi.',
  clock: 'Tanggal di HP ini keliru. Betulkan tanggal dan jam HP, lalu kirim lagi. Jawaban tetap disimpan di HP.',
  server_clock:
    'Tanggal di server rumah belajar keliru, bukan di HP ini. Beri tahu pengurus. Jawaban tetap disimpan di HP, lalu dikirim sendiri.',
  course: 'Kursus ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  lesson: 'Pelajaran ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  quiz: 'Kuis ini tidak dikenal. Muat ulang halaman lalu coba lagi.',
  edition: 'Edisi ini tidak pernah diterbitkan di sini. Muat ulang halaman lalu jawab lagi.',
  question: 'Ada jawaban untuk soal yang tidak ada di kuis ini. Muat ulang halaman lalu jawab lagi.',
  not_drawn: 'Ada jawaban untuk soal yang tidak Anda dapat di percobaan ini. Muat ulang halaman lalu jawab lagi.',
  given: 'Ada jawaban yang bentuknya tidak cocok dengan soalnya. Muat ulang halaman lalu jawab lagi.',
  otherPerson: 'Jawaban ini milik orang lain. Jawaban tetap disimpan di HP untuk pemiliknya.',
  day_full:
    'Jawaban hari ini sudah terlalu banyak untuk satu orang. Jawaban tetap disimpan di HP dan dikirim lagi besok. Bila ini bukan Anda, beri tahu pelatih.',
  name_full:
    'Latihan atau pelajaran ini sudah 200 kali tercatat, jadi tidak dicatat lagi. Jawaban tetap disimpan di HP. Tanyakan kepada pelatih Anda.',
  conflict: 'Percobaan ini sudah pernah dikirim dengan isi lain. Mulai percobaan baru.',
} as const;
