/** Words of the forms with which questions are written. */
export const questionFormMessages = {
  saved: 'Tersimpan.',
  savedPartly: 'Soal sudah disimpan untuk Anda. Kuis ini baru masuk ke naskah setelah semua yang ditandai diperbaiki.',
  conflict: 'Orang lain menyimpan bagian yang sama. Gabungkan dulu di halaman teks.',
  changedMeanwhile:
    'Soal ini baru saja diubah orang lain. Isian Anda masih ada di bawah. Buka lagi soal ini di tab lain, bandingkan, lalu tulis yang perlu di sana.',
  ofQuiz: 'Tentang kuis ini seluruhnya',
  onlyText: 'Kuis ini belum terbaca sebagai daftar soal. Perbaiki dulu sebagai teks.',
  asText: 'Tulis sebagai teks',
  importFile: 'Masukkan soal dari berkas',
  change: 'Ubah',
  look: 'Lihat',
  try: 'Coba',
  copy: 'Salin',
  up: 'Naik',
  down: 'Turun',
  remove: 'Hapus',
  /** What a button does, and to which question. */
  of: (act: string, words: string) => `${act}: ${shorten(words, 60)}`,
  short: (words: string) => shorten(words, 140),
  wrong: (count: number) => `${count} hal perlu diperbaiki`,
  hints: (count: number) => `${count} saran`,
  seeBelow: 'Lihat di isian yang ditandai.',
  inCase: (count: number) => `${count} soal di dalam kasus ini`,
  add: 'Tambah soal',
  addToCase: 'Tambah soal ke kasus ini',
  save: 'Simpan soal',
  back: 'Kembali ke daftar soal',
  pick: 'Pilih …',
  isRight: (row: number) => `Baris ${row} benar`,
  rowUp: (row: number) => `Naikkan baris ${row}`,
  rowDown: (row: number) => `Turunkan baris ${row}`,
  more: (list: string) => `Tambah baris: ${list}`,
  trial: 'Mencoba soal',
  trialHint: 'Begini peserta melihatnya. Jawaban di sini tidak dicatat.',
  /** Begins with a capital letter, as sentences do. */
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
} as const;

function shorten(words: string, length: number): string {
  const signs = [...words.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()];
  return signs.length > length ? `${signs.slice(0, length).join('')}…` : signs.join('');
}
