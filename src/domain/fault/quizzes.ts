/** What can be wrong with a quiz and its questions, apart from what an author may accept: why it matters, in Indonesian, for authors. */
export const quizFaults = {
  'cerita-terlalu-panjang':
    'Cerita kasus dibaca di HP sebelum menjawab. Yang panjang menguji ketahanan membaca, bukan isi pelajaran.',
  'gambar-tidak-ada': 'Pembaca akan melihat tempat kosong.',
  'hanya-untuk-latihan': 'Ujian tidak memberi tahu jawabannya saat itu juga, jadi isian ini tidak pernah tampil.',
  'hanya-untuk-ujian': 'Latihan boleh diulang kapan saja dan kuncinya ikut halaman, jadi isian ini tidak berlaku.',
  'id-mengungkap-kunci': 'Id terlihat di halaman. Peserta yang membaca sumber halaman dapat menebak kunci ujian.',
  'id-pilihan-ganda': 'Jawaban peserta dicatat dengan id pilihan. Id yang sama membuat nilainya tidak jelas.',
  'id-soal-ganda': 'Jawaban peserta dicatat dengan id soal. Id yang sama membuat nilainya tidak jelas.',
  'id-terlalu-panjang': 'Catatan jawaban hanya memuat id sampai 128 huruf.',
  'isian-tanpa-tempat': 'Isian tanpa tempat di kalimat tidak pernah ditanyakan.',
  'isian-tidak-ada': 'Tempat kosong tanpa jawaban tidak bisa dinilai.',
  'jawaban-ganda': 'Huruf besar, spasi, dan tanda hubung tidak dibedakan, jadi jawaban kedua tidak menambah apa pun.',
  'jawaban-kosong': 'Jawaban tanpa huruf akan cocok dengan isian kosong.',
  'kesalahan-ganda': 'Dua kesalahan yang tidak bisa dibedakan hanya tampil satu.',
  'kesalahan-sama-dengan-kunci': 'Angka yang dinilai benar tidak pernah mendapat penjelasan kesalahan.',
  'kuis-tidak-dipakai': 'Kuis yang tidak dipasang tidak pernah dilihat siapa pun.',
  'kunci-beda-seribu-kali':
    'Titik ribuan di key dibaca sebagai koma. Semua peserta yang menghitung benar akan dinilai salah.',
  'kunci-ganda': 'Kunci yang ditulis dua kali biasanya salah ketik: pilihan lain yang dimaksud.',
  'kunci-tidak-ada': 'Tidak ada jawaban yang bisa benar.',
  'media-salah-jenis': 'Tidak semua HP dapat menampilkan jenis berkas itu.',
  'media-salah-tempat': 'Di baris seperti itu gambar dan suara tidak muat, dan tampil sebagai tulisan aneh.',
  'pilihan-sama': 'Dua pilihan yang sama membuat peserta tidak bisa memilih dengan benar.',
  'soal-sama-dengan-ujian':
    'Peserta mengenali soal yang pernah dilihatnya. Hasil sebelum dan sesudah kursus tidak bisa dibandingkan lagi.',
  'soal-terlalu-banyak': 'Satu percobaan hanya memuat jawaban untuk 200 soal.',
  'suara-soal-tanpa-judul': 'Orang yang tidak mendengar, atau suaranya belum termuat, tidak tahu apa yang ditanyakan.',
  'suara-tidak-ada': 'Pembaca akan melihat pemutar yang diam.',
  'tanpa-tempat-isian': 'Tanpa tempat kosong tidak ada yang ditanyakan.',
  'tempat-isian-ganda': 'Satu isian hanya punya satu tempat, supaya jelas apa yang dinilai.',
  'tempat-isian-salah': 'Tulisan itu tampil apa adanya, bukan sebagai tempat kosong.',
  'terima-tanpa-alasan': 'Orang yang memeriksa sesudah Anda harus tahu mengapa pesan ini diterima.',
  'terima-tanpa-guna': 'Pesan yang sudah tidak muncul tidak perlu diterima, dan menutupi pesan yang baru.',
  'terima-tidak-dikenal': 'Hanya pesan tentang mutu kuis yang dapat diterima dengan alasan.',
  'toleransi-terlalu-besar': 'Selisih sebesar kuncinya sendiri membuat hampir semua jawaban benar.',
  'uji-awal-bermode-latihan':
    'Uji awal menanyakan hal yang sama sebelum dan sesudah kursus. Kunci latihan ikut halaman, jadi hasil sesudahnya tidak berarti.',
  'uji-awal-diundi':
    'Sebelum dan sesudah kursus dipakai dua set soal yang sudah ditentukan, supaya kedua hasilnya dapat dibandingkan.',
  'uji-awal-kurang-soal':
    'Tiap pelajaran ditanyakan sekali sebelum dan sekali sesudah kursus, dengan soal yang berbeda.',
  'ujian-bermode-latihan': 'Kunci latihan ikut halaman. Kunci ujian tidak boleh keluar dari server.',
  'umpan-balik-latihan': 'Kunci latihan sudah ada di halaman, jadi pembahasannya tidak bisa ditahan.',
  'umpan-balik-ujian': 'Kunci ujian tidak pernah ikut halaman, jadi jawabannya baru diketahui sesudah dikirim.',
  'undian-kurang-untuk-pelajaran':
    'Tiap pelajaran yang disebut bank soal mendapat paling sedikit satu soal dalam satu percobaan.',
  'undian-kurang-untuk-pilihan':
    'Peserta yang membaca satu pelajaran pilihan ditanya sebanyak peserta yang membaca semuanya.',
  'undian-terlalu-besar': 'Soal yang keluar tidak bisa lebih banyak daripada yang ada.',
} as const satisfies Readonly<Record<string, string>>;
