import type { Audience, LessonChoice, Pillar } from '#domain/course/course.ts';

/** How pillars and audiences are called. */
export const courseMessages = {
  pillars: {
    'layanan-migrasi': 'Layanan migrasi',
    'usaha-produktif': 'Usaha produktif',
    'rumah-belajar': 'Rumah belajar dan pengasuhan',
    koperasi: 'Koperasi',
  },
  audiences: {
    'calon-pmi': 'yang akan berangkat',
    purna: 'yang sudah pulang',
    keluarga: 'keluarga di rumah',
    petugas: 'petugas desa',
    pelatih: 'pelatih',
  },
  /** On the page of a course, to whoever takes it. */
  enrolled: 'Anda ikut kursus ini.',
  completed: 'Kursus ini sudah Anda selesaikan.',
  own: 'Kemajuan saya',
  archive: 'Arsip',
  archived: (day: string) => `Kursus ini diarsipkan pada ${day}`,
  archivedWhy: 'Masih bisa dibaca, dan yang sudah ikut bisa menyelesaikannya. Peserta baru tidak diterima.',
  archivedRefusal: 'Kursus ini sudah diarsipkan: masih bisa dibaca, tetapi tidak menerima peserta baru.',
  goOn: 'Lanjutkan',
  /** Behind the name of a lesson or an exam, for ears alone. */
  done: 'sudah selesai',
  readOf: (done: number, of: number) => `${done} dari ${of} pelajaran sudah dibaca.`,
  /** Over the courses of a path. */
  inOrder: 'Mulai dari nomor satu. Kursus lain boleh menyusul kapan saja.',
  /** What must be read: all lessons, named ones, or some of the participant's choice. */
  lessonsToRead: ({ count, among }: { count: number; among: readonly string[] }, all: number) => {
    if (count < among.length) return `paling sedikit ${inWords(count)} pelajaran pilihan Anda`;
    return count === all ? `semua ${count} pelajaran` : `${count} pelajaran wajib`;
  },
  choose: ({ atLeast, by }: LessonChoice) =>
    `Pilih paling sedikit ${inWords(atLeast)} pelajaran${by === undefined ? '' : `: ${by}`}. Yang lain boleh dibaca juga.`,
} as const satisfies {
  pillars: Record<Pillar, string>;
  audiences: Record<Audience, string>;
  [name: string]: unknown;
};

function inWords(count: number): string {
  return ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima'][count] ?? String(count);
}
