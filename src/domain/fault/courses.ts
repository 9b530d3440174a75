/** What can be wrong between courses, paths, facts, countries and whoever reads them: why it matters, in Indonesian, for authors. */
export const courseFaults = {
  'fakta-tanpa-sumber': 'Fakta tanpa sumber tidak bisa diperiksa lagi ketika aturannya berubah.',
  'fakta-tidak-ada': 'Id fakta yang tidak terdaftar tidak menunjuk ke sumber mana pun.',
  'kode-kursus-ganda': 'Kode kursus tertulis di poster dan sertifikat. Dua kursus tidak boleh tertukar.',
  'kontak-tidak-ada': 'Orang yang butuh bantuan akan melihat tempat kosong.',
  'kursus-ganda': 'Kursus yang tampil dua kali di satu jalur membingungkan.',
  'kursus-tanpa-jalur': 'Peserta masuk lewat jalur. Kursus tanpa jalur sulit ditemukan.',
  'kursus-tanpa-keterangan': 'Tanpa course.yaml folder ini bukan kursus dan tidak tampil.',
  'kursus-tidak-ada': 'Pintu menuju kursus yang tidak ada membuat peserta tersesat.',
  'nama-pelajaran-terpakai': 'Dua halaman tidak boleh punya alamat yang sama.',
  'negara-tidak-ada': 'Di tempat negara pembaca akan melihat tempat kosong.',
  'padanan-ganda': 'Padanan yang ditulis dua kali tidak menolong pencarian.',
  'padanan-tidak-dipakai': 'Padanan untuk kata yang tidak ada di pelajaran mana pun tidak menemukan apa-apa.',
  'panduan-tanpa-kursus': 'Panduan hanya tampil bersama kursusnya.',
  'pelajaran-belum-terdaftar': 'Pelajaran yang tidak terdaftar tidak tampil, walau berkasnya ada.',
  'pelajaran-ganda': 'Pelajaran yang terdaftar dua kali tampil dan dihitung dua kali.',
  'pelajaran-tidak-ada': 'Peserta disuruh membaca pelajaran yang tidak ada.',
  'pembaca-tidak-diminta':
    'Kursus ini terbit bila semua yang disebut di needsReaders sudah membacanya. Yang lain tidak dihitung.',
  'pemeriksaan-lewat': 'Aturan, biaya, dan nomor berubah. Pelajaran yang lama tidak diperiksa bisa merugikan orang.',
  'pilihan-pelajaran-terlalu-banyak': 'Bila semua wajib, tidak ada yang dipilih.',
  'sumber-tidak-ada': 'Fakta ini menunjuk ke sumber yang tidak terdaftar.',
  'tanggal-dibaca-belum-tiba':
    'Kursus ini terbit karena seseorang sudah membacanya. Tanggal yang belum tiba berarti belum.',
  'tanggal-periksa-belum-tiba': 'Tanggal pemeriksaan adalah janji kepada pembaca bahwa faktanya sudah dicocokkan.',
  'tanggal-periksa-terbalik': 'Pemeriksaan berikutnya harus sesudah yang terakhir.',
  'ujian-tidak-ada': 'Tanpa ujian kursus ini tidak pernah selesai.',
} as const satisfies Readonly<Record<string, string>>;
