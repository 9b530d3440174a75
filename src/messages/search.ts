export const searchMessages = {
  /** What a result is; also the values of the filter. */
  kinds: {
    lesson: 'Pelajaran',
    practice: 'Latihan',
    term: 'Istilah',
    contact: 'Kontak',
    guide: 'Panduan pelatih',
  },
  /** What needs help now. */
  urgent: 'Butuh pertolongan?',
  read: (what: string) => `Baca: ${what}`,
  helpPage: 'Nomor bantuan',
  otherNumbers: 'Nomor bantuan lain',
  seen: (date: string) => `Terlihat di sumber: ${date}.`,
  uncertain: 'Mungkin berganti. Tidak tersambung? Hubungi KP2MI.',
  searching: 'Mencari …',
  none: (query: string) => `Tidak ada yang cocok dengan “${query}”. Coba kata lain yang lebih pendek.`,
  noneFiltered: (query: string) => `Tidak ada yang cocok dengan “${query}” di saringan ini. Pilih “Semua”.`,
  found: (count: number) => (count === 1 ? '1 hasil.' : `${count} hasil.`),
  missing: (words: readonly string[]) => `Tidak ada di sini: ${words.map((word) => `“${word}”`).join(', ')}.`,
  assumed: 'Menampilkan hasil untuk',
  exact: (query: string) => `cari persis “${query}”`,
  more: 'Tampilkan lagi',
  shown: (added: number, shown: number, count: number) => `${added} hasil lagi. ${shown} dari ${count} ditampilkan.`,
  suggestions: 'Lengkapi dengan',
  counted: (option: string, count: number) => `${option} (${count})`,
  plain:
    'Pencarian sederhana: daftar kata belum bisa dimuat, jadi setiap kata harus ditulis persis. Muat ulang halaman ini bila jaringan sudah baik.',
  minutes: (minutes: string) => `${minutes} menit`,
  nearest: 'Mungkin yang ini?',
  offline: 'Pencarian belum bisa dimuat. Periksa jaringan, atau pilih dari daftar di bawah.',
  stale: 'Pencarian sedang diperbarui. Muat ulang halaman ini, atau pilih dari daftar di bawah.',
} as const;
