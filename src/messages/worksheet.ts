/** Words of every working sheet; what only one kind says stands in its description. */
export const worksheetMessages = {
  not_a_number: 'Tulis angka saja, misalnya 12.500.',
  ambiguous: (readings: readonly string[]) => `Maksud Anda ${readings.join(' atau ')}?`,
  negative: 'Angka tidak boleh di bawah nol.',
  add: 'Tambah baris',
  remove: (name: string) => `Hapus baris ${name}`,
  print: 'Cetak lembar',
  clear: 'Kosongkan lembar',
  cleared: 'Lembar sudah dikosongkan.',
  undo: 'Urungkan',
  kept: 'Isi lembar ini tersimpan di HP ini. HP dipakai bersama? Kosongkan lembar setelah selesai.',
} as const;
