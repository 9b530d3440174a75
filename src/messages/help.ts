/** Words of the help page's script. */
export const helpMessages = {
  copy: 'Salin nomor',
  copied: 'Nomor tersalin.',
  selected: 'Nomor sudah terpilih. Tekan lama nomornya, lalu pilih Salin.',
} as const;
