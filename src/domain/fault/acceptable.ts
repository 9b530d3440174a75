/**
 * What the checks of a quiz's quality look for, by the permanent name of the fault: why it matters, in Indonesian, for
 * authors. Each can be accepted by name where an author knows better: `accept: [nama]` on the question or the quiz, with
 * the reason in a comment beside it.
 */
export const acceptableFaults = {
  'semua-jawaban-benar':
    'Pilihan seperti "semua jawaban benar" menunjuk pilihan lain. Kalau pilihan diacak, letaknya berubah dan kalimatnya jadi ' +
    'keliru; peserta yang tahu dua jawaban benar pun langsung menebaknya. Pakai kind: multiple, atau tulis fixed: true pada ' +
    'pilihan itu supaya tetap di bawah.',
  'pilihan-terpanjang-selalu-benar':
    'Penulis soal cenderung menulis jawaban benar paling lengkap. Peserta cepat tahu: pilih saja yang terpanjang. ' +
    'Ringkas jawaban benar, atau lengkapi pengecohnya.',
  'kunci-selalu-di-tempat-sama':
    'Kalau jawaban benar selalu di tempat yang sama, atau pernyataannya selalu benar (atau selalu salah), peserta menebak ' +
    'tanpa membaca. Ubah tempat atau pernyataannya, atau tulis shuffle: true.',
  'soal-sama-dengan-latihan':
    'Latihan memperlihatkan kuncinya. Soal yang sama di ujian hanya mengukur ingatan. Ganti ceritanya dan angkanya.',
  'soal-mirip-latihan':
    'Latihan memperlihatkan kuncinya. Soal ujian dengan kata dan angka yang hampir sama hanya mengukur ingatan. ' +
    'Ganti ceritanya dan angkanya.',
  'toleransi-nol':
    'Hasil hitung yang berkoma atau dibulatkan bisa ditulis berbeda oleh peserta yang menghitung dengan benar. ' +
    'Isi tolerance dengan selisih terbesar yang masih Anda terima.',
  'batas-percobaan-tanpa-jalan-keluar':
    'Sesudah semua percobaan terpakai, percobaan berikutnya baru dihitung bila pelatih menerimanya di halaman pesertanya. ' +
    'Makin sedikit percobaannya, makin banyak yang menunggu. Hapus attempts, atau terima dengan alasan.',
  'soal-tanpa-sumber':
    'Pelajarannya bersandar pada fakta bersumber, tetapi soal ini belum menyebut faktanya. Kalau faktanya berubah, tidak ada ' +
    'yang tahu soal mana yang harus diganti. Isi source, atau terima bila soal hanya menanyakan cerita atau hitungan.',
  'angka-tanpa-sumber':
    'Bunga KUR, upah minimum, pajak, dan iuran ditetapkan pemerintah dan berubah. Tanpa fakta bersumber tidak ada yang tahu kapan ' +
    'soal ini harus diganti. Isi source, atau terima bila angkanya hanya contoh.',
  'pembahasan-belum-ditulis':
    'Soal ini datang dari berkas lain tanpa pembahasan. Peserta yang salah tidak tahu mengapa. Tulis rationale dengan kata ' +
    'sederhana dan hitungannya.',
  'gambar-soal-tanpa-alt':
    'Peserta yang tidak melihat gambar, atau HP-nya belum memuatnya, tidak bisa menjawab. Tulis isi gambar di dalam ![…].',
  'pertanyaan-terlalu-panjang':
    'Pertanyaan panjang menguji ketahanan membaca, bukan isi pelajaran. Ringkas menjadi paling banyak 60 kata, atau jadikan ' +
    'kind: case dengan ceritanya sendiri.',
} as const satisfies Readonly<Record<string, string>>;

export type AcceptableFault = keyof typeof acceptableFaults;

export function isAcceptable(name: string): name is AcceptableFault {
  return Object.hasOwn(acceptableFaults, name);
}
