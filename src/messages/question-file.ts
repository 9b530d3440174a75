/** Words of taking questions in from a file. */
export const questionFileMessages = {
  title: 'Masukkan soal dari berkas',
  lead: 'Soal dari Moodle (GIFT atau XML), Aiken, atau Excel (.xlsx, CSV) bisa masuk ke kuis ini. Berkas diperiksa dulu. Belum ada yang berubah sampai Anda menekan tombol kedua.',
  limits: 'Paling banyak 100 soal dan 200 KB sekali. Gambar dan suara di dalam berkas tidak ikut.',
  template: 'Unduh contoh berkas untuk Excel',
  file: 'Berkas soal',
  text: 'Atau tempel soalnya di sini',
  textHint: 'Misalnya dari WhatsApp: pertanyaan, pilihan A. B. C. di baris sendiri, lalu ANSWER: B.',
  check: 'Periksa berkas',
  report: 'Hasil pemeriksaan',
  found: (count: number) => (count === 0 ? 'Tidak ada soal di berkas ini.' : `${count} hal ditemukan di berkas ini:`),
  nothing: 'Belum ada soal yang bisa masuk.',
  ready: (count: number) =>
    `${count} soal siap masuk, di akhir kuis. Yang ditolak tidak ikut; perbaiki di berkasnya, lalu masukkan lagi: yang sudah masuk tidak masuk dua kali.`,
  take: (count: number) => `Masukkan ${count} soal`,
  line: (line: number) => `Baris ${line}`,
  outcomes: {
    read: 'siap masuk',
    changed: 'siap masuk, dengan perubahan',
    refused: 'ditolak',
    skipped: 'dilewati',
  },
  remarks: 'Setelah masuk, ini perlu diperbaiki sebelum kuis masuk ke naskah:',
  back: 'Kembali ke daftar soal',
} as const;
