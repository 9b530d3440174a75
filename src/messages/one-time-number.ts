import type { Role } from '#domain/person/person.ts';

/** Words of the number that opens the choice of a PIN or passphrase, once. */
export const oneTimeNumberMessages = {
  title: 'Nomor sekali pakai',
  handOver: (role: Role) =>
    `Berikan langsung kepada orangnya, sekarang: nomor ini hanya terlihat satu kali. Ia membuka halaman Masuk, mengetik nama masuk dan nomor ini di tempat ${secretOf(role)}, lalu memilih ${secretOf(role)} sendiri. Berlaku 24 jam dan lima kali coba.`,
  waiting: (role: Role, until: string) =>
    `Belum memilih ${secretOf(role)}. Nomor sekali pakainya berlaku sampai ${until}.`,
  over: (role: Role) => `Belum memilih ${secretOf(role)}, dan nomor sekali pakainya sudah lewat. Buat nomor baru.`,
  choose: (role: Role) => `Pilih ${secretOf(role)} Anda`,
  chooseWhy: (name: string, role: Role) =>
    `${name}, nomor sekali pakai Anda benar. Sekarang pilih ${secretOf(role)} sendiri. Sejak sekarang Anda masuk dengan itu.`,
  wanted: (role: Role) => `${upper(secretOf(role))} baru`,
  repeat: (role: Role) => `${upper(secretOf(role))} baru, sekali lagi`,
  save: 'Simpan dan masuk',
  hint: 'PIN baru dihapus pengurus, atau Anda baru didaftarkan? Ketik nomor sekali pakai di tempat PIN.',
  refusals: {
    number_expired: 'Nomor sekali pakai ini sudah lewat 24 jam. Minta nomor baru kepada pengurus atau pelatih.',
    number_spent: 'Nomor sekali pakai ini sudah terlalu sering dicoba. Minta nomor baru kepada pengurus atau pelatih.',
    must_choose:
      'Ini nomor sekali pakai. Buka halaman Masuk dulu dan pilih PIN Anda, lalu ulangi di sini dengan PIN itu.',
    secret_chosen: 'PIN sudah dipilih. Masuk dengan PIN itu.',
    secret_replaced:
      'PIN ini baru saja diganti pengurus atau pelatih. Minta nomor sekali pakai yang baru, lalu masuk lagi.',
    number_gone:
      'Nomor sekali pakai ini tidak berlaku lagi. Masuk dengan PIN yang sudah Anda pilih, atau minta nomor baru.',
  },
} as const;

function secretOf(role: Role): string {
  return role === 'participant' ? 'PIN' : 'kata sandi';
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
