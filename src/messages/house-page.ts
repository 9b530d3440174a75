import { longestOf, type OfficeField } from '#domain/house-page.ts';

/** Words of the page on which a house tells who helps near it, and of the form that it is written with. */
export const housePageMessages = {
  title: 'Kantor di sekitar sini',
  near: (house: string) => `Bantuan di dekat ${house}`,
  link: 'Kantor di dekat rumah belajar Anda',
  choose: 'Pilih rumah belajar',
  chooseWhy: 'Setiap rumah belajar menulis kantor di sekitarnya: alamat, jam buka, telepon, dan yang dibawa.',
  lead: (house: string) => `Ditulis oleh pengurus ${house}. Telepon dulu sebelum berangkat: jam buka bisa berubah.`,
  none: 'Rumah belajar ini belum menulis kantor di sekitarnya. Tanyakan kepada pengurus atau pelatihnya, atau pakai nomor bantuan.',
  seenOn: (day: string) => `Terakhir ditulis ${day}.`,
  toHelp: 'Nomor bantuan',
  noSuchHouse: 'Rumah belajar ini tidak ada',
  hours: 'Buka',
  bring: 'Bawa',
  call: 'Telepon',
  form: {
    title: 'Kantor di sekitar rumah belajar',
    open: 'Tulis kantor di sekitar rumah belajar',
    lead: 'Hanya desa yang tahu ini: kantor desa, dinas tenaga kerja, puskesmas, polsek. Yang Anda simpan langsung terlihat oleh semua orang, jadi jangan tulis nomor pribadi tanpa izin orangnya.',
    office: (at: number) => `Kantor ${at}`,
    fresh: 'Kantor baru',
    fields: {
      name: 'Nama kantor',
      place: 'Alamat',
      hours: 'Jam buka',
      phone: 'Telepon',
      bring: 'Yang dibawa',
    } satisfies Record<OfficeField, string>,
    hints: {
      name: 'Misalnya Kantor Desa Kuripan, bagian pelayanan',
      place: 'Dan cara ke sana, misalnya sebelah pasar',
      hours: 'Misalnya Senin–Jumat, 08.00–14.00',
      phone: 'Misalnya 0286 321 456',
      bring: 'Misalnya KTP, KK, dan fotokopinya',
    } satisfies Record<OfficeField, string>,
    save: 'Simpan',
    more: 'Simpan, lalu isian untuk kantor berikutnya muncul. Kosongkan semua isian sebuah kantor untuk menghapusnya.',
    saved: 'Sudah disimpan dan terlihat di halaman bantuan.',
    look: 'Lihat halamannya',
    changed:
      'Pengurus lain baru saja menyimpan halaman ini. Di bawah ini tulisan Anda; bandingkan dengan halamannya, lalu simpan lagi.',
  },
  wrong: {
    name: `Tulis nama kantornya, paling banyak ${longestOf.name} huruf.`,
    place: `Tulis alamatnya, paling banyak ${longestOf.place} huruf; tanpa telepon alamat harus ada.`,
    hours: `Paling banyak ${longestOf.hours} huruf, satu baris.`,
    phone: 'Tulis satu nomor: angka, boleh dengan spasi atau tanda hubung, misalnya 0286 321 456.',
    bring: `Paling banyak ${longestOf.bring} huruf, satu baris.`,
  } satisfies Record<OfficeField, string>,
} as const;
