/** What can be wrong with a file of `content/` before anybody looks at what it says: why it matters, in Indonesian, for authors. */
export const fileFaults = {
  'angka-dua-arti':
    'Titik di depan tiga angka bisa berarti ribuan atau koma. Kunci yang salah dibaca membuat jawaban benar dinilai salah.',
  'angka-terbaca-lain':
    'YAML membaca sebagian tulisan angka sebagai angka lain, misalnya 0x10 atau 007. Angka yang berubah diam-diam tidak boleh terbit.',
  'berkas-bukan-biasa': 'Tautan ke berkas lain hilang saat folder disalin ke komputer lain.',
  'berkas-terlalu-besar': 'Peserta membayar paket data. Berkas besar lama terbuka dan mahal.',
  'berkas-tidak-ada': 'Tanpa berkas ini situs tidak bisa dibuat.',
  'berkas-tidak-dikenal': 'Berkas yang tidak dikenal tidak tampil di mana pun. Biasanya nama atau tempatnya keliru.',
  'bukan-utf-8': 'Huruf khusus akan tampil rusak di HP.',
  'daftar-kata-salah': 'Daftar kata yang rapi membuat salah ketik mudah terlihat.',
  'frontmatter-salah': 'Bagian atas yang ditulis dengan cara lain bisa dibaca lain oleh pembuat situs.',
  'gambar-berkode': 'Gambar dapat membawa kode. Gambar di sini dibaca di HP orang lain.',
  'gambar-mengambil-berkas':
    'Gambar yang mengambil berkas lain tidak tampil tanpa jaringan, dan memberi tahu orang luar siapa yang membaca.',
  'gambar-salah-jenis': 'Ponsel mengenali gambar dari isinya. Nama dengan akhiran keliru tidak tampil di sebagian HP.',
  'gambar-tanpa-ukuran': 'Tanpa ukuran halaman melompat ketika gambar muncul.',
  'id-ganda': 'Yang lain menunjuk ke id. Id yang sama menunjuk ke dua hal.',
  'isian-kurang': 'Tanpa isian ini pelajaran atau kuis tidak lengkap.',
  'isian-salah': 'Isian ini tidak terbaca sebagai yang dimaksud, jadi tidak bisa dipakai.',
  'isian-tidak-dikenal': 'Isian yang tidak dikenal biasanya salah ketik, dan isinya diabaikan.',
  'kata-tidak-dikenal':
    'Orang yang membaca perlahan berhenti di kata yang salah ketik, dan pencarian tidak menemukannya.',
  'nama-berkas': 'Nama berkas menjadi alamat halaman. Huruf besar dan spasi mudah salah ketik.',
  'suara-salah-jenis': 'HP mengenali suara dari isinya. Yang tidak dikenalnya tidak terdengar.',
  'tanda-bom': 'Tanda BOM tidak terlihat dan merusak baris pertama.',
  'tanda-kendali': 'Tanda yang tidak terlihat dapat membalik tulisan atau membuat dua tulisan tampak sama.',
  'tulisan-terpotong': 'Di YAML tulisan sesudah tanda # dianggap komentar. Pembaca tidak akan melihatnya.',
  'yaml-terlalu-dalam': 'Susunan sedalam itu biasanya kurung yang belum ditutup.',
  'yaml-tidak-sederhana': 'Tanda khusus YAML dapat mengubah isi tanpa terlihat.',
  'yaml-tidak-terbaca': 'Berkas yang tidak terbaca tidak bisa diperiksa sama sekali.',
} as const satisfies Readonly<Record<string, string>>;
