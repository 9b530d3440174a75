import type { GlanceColumn, GlanceState } from '#domain/learning/glance.ts';

/** Words of a class at a glance. */
export const glanceMessages = {
  title: 'Kelas sekilas',
  open: 'Kelas sekilas',
  nobody: 'Angkatan ini belum punya peserta.',
  legend: 'Arti tanda',
  states: {
    done: { lesson: 'dibaca', quiz: 'lulus' },
    tried: { lesson: 'dicoba', quiz: 'belum lulus' },
    waiting: { lesson: 'menunggu', quiz: 'menunggu pelatih' },
    open: { lesson: 'belum dibaca', quiz: 'belum dicoba' },
  } satisfies Record<GlanceState, Record<'lesson' | 'quiz', string>>,
  legendWords: {
    done: 'dibaca atau lulus',
    tried: 'dicoba, belum lulus',
    waiting: 'menunggu keputusan pelatih',
    open: 'belum',
  } satisfies Record<GlanceState, string>,
  name: 'Peserta',
  needHelp: (count: number) =>
    count === 0 ? 'Tidak ada yang perlu bantuan hari ini.' : `${count} peserta perlu bantuan`,
  helpHow:
    'Yang perlu bantuan: gagal dua kali pada kuis yang sama, ada percobaan yang menunggu keputusan Anda, atau 14 hari tanpa kegiatan.',
  flagged: (count: number) => `Percobaan bertanda (${count})`,
  flaggedWhy: 'Terlambat, lama di jalan, terlalu cepat, atau tidak biasa. Buka halaman peserta untuk memutuskan.',
  matrix: 'Peserta dan pelajarannya',
  scrolls: 'Geser tabel ke samping untuk melihat semua kolom.',
  columns: 'Singkatan di kepala tabel',
  chart: 'Berapa peserta yang selesai',
  chartHow: (people: number) => `Dari ${people} peserta angkatan ini, yang sudah membaca pelajaran atau lulus kuisnya.`,
  part: 'Bagian',
  people: 'Peserta selesai',
  of: (done: number, all: number) => `${done} dari ${all}`,
  card: (done: number, all: number, kind: GlanceColumn['kind']) => {
    const words = { lesson: 'pelajaran dibaca', practice: 'latihan lulus', assessment: 'ujian lulus' };
    return `${done} dari ${all} ${words[kind]}`;
  },
} as const;
