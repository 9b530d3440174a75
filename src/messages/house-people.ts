import type { Deed } from '#domain/person/deed.ts';
import type { Role } from '#domain/person/person.ts';

/** Words of the coordinator's pages about people. */
export const housePeopleMessages = {
  title: 'Orang',
  add: 'Tambah orang',
  name: 'Nama',
  nameHint: 'Seperti orang itu mau disebut, misalnya Bu Siti Aminah',
  role: 'Peran',
  roleUnknown: 'Pilih peran dari daftar.',
  roles: { participant: 'Peserta', trainer: 'Pelatih', coordinator: 'Pengurus' } satisfies Record<Role, string>,
  everybody: 'Semua peran',
  loginHint: 'Kosongkan: nama masuk dibuat dari namanya, tanpa Bu, Pak, atau Mbak',
  secret: 'PIN atau kata sandi',
  secretHint: 'Kosongkan: dibuatkan dan ditunjukkan satu kali',
  nobody: 'Belum ada orang di rumah belajar ini selain Anda.',
  inactive: 'tidak aktif',
  since: (day: string) => `sejak ${day}`,
  added: (name: string) => `${name} sudah ditambahkan`,
  alreadyAdded: 'Orang ini sudah ditambahkan dari halaman yang sama. Lihat di daftar orang.',
  secretOnce: 'Catat sekarang dan serahkan langsung kepada orangnya: ini hanya terlihat satu kali.',
  secretOf: (role: Role) => (role === 'participant' ? 'PIN' : 'Kata sandi'),
  namesakes: 'Ada orang lain dengan nama yang sama. Bedakan dengan nama masuknya:',
  addAnother: 'Tambah orang lain',
  toList: 'Ke daftar orang',
  save: 'Simpan',
  saved: 'Sudah disimpan.',
  roleChange:
    'Bila peran berganti dari atau ke peserta, PIN atau kata sandi lama tidak berlaku lagi: muncul nomor sekali pakai untuk memilih yang baru.',
  ownRole: 'Peran dan akun Anda sendiri hanya bisa diubah pengurus lain.',
  keeperAccount: 'Akun penjaga server hanya bisa diubah oleh penjaga server.',
  changed:
    'Orang ini baru saja diubah pengurus lain. Yang sekarang berlaku tertulis di bawah: periksa, lalu simpan lagi.',
  lostSecret: 'Lupa PIN atau kata sandi',
  clear: (role: Role) => (role === 'participant' ? 'Hapus PIN' : 'Hapus kata sandi'),
  clearWhy:
    'Lakukan hanya bila orangnya ada di depan Anda. PIN atau kata sandi lama tidak berlaku lagi, semua HP yang memakai namanya keluar, dan muncul nomor sekali pakai untuk memilih yang baru.',
  accountShut: 'Akun ini tidak aktif. Aktifkan dulu, lalu hapus PIN atau kata sandinya.',
  deactivate: 'Nonaktifkan',
  deactivateWhy: 'Orang ini tidak bisa masuk lagi dan keluar dari semua HP. Catatan belajarnya tetap ada.',
  activate: 'Aktifkan lagi',
  erase: 'Hapus semua data orang ini',
  eraseWhy:
    'Semua jawaban, nilai, dan sertifikatnya hilang selamanya. Tawarkan dulu salinan datanya. Untuk memastikan, ketik nama masuknya.',
  eraseConfirm: 'Nama masuk orang ini',
  eraseStaff: 'Nonaktifkan dulu akun pelatih atau pengurus ini, lalu hapus.',
  eraseNotSure: 'Nama masuk yang diketik tidak sama. Tidak ada yang dihapus.',
  erased: (login: string) =>
    `Data ${login} sudah dihapus. Cadangan yang dibuat sebelum ini masih memuatnya: buat cadangan baru, lalu hancurkan yang lama.`,
  history: 'Yang dilakukan pada akun ini',
  deed: (act: Deed, by: string | undefined, when: string) => `${when}: ${by ?? 'seorang pengelola'} ${deeds[act]}`,
  noSuchPerson: 'Orang ini tidak ada',
} as const;

const deeds: Record<Deed, string> = {
  add: 'menambahkan orang ini',
  save: 'mengubah nama atau peran',
  'clear-pin': 'menghapus PIN atau kata sandi',
  deactivate: 'menonaktifkan',
  activate: 'mengaktifkan lagi',
  join: 'bergabung dengan kode',
  merge: 'menggabungkan akun lain ke akun ini',
  'void-card': 'mengganti kartu masuk',
  'second-step': 'memasang kode pengaman',
  'end-second-step': 'mematikan kode pengaman',
  'recovery-codes': 'membuat kode darurat baru',
  'clear-second-step': 'menghapus kode pengaman',
  look: 'melihat data orang ini',
  backup: 'membuat cadangan',
  'take-backup': 'mengunduh cadangan',
  'recovery-sheet': 'mengganti lembar pemulihan',
};
