import type { PeopleInPicture } from '#domain/studio/picture.ts';

/** Words of the pages on which staff add pictures to a draft, and why a picture or a sound is refused. */
export const pictureMessages = {
  title: 'Tambah gambar',
  of: (lesson: string) => `Gambar untuk “${lesson}”`,
  photo: 'Foto',
  photoHint:
    'Ambil dengan kamera, atau pilih dari berkas. JPG, PNG, atau WebP, paling besar 200 KB setelah dikecilkan.',
  alt: 'Apa yang terlihat di gambar',
  altHint:
    'Ceritakan seperti kepada teman lewat telepon: siapa atau apa, sedang apa, dan apa yang penting untuk pelajaran ini. Contoh: “Timbangan dapur menunjukkan 250 gram keripik di dalam baskom.” Orang yang tidak melihat mendengar kalimat ini.',
  caption: 'Tulisan di bawah gambar',
  people: 'Apakah orang di foto ini setuju?',
  peopleHint:
    'Foto di pelajaran bisa dilihat siapa saja, juga majikan dan calo. Wajah anak dan nama di dokumen jangan difoto.',
  peopleChoices: {
    none: 'Tidak ada orang yang bisa dikenali',
    agreed: 'Ada, dan semua yang terlihat sudah setuju',
  } satisfies Readonly<Record<PeopleInPicture, string>>,
  section: 'Letak di pelajaran',
  atBeginning: 'Di awal, sebelum judul pertama',
  after: (title: string) => `Di akhir bagian “${title}”`,
  add: 'Tambahkan gambar',
  own: 'Gambar di naskah ini',
  drop: (file: string) => `Hapus ${file}`,
  placed: 'Gambar sudah ditambahkan ke pelajaran. Lihat letaknya di pratinjau.',
  mend: 'Gambar sudah masuk naskah, tetapi pelajarannya masih perlu diperbaiki. Buka tulisannya, lalu simpan.',
  preview: 'Lihat pratinjau',
  toText: 'Ke tulisan',
  again: 'Pilih fotonya sekali lagi: browser tidak mengingatnya.',
} as const;

/** What the phone says about a photo before it is sent. */
export const photoFieldMessages = {
  working: 'Foto sedang dikecilkan…',
  done: (before: string, after: string) =>
    `Foto dikecilkan dari ${before} menjadi ${after}. Data tempat dan kamera sudah dihapus.`,
  failed: 'Foto ini tidak bisa dibaca di sini. Pilih foto lain.',
} as const;

/** By the detail of a refusal. */
const problems: Readonly<Record<string, string>> = {
  photo_missing: 'Pilih fotonya dulu.',
  photo_kind: 'Berkas ini bukan foto JPG, PNG, atau WebP. Pilih foto dari kamera atau galeri.',
  photo_broken: 'Foto ini rusak atau tidak lengkap. Pilih foto lain, atau ambil sekali lagi.',
  photo_moving: 'Gambar bergerak tidak bisa dipakai. Pilih foto yang diam.',
  photo_points: 'Foto ini terlalu besar ukurannya. Kecilkan dulu sampai paling panjang 4.096 titik.',
  photo_bytes:
    'Foto ini lebih dari 200 KB. Kecilkan dulu, atau buka halaman ini di browser yang mengecilkannya sendiri.',
  alt_empty: 'Tulis apa yang terlihat di gambar.',
  alt_too_long: 'Cerita gambarnya terlalu panjang. Paling banyak 250 huruf.',
  caption_too_long: 'Tulisan di bawah gambar terlalu panjang. Paling banyak 160 huruf.',
  people_unasked: 'Jawab dulu tentang orang di foto. Kalau ada yang belum setuju, pakai foto lain.',
  sound_missing: 'Rekam dulu, atau pilih berkas rekamannya.',
  sound_kind: 'Berkas ini bukan rekaman MP3, M4A, OGG, atau WebM. Pilih rekaman dari perekam suara HP.',
  sound_picture: 'Ini video, bukan rekaman suara. Pakai perekam suara HP.',
  sound_broken: 'Rekaman ini rusak atau tidak lengkap. Pilih rekaman lain, atau rekam sekali lagi.',
  sound_bytes: 'Rekaman ini lebih dari 300 KB. Rekam lebih singkat, paling lama 90 detik.',
  lesson_unreadable: 'Bagian atas pelajaran belum terbaca. Perbaiki dulu tulisannya, lalu rekam.',
  draft_full: 'Gambar dan suara di naskah ini sudah 5 MB. Hapus sebagian, atau mulai naskah lain.',
  house_full: 'Gambar dan suara rumah belajar ini sudah 200 MB. Bicarakan dengan penjaga server.',
};

/** What a refusal of a picture or a sound means; undefined for one that is not its own. */
export function sayMediaProblem(detail: string | undefined): string | undefined {
  return detail !== undefined && Object.hasOwn(problems, detail) ? problems[detail] : undefined;
}
