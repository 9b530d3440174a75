/** Words on a course's page about its file. Apart from those in the file: this script is part of every kept course. */
export const shareCourseMessages = {
  heading: 'Bawa pulang',
  offer:
    'Seluruh pelajaran dan latihan kursus ini dalam satu berkas, kurang dari 450 KB. Di rumah berkas itu dibaca tanpa kuota.',
  download: 'Unduh berkas kursus ini',
  byHand: 'Untuk mengirimnya ke HP lain: buka WhatsApp, tekan gambar klip, pilih Dokumen, lalu pilih berkas itu.',
  share: 'Kirim lewat WhatsApp',
  preparing: 'Menyiapkan berkas…',
  shareNow: 'Berkas siap. Tekan sekali lagi untuk mengirim.',
  shareFailed: 'Berkas tidak sampai. Periksa jaringan, lalu tekan sekali lagi.',
} as const;
