/** Words of the poster that hangs in a house, and of the form before it. */
export const posterMessages = {
  title: 'Poster',
  lead: 'Satu lembar A4 untuk dinding: kode untuk Wi-Fi dan kode untuk membuka pelajaran. Nama dan kata sandi Wi-Fi hanya dicetak, tidak disimpan.',
  wifi: 'Nama Wi-Fi',
  password: 'Kata sandi Wi-Fi',
  passwordHint: 'Kosongkan bila Wi-Fi tanpa kata sandi',
  tooLong: 'Nama Wi-Fi paling panjang 32 huruf, kata sandinya 63.',
  make: 'Buat poster',
  print: 'Cetak poster',
  other: 'Ubah isian',
  local:
    'Halaman ini dibuka di laptop server sendiri, jadi kode memuat alamat yang tidak bisa dibuka HP. Buka lewat alamat yang dipakai HP, lalu cetak dari sana.',
  welcome: 'Belajar gratis di sini',
  joinWifi: '1. Masuk Wi-Fi',
  scanWifi: 'Pindai kode ini, atau pilih Wi-Fi dan ketik:',
  openPage: '2. Buka pelajaran',
  scanPage: 'Pindai kode ini, atau ketik di peramban:',
  onlyPage: 'Buka pelajaran',
  free: 'Membaca tidak perlu mendaftar. Tidak ada biaya.',
  wifiQr: 'Kode QR Wi-Fi',
  pageQr: 'Kode QR alamat',
} as const;
