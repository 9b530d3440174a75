export const movedMessages = {
  title: 'Alamat rumah belajar sudah pindah',
  now: 'Mulai sekarang bukalah alamat ini:',
  note: 'Jawaban yang belum terkirim dari HP ini dikirim dulu, lalu halaman berpindah sendiri. Di alamat baru masuklah sekali lagi. Yang belum selesai diisi di alamat lama tidak ikut pindah.',
  waiting: (count: number) =>
    `${count} jawaban di HP ini menunggu pemiliknya masuk. Kalau itu jawaban Anda, masuklah di sini dulu supaya terkirim.`,
  signIn: 'Masuk untuk mengirim',
} as const;
