/** What is wrong with a person's data, by the problem's name. */
export const personMessages = {
  house_unknown: 'Pilih rumah belajar dari daftar.',
  login_invalid: 'Nama masuk 3–32 tanda: huruf kecil a–z, angka, titik, garis. Tanpa spasi.',
  login_taken: 'Nama masuk ini sudah dipakai orang lain.',
  name_empty: 'Isi nama.',
  name_too_long: 'Nama paling panjang 100 huruf.',
  name_forbidden_signs: 'Nama berisi tanda yang tidak terlihat. Ketik ulang namanya.',
  pin_not_six_digits: 'PIN harus enam angka.',
  pin_too_simple: 'PIN ini mudah ditebak. Pilih angka lain yang tidak berurutan dan tidak berulang.',
  pin_is_a_date: 'PIN ini seperti tanggal, jadi mudah ditebak orang yang mengenal Anda. Pilih angka lain.',
  passphrase_too_short: 'Kata sandi paling pendek 12 tanda. Beberapa kata biasa sudah cukup.',
  passphrase_too_simple: 'Kata sandi ini mudah ditebak. Pakai tiga atau empat kata biasa yang tidak berhubungan.',
  passphrase_tells_name: 'Kata sandi ini dibuat dari nama Anda, jadi mudah ditebak. Pakai kata-kata lain.',
  passphrase_too_long: 'Kata sandi paling panjang 128 tanda.',
  secret_is_number: 'Jangan pakai nomor sekali pakai itu: orang lain sudah melihatnya. Pilih angka lain.',
  secrets_differ: 'Kedua kata sandi tidak sama. Ketik ulang.',
} as const;
