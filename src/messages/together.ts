/** Words for two people who read one lesson on one phone. */
export const togetherMessages = {
  title: 'Belajar berdua',
  lead: (lesson: string) =>
    `Ada yang membaca “${lesson}” bersama Anda? Ia mengetik nama masuk dan PIN-nya sendiri, lalu pelajaran ini tercatat juga untuknya.`,
  apart: (name: string) =>
    `${name} tetap masuk di HP ini. Latihan dan ujian dikerjakan sendiri-sendiri: nilai tidak digabung.`,
  login: 'Nama masuk teman',
  pin: 'PIN teman (enam angka)',
  credit: 'Catat untuk teman',
  done: (name: string) => `Pelajaran ini tercatat juga untuk ${name}.`,
  back: 'Kembali ke pelajaran',
  refusals: {
    same_person: 'Itu nama masuk Anda sendiri. Yang dicatat di sini teman yang membaca bersama Anda.',
    staff: 'Hanya peserta yang dicatat di sini.',
  },
  /** Without a network. */
  who: 'Siapa yang membaca bersama Anda?',
  offline:
    'Jaringan tidak ada, jadi PIN belum bisa diperiksa. Catatan disimpan di HP ini, dan dikirim sesudah teman masuk dengan PIN-nya.',
  notNow: 'Tanpa jaringan belum bisa dicatat untuk teman. Coba lagi begitu ada jaringan: teman mengetik PIN-nya.',
  kept: (name: string) => `Tersimpan untuk ${name} di HP ini. Dikirim sesudah ${name} masuk dengan PIN.`,
  cancel: 'Batal',
} as const;
