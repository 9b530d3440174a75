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
  pinRule:
    'PIN enam angka. Jangan tanggal lahir, jangan angka berurutan, dan jangan beri tahu siapa pun, juga pelatih dan pengurus.',
  passphraseRule: 'Paling sedikit 12 tanda. Tiga atau empat kata biasa yang tidak berhubungan sudah cukup.',
  back: 'Kembali ke halaman Saya',
} as const;

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
