/** What helps somebody who writes a lesson for the first time. */
export const studioGuideMessages = {
  title: 'Cara menulis pelajaran: lima langkah',
  steps: [
    'Tekan Mulai naskah. Pilih pelajaran yang akan diperbaiki, atau tulis judul pelajaran baru.',
    'Tekan Tulis. Tekan Ubah pada bagian yang ingin diperbaiki, lalu Pakai, lalu Simpan. Yang salah disebut di bagiannya; tulisan Anda tidak hilang.',
    'Lihat pratinjau: begitulah nanti terlihat di HP peserta. Soal latihannya bisa dicoba juga.',
    'Tekan Minta dibaca. Orang lain membaca yang berubah, menulis catatan, atau menekan Sudah saya baca.',
    'Tekan Terbitkan dan tunggu kira-kira satu menit. Bila ternyata keliru, tekan Batalkan terbitan.',
  ],
  words: 'Arti kata di halaman ini',
  terms: [
    { term: 'Naskah', meaning: 'tulisan yang sedang dikerjakan. Peserta belum melihatnya.' },
    { term: 'Pratinjau', meaning: 'halaman seperti yang akan dilihat peserta, sebelum terbit.' },
    {
      term: 'Pembaca kedua',
      meaning:
        'pelatih lain atau pengurus yang membaca sebelum terbit. Ujian, istilah, dan nomor bantuan selalu memerlukannya.',
    },
    { term: 'Terbit', meaning: 'sudah terlihat semua orang.' },
    { term: 'Riwayat', meaning: 'siapa mengubah apa dan kapan. Tidak ada yang hilang dari sini.' },
    { term: 'Latihan dan ujian', meaning: 'latihan memberi tahu jawabannya langsung; ujian dinilai untuk sertifikat.' },
  ],
  marks: 'Tanda yang bisa dipakai di tulisan',
  examples: [
    { written: '## Judul bagian', meaning: 'judul bagian' },
    { written: '**kata**', meaning: 'huruf tebal' },
    { written: '- satu', meaning: 'daftar; satu baris satu hal' },
    { written: '1. satu', meaning: 'langkah bernomor' },
    { written: '[kata](/bantuan/)', meaning: 'tautan' },
    { written: '<Term id="hpp">HPP</Term>', meaning: 'istilah yang artinya muncul bila ditekan' },
    {
      written: '<Note kind="tip">\n\nIsi catatan.\n\n</Note>',
      meaning: 'kotak catatan; kosongkan satu baris sebelum dan sesudah isinya',
    },
  ],
} as const;
