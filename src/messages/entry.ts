import type { PartList } from '#domain/studio/draft-path.ts';
import type { EntryList } from '#domain/studio/entry-list.ts';

/** Words of the pages on which entries of lists are written: terms, and what the search shows first. */
export const entryMessages = {
  lists: {
    glossary: {
      title: 'Istilah',
      draft: 'Istilah',
      lead: 'Kata yang perlu dijelaskan. Di pelajaran, orang menekan kata itu lalu membaca artinya.',
      add: 'Tambah istilah',
      fresh: 'Istilah baru',
      search: 'Cari istilah',
    },
    answers: {
      title: 'Jawaban pilihan',
      draft: 'Jawaban pilihan di pencarian',
      lead: 'Yang tampil paling atas di pencarian, dengan nomor yang bisa langsung dihubungi, bila orang mengetik kebutuhan yang mendesak.',
      add: 'Tambah jawaban',
      fresh: 'Jawaban baru',
      search: 'Cari jawaban',
    },
  } satisfies Readonly<Record<EntryList, Readonly<Record<string, string>>>>,
  /** What a list is called among the parts of a draft. */
  part: (list: PartList) =>
    list === 'sources' ? 'Daftar sumber' : list === 'paths' ? 'Jalur belajar' : entryMessages.lists[list].draft,
  find: 'Cari',
  found: (count: number, shown: number) =>
    count > shown
      ? `${count} ditemukan; ${shown} yang pertama tampil. Tambahkan kata untuk mempersempit.`
      : `${count} ditemukan.`,
  none: 'Tidak ada yang cocok. Coba kata lain, atau tambahkan yang baru.',
  save: 'Simpan',
  back: 'Kembali ke daftar',
  saved: 'Tersimpan di naskah ini. Terlihat orang setelah orang kedua membacanya dan naskah terbit.',
  savedPartly: 'Disimpan untuk Anda. Baru masuk ke naskah setelah yang ditandai diperbaiki.',
  wrong: 'Perlu diperbaiki',
  changed:
    'Orang lain baru saja mengubah isian ini. Isian Anda masih ada di bawah. Buka lagi daftarnya di tab lain, lalu bandingkan.',
  both: (names: readonly string[]) =>
    `Yang ini diubah di naskah ini, dan juga sudah terbit dengan isi lain: ${names.join(', ')}. Pilih yang dipakai.`,
  mine: 'Pakai dari naskah ini',
  theirs: 'Pakai yang terbit',
  isThere: (title: string, meaning: string) =>
    `"${title}" sudah ada${meaning === '' ? '' : `: ${meaning}`} Ubah yang sudah ada itu; jangan membuat yang kedua.`,
} as const;
