import type { House } from '#domain/house.ts';

/** Words of the pages where the keeper adds and corrects houses. */
export const houseMessages = {
  title: 'Rumah belajar',
  lead: 'Semua rumah belajar yang memakai server ini.',
  add: 'Tambah rumah belajar',
  correct: (name: string) => `Perbaiki ${name}`,
  save: 'Simpan',
  saved: (name: string) => `${name} sudah disimpan.`,
  shown:
    'Halaman untuk pengelola, kartu, laporan, dan sertifikat langsung memakainya, juga di server lain dengan data yang sama. Halaman depan menyusul dalam beberapa menit, sesudah situs dibangun lagi.',
  shownLater:
    'Halaman untuk pengelola, kartu, laporan, dan sertifikat langsung memakainya. Halaman depan menyusul pada rilis berikutnya (npm run release), karena server ini tidak bisa membangun sendiri.',
  next: 'Tunjuk pengurusnya',
  notRun: 'Belum ada pengurus.',
  people: (count: number) => `${count} orang`,
  place: ({ village, district, regency }: House) => `Desa ${village}, Kecamatan ${district}, Kabupaten ${regency}`,
  fields: { id: 'Id', name: 'Nama', village: 'Desa', district: 'Kecamatan', regency: 'Kabupaten' } satisfies Record<
    keyof House,
    string
  >,
  idHint: 'Huruf kecil, angka, dan tanda hubung, misalnya sukorejo. Tidak bisa diganti lagi.',
  nameHint: 'Seperti di papan nama, misalnya Rumah Belajar Sukorejo',
  wrong: {
    id: 'Id hanya huruf kecil, angka, dan tanda hubung, tanpa spasi.',
    name: 'Tulis nama rumah, paling banyak 100 huruf.',
    village: 'Tulis nama desa, paling banyak 60 huruf.',
    district: 'Tulis nama kecamatan, paling banyak 60 huruf.',
    regency: 'Tulis nama kabupaten, paling banyak 60 huruf.',
  } satisfies Record<keyof House, string>,
  taken: 'Id ini sudah dipakai rumah lain. Pilih yang lain.',
  coordinators: {
    title: 'Pengurus rumah ini',
    first:
      'Belum ada pengurus. Tunjuk satu orang: ia mendapat nomor sekali pakai, memilih kata sandinya sendiri, lalu mengisi orang di rumahnya.',
    others:
      'Pengurus lain, pelatih, dan peserta ditambahkan oleh pengurus rumah ini sendiri. Yang Anda lakukan di sini tercatat, dan pengurusnya melihatnya di “Siapa melakukan apa”.',
    name: 'Tunjuk pengurus',
    named: (name: string) => `${name} sekarang pengurus rumah ini.`,
    of: (what: string, login: string) => `${what} ${login}`,
    isRun: 'Rumah ini sudah punya pengurus. Pengurus lain ditambahkan oleh pengurus itu.',
  },
  noSuchHouse: 'Rumah belajar ini tidak ada',
  toList: 'Ke daftar rumah belajar',
} as const;
