/** Words of going from one house to another. */
export const offerMessages = {
  title: 'Pindah rumah belajar',
  why: 'Peserta yang pindah ditawarkan dulu ke rumah belajar tujuan. Sampai pengurus di sana menerima, tidak ada yang berubah. Sesudah diterima, catatan belajar dan sertifikatnya ikut pindah, nama masuk dan PIN-nya tetap, dan rumah ini tidak melihat datanya lagi. Ia keluar dari angkatan di rumah ini, dan kartu masuk lamanya tidak berlaku.',
  house: 'Rumah belajar tujuan',
  offer: 'Tawarkan',
  offered: (house: string, day: string) => `Ditawarkan ke ${house} sejak ${day}. Menunggu jawaban pengurus di sana.`,
  withdraw: 'Tarik tawaran',
  toYou: 'Ditawarkan ke rumah Anda',
  waiting: (count: number) => `${count} orang ditawarkan ke rumah Anda. Terima atau tolak.`,
  lead: 'Orang ini belajar di rumah lain dan mau pindah ke rumah Anda. Tanyakan dulu kepada orangnya atau pengurus di sana bila Anda belum tahu.',
  nobody: 'Tidak ada orang yang ditawarkan ke rumah Anda.',
  from: (house: string, by: string | undefined, day: string) =>
    `dari ${house}, ditawarkan ${by ?? 'pengurus di sana'} pada ${day}`,
  accept: (name: string) => `Terima ${name}`,
  decline: (name: string) => `Tolak ${name}`,
  accepted: 'Sudah diterima. Orang ini sekarang ada di daftar orang rumah Anda. Cetak kartu masuk baru bila perlu.',
  declined: 'Sudah ditolak. Orang ini tetap di rumahnya.',
  gone: 'Tawaran ini tidak ada lagi. Mungkin sudah ditarik atau sudah dijawab pengurus lain.',
  toPerson: 'Buka halaman orang ini',
  problems: {
    offer_house: 'Pilih rumah belajar tujuan dari daftar.',
    offer_staff:
      'Hanya peserta yang pindah dengan tawaran. Pelatih dan pengurus mendapat akun baru dari pengurus rumah tujuan; akun lama dinonaktifkan.',
  },
} as const;
