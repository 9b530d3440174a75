import type { ListProblem } from '#domain/person/people-list.ts';
import { personMessages } from './person.ts';

/** Words of adding many people at once. */
export const peopleListMessages = {
  title: 'Tambah banyak orang',
  lead: 'Tempel daftar nama, satu nama tiap baris, atau unggah berkas Excel (.xlsx) atau CSV. Paling banyak 2.000 orang sekali.',
  columns:
    'Berkas boleh punya judul kolom: nama, peran (peserta, pelatih, pengurus), nama masuk. Kolom lain tidak dibaca. Tanpa judul kolom, isinya nama saja dan semuanya menjadi peserta.',
  template: 'Unduh contoh berkas',
  text: 'Daftar nama',
  file: 'Atau berkas dari Excel',
  check: 'Periksa dulu',
  add: (count: number) => `Tambahkan ${count} orang`,
  wrong: (count: number) => `${count} baris perlu dibetulkan. Belum ada yang ditambahkan.`,
  line: (line: number, text: string) => `Baris ${line}: ${text}`,
  ready: (count: number) => `${count} orang siap ditambahkan. Periksa nama masuknya:`,
  known: (count: number) => `${count} orang sudah ada di rumah belajar ini dan dibiarkan.`,
  nothing: 'Tidak ada orang baru di daftar ini.',
  namesakes: 'Nama yang sama tertulis dua kali di daftar ini. Pastikan memang orang lain:',
  asked: (count: number) => `${count} nama sudah ada di rumah belajar ini. Orang yang sama tidak ditambahkan lagi:`,
  askedRow: (name: string, logins: readonly string[]) =>
    `sudah ada seorang bernama ${name} di rumah ini (${logins.join(', ')})`,
  same: 'orang yang sama: lewati',
  another: 'orang lain: tambahkan',
  addAnswered: 'Tambahkan sesuai pilihan',
  added: (count: number) => `${count} orang sudah ditambahkan`,
  once: 'Cetak atau catat sekarang: nomor sekali pakai ini hanya terlihat satu kali. Dengan nama masuk dan nomor itu setiap orang memilih PIN atau kata sandinya sendiri di halaman Masuk, dalam 24 jam. Sesudah itu buat nomor baru di halaman orangnya.',
  unread: (sheet: string) => `${sheet} tidak dibaca, hanya lembar pertama.`,
  export: 'Unduh daftar orang (CSV)',
  csvHeader: ['nama', 'nama masuk', 'peran', 'rumah belajar', 'terdaftar sejak', 'aktif'],
  yes: 'ya',
  no: 'tidak',
  example: [
    ['nama', 'peran', 'nama masuk'],
    ['Bu Siti Aminah', 'peserta', ''],
    ['Pak Slamet Riyadi', 'pelatih', 'slamet'],
  ],
  problems: {
    ...personMessages,
    login_double: 'Nama masuk ini tertulis dua kali di daftar.',
    name_formula: 'Nama tidak boleh dimulai dengan tanda = + atau @, karena Excel menganggapnya rumus.',
    name_no_letter: 'Nama harus berisi huruf.',
    role_unknown: 'Peran ditulis peserta, pelatih, atau pengurus. Bila kosong: peserta.',
    house_other: 'Baris ini untuk rumah belajar lain. Hapus barisnya, atau kosongkan kolom rumah belajar.',
    cells_stray: 'Ada isi di luar kolom. Tanpa judul kolom, satu baris hanya berisi satu nama.',
  } satisfies Record<ListProblem | keyof typeof personMessages, string>,
  refusals: {
    list_empty: 'Daftarnya kosong. Tempel nama-nama, atau pilih berkas.',
    list_too_long: 'Paling banyak 2.000 orang sekali. Bagi daftarnya menjadi beberapa bagian.',
    list_unanswered:
      'Ada nama yang sudah ada di rumah belajar ini. Katakan dulu untuk setiap baris: orang yang sama, atau orang lain. Belum ada yang ditambahkan.',
    list_wrong: 'Ada baris yang perlu dibetulkan. Belum ada yang ditambahkan.',
    already_imported: 'Daftar ini sudah ditambahkan. Lihat di daftar orang; tidak ada yang ditambahkan dua kali.',
    login_taken: 'Nama masuk di daftar ini baru saja dipakai orang lain. Periksa lagi, lalu tambahkan.',
  },
} as const;
