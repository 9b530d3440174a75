/** What the command that publishes says to authors. */
export const releaseMessages = {
  contentFaults: (explained: string) =>
    `Tidak ada yang diterbitkan. Perbaiki baris di atas, lalu coba lagi. Penjelasannya: npm run content -- explain ${explained}`,
  siteFaults: 'Tidak ada yang diterbitkan.',
  stays: (id: string) => `Yang tetap dipakai: rilis ${id}.`,
  waiting: (code: string, readers: readonly string[]) =>
    `${code} belum diterbitkan: menunggu dibaca ${readers.join(' dan ')}.`,
  exported: (count: number) => `${count} berkas yang diterbitkan rumah belajar ditulis.`,
  exportedGone: (path: string) => `${path} dihapus`,
  built: (id: string, seconds: string) => `Rilis ${id} selesai dibangun dalam ${seconds} detik.`,
  shown: (id: string, origin: string) => `Rilis ${id} sekarang tampil di ${origin}.`,
  shownLater: 'Belum ada server yang menyala. Rilis ini tampil begitu server dinyalakan.',
  stillWaiting: 'Server belum menampilkannya. Muat ulang halamannya sebentar lagi.',
  refusedByServer: (served: string) =>
    `Server tidak dapat memakai rilis ini dan tetap menampilkan rilis ${served}. Sebabnya ada di catatan server.`,
  undone: (id: string) => `Kembali ke rilis ${id}.`,
  nothingBefore: 'Tidak ada rilis sebelum ini.',
  nothingToUndo: (current: string) =>
    `Penerbitan terakhir ditolak, jadi tidak ada yang dibatalkan: yang dipakai tetap rilis ${current}. ` +
    'Bila memang ingin kembali ke rilis sebelumnya, jalankan perintah ini sekali lagi.',
  diskFull: 'disk_full: penyimpanan penuh. Hapus berkas yang tidak dipakai, lalu coba lagi.',
  buildRunning: 'build_running: penerbitan lain sedang berjalan. Tunggu sampai selesai, lalu coba lagi.',
  keyInText: (file: string, question: string) =>
    `key_leak: ${file} memuat pembahasan, petunjuk, atau kunci soal ujian ${question}. Ujian tidak mengukur apa-apa lagi ` +
    'bila jawabannya dapat dibaca. Tulis dengan kata dan angka lain.',
  keyInData: (file: string, question: string) => `key_leak: ${file} memuat kunci soal ${question} dari sebuah ujian.`,
  changeClasses: { wording: 'kata-kata', key: 'kunci', content: 'isi' },
  newEdition: (quiz: string, changes: string) => `Kuis ${quiz} mendapat edisi baru: ${changes}.`,
  keyChanged: (quiz: string) => `  Kuncinya berubah. Lihat hasil siapa yang ikut berubah: npm run regrade -- ${quiz}`,
} as const;
