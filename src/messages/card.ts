import type { FoundCard } from '#domain/person/card.ts';

/** Words of the printed sign-in cards. */
export const cardMessages = {
  title: 'Kartu masuk',
  lead: (count: number) =>
    `${count} kartu, delapan tiap lembar A4. Gunting di garis putus-putus. Kartu tidak membuka apa pun tanpa PIN.`,
  print: 'Cetak kartu',
  printSelected: 'Cetak kartu yang dipilih',
  printOwn: 'Cetak kartu masuk',
  choose: (name: string) => `Pilih ${name}`,
  nobody: 'Tidak ada kartu untuk dicetak. Pilih orang yang aktif di daftar orang, atau angkatan yang berisi peserta.',
  tooMany: 'Paling banyak 500 kartu sekali cetak. Pilih lebih sedikit orang.',
  local:
    'Halaman ini dibuka di laptop server sendiri, jadi kode QR memuat alamat yang tidak bisa dibuka HP. Buka lewat alamat yang dipakai HP, misalnya http://192.168.1.10:4321, lalu cetak dari sana.',
  number: (number: number) => `No. ${number}`,
  scan: 'Pindai kode ini dengan kamera HP, lalu ketik PIN Anda.',
  type: (address: string) => `Atau buka ${address} dan ketik nama masuk dan PIN.`,
  keep: 'Jangan tulis PIN di kartu ini.',
  qr: (name: string) => `Kode QR kartu ${name}`,
  lost: 'Kartu hilang',
  lostWhy: 'Kartu lama tidak mengenali siapa pun lagi, dan kartu baru langsung bisa dicetak. PIN tetap sama.',
  remake: 'Ganti kartu masuk',
  welcome: (name: string) => `Kartu ${name}. Ketik PIN Anda.`,
  findOut: 'Kartu dikenali…',
  states: {
    replaced: 'Kartu ini sudah diganti dengan kartu baru. Pakai kartu yang baru, atau ketik nama masuk dan PIN.',
    shut: 'Akun kartu ini tidak aktif lagi. Tanyakan kepada pengurus rumah belajar.',
    unknown: 'Kartu ini tidak berlaku lagi. Minta kartu baru kepada pengurus, atau ketik nama masuk dan PIN.',
  } satisfies Record<Exclude<FoundCard['state'], 'good'>, string>,
} as const;
