import { formatNumber } from '#domain/number.ts';

export const keepMessages = {
  heading: 'Belajar tanpa sinyal',
  save: (bytes: number) => `Simpan kursus ini di HP (${formatBytes(bytes)})`,
  why: 'Sesudah disimpan, pelajaran, latihan, dan ujiannya terbuka tanpa sinyal. Menyimpan memakai kuota sekali saja.',
  saving: (share: number) => `Menyimpan… ${formatNumber(Math.floor(share * 100))} persen`,
  saved: 'Kursus ini tersimpan di HP ini. Anda bisa membukanya tanpa sinyal.',
  update: (bytes: number) => `Perbarui yang tersimpan (${formatBytes(bytes)})`,
  outdated: 'Kursus ini tersimpan di HP ini. Sudah ada isi yang lebih baru.',
  search: (bytes: number) => `Simpan juga pencarian (${formatBytes(bytes)})`,
  searchSaved: 'Pencarian juga tersimpan.',
  media: (bytes: number) => `Simpan juga suara dan foto (${formatBytes(bytes)})`,
  remove: 'Hapus kursus ini dari HP',
  list: 'Lihat semua yang tersimpan di HP ini',
  failed: {
    full: 'Ruang di HP ini tidak cukup, jadi kursus ini belum tersimpan. Hapus kursus lain yang tersimpan, atau foto dan video, lalu coba lagi.',
    cut: 'Sambungan terputus. Yang sudah sampai tetap tersimpan. Tekan sekali lagi untuk melanjutkan.',
    damaged: 'Yang sampai tidak utuh, jadi tidak disimpan. Tekan sekali lagi untuk mencoba ulang.',
  },
  notKept: 'belum tersimpan di HP ini',
  install: 'Pasang di layar HP ini',
  installWhy: 'Sesudah dipasang, rumah belajar ini terbuka seperti aplikasi lain di HP, tanpa mengetik alamat.',
  keptCourses: 'Kursus yang tersimpan',
  noCourses: 'Belum ada kursus yang tersimpan di HP ini. Buka sebuah kursus, lalu tekan "Simpan kursus ini di HP".',
  removeNamed: (title: string) => `Hapus ${title} dari HP`,
  keptSearch: 'Pencarian',
  visited: 'Halaman yang pernah dibuka',
  visitedWhy:
    'Halaman yang pernah Anda buka tetap bisa dibaca tanpa sinyal. Orang lain yang memakai HP ini juga bisa melihat daftarnya.',
  noVisited: 'Tidak ada.',
  removeVisited: 'Hapus daftar ini dari HP',
  persistent: 'HP ini tidak akan menghapusnya sendiri.',
  fleeting:
    'Kalau ruang HP ini hampir habis, HP bisa menghapusnya sendiri. Jawaban yang belum terkirim ikut terhapus, jadi kirim dulu.',
  unable:
    'HP ini tidak bisa menyimpan kursus lewat alamat ini: menyimpan hanya bisa lewat alamat yang dimulai dengan https. Halaman yang sedang terbuka tetap bisa dibaca.',
} as const;

/** Kilobytes or megabytes as people read them on their phones; number and unit are not torn apart. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)))}\u00a0KB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)}\u00a0MB`;
}
