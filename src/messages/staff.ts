import type { CohortDay } from '#domain/learning/cohort-days.ts';

/** Words of the pages that trainers and coordinators begin their day with. */
export const staffMessages = {
  navigation: 'Halaman pengelola',
  links: {
    house: 'Pengurus',
    houseReport: 'Laporan rumah',
    classes: 'Pelatih',
    persons: 'Orang',
    participants: 'Peserta',
    cohorts: 'Angkatan',
    reports: 'Laporan',
    drafts: 'Naskah',
  },
  today: 'Yang perlu hari ini',
  addressCertificate: (day: string, daysLeft: number) =>
    `Kunci pengaman alamat rumah belajar ini (sertifikat TLS) ${daysLeft < 0 ? `sudah berakhir pada ${day}` : `berakhir pada ${day}, ${dayText(daysLeft)}`}. ` +
    'Sesudah itu HP memberi peringatan dan banyak orang tidak bisa masuk. Minta berkas yang baru kepada yang mengurus alamat ini, lalu taruh menggantikan berkas lama. Komputer tidak perlu dimulai ulang.',
  nothingToDo: 'Tidak ada yang mendesak hari ini.',
  notStaff: {
    title: 'Halaman ini untuk pengelola',
    message: 'Anda tidak mengelola halaman ini. Kemajuan Anda sendiri ada di halaman Saya.',
    wayOut: 'Ke halaman Saya',
  },
  noCohorts: 'Anda belum memimpin angkatan. Buat satu, lalu yang perlu Anda kerjakan muncul di sini.',
  makeCohort: 'Buat angkatan',
  emptyCohort: (name: string) => `Angkatan ${name} belum punya peserta. Tambahkan.`,
  cohortDay: (name: string, { what, inDays }: CohortDay) =>
    `Ujian angkatan ${name} ${what === 'opens' ? 'dibuka' : 'terakhir'} ${dayText(inDays)}.`,
  needHelp: (count: number, name: string) => `${count} peserta di “${name}” perlu bantuan:`,
  moreNeedHelp: (count: number) => `dan ${count} peserta lainnya, di daftar peserta`,
  noParticipants: 'Rumah belajar ini belum punya peserta.',
  noTrainers: 'Rumah belajar ini belum punya pelatih.',
  neverSignedIn: (count: number) => `${count} peserta belum pernah masuk sejak PIN-nya dibuat.`,
  asksErasure: (name: string, day: string) => `${name} minta datanya dihapus, sejak ${day}. Beri salinannya dulu.`,
  withoutCourse: (count: number) => `${count} peserta belum ikut kursus apa pun.`,
  ownCohorts: 'Angkatan yang Anda pimpin',
  participantsOf: (cohort: string) => `Peserta ${cohort}`,
  noSuchCohort: 'Angkatan tidak ada',
  search: 'Nama atau nama masuk',
  searchNow: 'Cari',
  nobodyFound: (asked: string) => (asked ? `Tidak ada orang dengan nama “${asked}”.` : 'Tidak ada orang.'),
  found: (count: number, asked: string) => (asked ? `${count} orang dengan “${asked}”.` : `${count} orang.`),
  showAll: 'Lihat semua',
  noCourse: 'Belum ikut kursus.',
  needsHelp: 'Perlu bantuan:',
  courseLine: ({ read, lessons, grade, completed, lastOn }: CourseLine) =>
    [
      `${read} dari ${lessons} pelajaran`,
      ...(grade === undefined ? [] : [`nilai ujian ${grade}`]),
      ...(completed ? ['selesai'] : []),
      lastOn === undefined ? 'belum ada kegiatan' : `terakhir ${lastOn}`,
    ].join(', '),
  noReports: 'Belum ada peserta yang ikut kursus, jadi belum ada yang dilaporkan.',
  itemStatistics: 'Analisis soal',
  downloadGrades: (code: string) => `Unduh nilai ${code} (CSV)`,
  guide: (code: string) => `Panduan pelatih ${code}`,
  missedSearches: 'Yang dicari tetapi tidak ada',
  missedSearchesWhy:
    'Pencarian di rumah belajar ini yang tidak menemukan apa-apa, atau tidak semua katanya, dalam 90 hari. Nama pencari tidak dicatat.',
  deeds: 'Siapa melakukan apa',
  deedsWhy: 'Yang dilakukan pengelola pada akun orang-orang rumah belajar ini, dan siapa melihat data siapa.',
  noDeeds: 'Belum ada yang tercatat.',
  poster: 'Poster untuk dinding',
  backedUp: (days: number) =>
    days === 0 ? 'Cadangan terakhir: hari ini.' : `Cadangan terakhir: ${days} hari yang lalu.`,
  backupDue: (days: number | undefined, keeps: boolean) =>
    [
      days === undefined
        ? 'Belum pernah ada cadangan: bila laptop rusak, semua catatan hilang.'
        : `Cadangan terakhir sudah ${days} hari yang lalu.`,
      ...(keeps ? [] : ['Minta penjaga server membuat yang baru.']),
    ].join(' '),
  people: (participants: number, trainers: number, coordinators: number) =>
    `${participants} peserta, ${trainers} pelatih, ${coordinators} pengurus.`,
} as const;

interface CourseLine {
  readonly read: number;
  readonly lessons: number;
  /** As it is written, with its sign. */
  readonly grade: string | undefined;
  readonly completed: boolean;
  /** As it is written. */
  readonly lastOn: string | undefined;
}

function dayText(inDays: number): string {
  if (inDays === 0) return 'hari ini';
  return inDays === 1 ? 'besok' : `${inDays} hari lagi`;
}
