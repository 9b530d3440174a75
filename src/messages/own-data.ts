/** Words of `/saya/data/`; `kind` is "PIN" or "kata sandi". */
export const ownDataMessages = {
  title: 'Data saya',
  what: 'Apa saja yang disimpan tentang Anda',
  change: (kind: string) => `Ganti ${kind}`,
  present: (kind: string) => `${upper(kind)} sekarang`,
  wanted: (kind: string) => `${upper(kind)} baru`,
  repeat: (kind: string) => `${upper(kind)} baru, sekali lagi`,
  differ: (kind: string) => `Kedua ${kind} baru tidak sama. Ketik ulang.`,
  unchanged: (kind: string) => `Ini ${kind} yang sekarang. Pilih yang lain.`,
  changed: (kind: string) => `${upper(kind)} sudah diganti. Di HP lain Anda perlu masuk lagi.`,
  joined: (login: string) =>
    `Anda sudah bergabung. Catat nama masuk Anda: ${login}. Dengan nama itu dan PIN pilihan Anda, Anda masuk di HP mana pun.`,
  thanked: 'Terima kasih. Persetujuan Anda dicatat.',
  agree: 'Simpan persetujuan',
  agreed: (when: string, guardian: string | undefined) =>
    `Anda setuju pada ${when}${guardian === undefined ? '' : `, bersama ${guardian}`}. Lihat bunyinya`,
  take: 'Ambil data Anda',
  takeWhy: 'Semua yang disimpan tentang Anda, kecuali sandi dari PIN. Simpan di tempat yang hanya Anda buka.',
  readable: 'Unduh untuk dibaca',
  machine: 'Unduh untuk komputer (JSON)',
  correct: 'Nama Anda salah tulis? Minta pengurus atau pelatih membetulkannya.',
  erase: 'Hapus data Anda',
  askErasure: 'Minta semua data saya dihapus',
  erasureWhy:
    'Nilai, kemajuan, dan sertifikat ikut terhapus dan tidak bisa kembali. Unduh dulu data Anda bila perlu. Pengurus menghapusnya setelah berbicara dengan Anda.',
  erasureNoted: 'Permintaan Anda dicatat. Pengurus rumah belajar akan menghapus data Anda.',
  erasureAsked: (when: string) =>
    `Anda minta data Anda dihapus pada ${when}. Pengurus sudah melihat permintaan ini di halamannya.`,
  erasureWithdrawn: 'Permintaan hapus dibatalkan. Data Anda tetap ada.',
  keep: 'Batalkan permintaan',
  pinRule:
    'PIN enam angka. Jangan tanggal lahir, jangan angka berurutan, dan jangan beri tahu siapa pun, juga pelatih dan pengurus.',
  passphraseRule: 'Paling sedikit 12 tanda. Tiga atau empat kata biasa yang tidak berhubungan sudah cukup.',
  back: 'Kembali ke halaman Saya',
} as const;

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
