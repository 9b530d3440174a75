import type { RefusalCode } from '#domain/refusal.ts';

/** One sentence per refusal: what happened and what to do. */
export const refusalMessages: Record<RefusalCode, string> = {
  invalid: 'Isian belum benar. Periksa lagi lalu kirim ulang.',
  unauthenticated: 'Anda belum masuk. Masuk dulu, lalu coba lagi.',
  forbidden: 'Permintaan ini tidak diizinkan. Buka lagi dari halaman rumah belajar.',
  not_found: 'Halaman atau data itu tidak ada. Periksa alamatnya atau kembali ke halaman depan.',
  conflict: 'Data ini sudah pernah dikirim dengan isi lain. Muat ulang halaman lalu coba lagi.',
  too_many: 'Terlalu banyak percobaan. Tunggu sebentar lalu coba lagi.',
  other_person: 'Jawaban ini milik orang lain. Jawaban tetap disimpan di HP untuk pemiliknya.',
  closed: 'Kuis ini sudah ditutup. Tanyakan kepada pelatih Anda.',
};
