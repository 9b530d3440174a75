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
  next: 'Tambahkan pengurusnya lewat perintah npm run person, lalu pengurus itu mengisi orang di rumahnya.',
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
  noSuchHouse: 'Rumah belajar ini tidak ada',
  toList: 'Ke daftar rumah belajar',
} as const;
