/** What a built site may not hold, by the names that a release prints: why it matters, in Indonesian. */
export const siteFaults = {
  key_leak: 'Ujian yang kuncinya dapat dibaca di situs tidak mengukur apa pun, dan sertifikatnya tidak berarti.',
  page_budget: 'Halaman yang lebih berat memakan paket data peserta dan lama terbuka di HP murah.',
  inline_script:
    'Situs ini melarang kode di dalam halaman, supaya tulisan orang lain tidak pernah dijalankan sebagai kode.',
  inline_attribute:
    'Situs ini melarang kode di dalam halaman, supaya tulisan orang lain tidak pernah dijalankan sebagai kode.',
  build_failed:
    'Halamannya tidak bisa dibuat. Baris di bawahnya menyebut berkas dan sebabnya; situs yang lama tetap tampil.',
  disk_full: 'Penerbitan butuh tempat untuk semua halaman sebelum yang lama diganti; situs yang lama tetap tampil.',
  build_running: 'Dua penerbitan sekaligus saling menimpa. Yang kedua menunggu giliran.',
} as const satisfies Readonly<Record<string, string>>;
