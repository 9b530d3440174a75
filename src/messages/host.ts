/** What the host says when no page can, one sentence per HTTP status. */
export const hostMessages = {
  title: 'Maaf, ini belum berhasil',
  home: 'Ke halaman depan',
  reference: (status: number, requestId: string) => `Kode ${status}, nomor ${requestId}.`,
  400: 'Alamat atau kiriman ini tidak terbaca. Mulai lagi dari halaman depan.',
  403: 'Kiriman ini tidak datang dari halaman rumah belajar, jadi tidak diterima. Buka halamannya lagi lalu kirim ulang.',
  404: 'Halaman itu tidak ada. Periksa alamatnya atau kembali ke halaman depan.',
  405: 'Halaman ini tidak menerima kiriman seperti itu. Mulai lagi dari halaman depan.',
  408: 'Kiriman terlalu lama sampai. Coba lagi saat sinyal lebih baik.',
  413: 'Kiriman terlalu besar. Kirim lebih sedikit sekaligus.',
  414: 'Alamat terlalu panjang. Mulai lagi dari halaman depan.',
  417: 'Kiriman ini meminta sesuatu yang tidak kami kenal.',
  421: 'Rumah belajar ini tidak dibuka lewat alamat itu. Pakai alamat yang tertulis di kartu atau di papan rumah belajar.',
  431: 'Permintaan terlalu besar. Hapus cookie untuk alamat ini, lalu coba lagi.',
  500: 'Ada yang rusak di pihak kami. Coba lagi nanti, atau tunjukkan nomor di bawah ini kepada pengurus.',
  503: 'Rumah belajar sedang tidak bisa menyimpan. Jawaban di HP Anda tidak hilang. Coba lagi sebentar lagi.',
} as const;
