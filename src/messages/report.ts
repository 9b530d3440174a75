import type { RecordFlag } from '#domain/learning/record.ts';
import { signInMessages } from './sign-in.ts';

/** Words of the trainer's report and its CSV file. */
export const reportMessages = {
  csvHeader: [
    'Nama',
    signInMessages.login,
    'Kode kursus',
    'Kursus',
    'Terdaftar sejak',
    'Pelajaran dibaca',
    'Jumlah pelajaran',
    'Percobaan ujian',
    'Nilai ujian (%)',
    'Selesai',
    'Catatan terakhir',
    'Percobaan bertanda',
    'Perlu dibantu',
  ],
  yes: 'ya',
  no: 'belum',
  flags: {
    late: 'melewati batas waktu atau tanggal penutupan',
    over_limit: 'melewati batas percobaan',
    too_soon: 'dimulai sebelum ujian dibuka',
    no_pause: 'dimulai sebelum jeda habis',
    too_fast: 'lebih cepat daripada orang membaca soalnya',
    old_edition: 'soal lama',
    own_draw: 'undian soal tidak menurut aturan',
  } satisfies Record<RecordFlag, string>,
  /** Of an attempt that waited on a phone for days; the first day is what that phone's clock said. */
  belated: (answered: string, arrived: string) => `dijawab ${answered} menurut jam HP, baru sampai ${arrived}`,
  regraded: 'nilai diperbaiki karena kunci soal keliru',
  helpReason,
  /** The same for one participant's page: silence is said once, with where, its courses by title. */
  helpReasons(reasons: readonly (HelpWords & { readonly course: string })[], titleOf: (course: string) => string) {
    const silent = reasons.flatMap((reason) => (reason.kind === 'inactive' ? [reason] : []));
    const named = silent.slice(0, mostTold).map(({ course }) => titleOf(course));
    const more = silent.length > mostTold ? [`${silent.length - mostTold} kursus lain`] : [];
    return [
      ...reasons.flatMap((reason) => (reason.kind === 'inactive' ? [] : helpReason(reason))),
      ...(silent.length === 0
        ? []
        : [
            `tidak ada kegiatan ${Math.min(...silent.map(({ days }) => days))} hari: ${[...named, ...more].join(', ')}`,
          ]),
    ];
  },
  /** All reasons of one participant, each in a few words: what is the same in several courses is said once. */
  helpChips(reasons: readonly HelpWords[]): readonly string[] {
    const told = reasons.flatMap((reason) => (reason.kind === 'inactive' ? [] : helpChip(reason)));
    const silent = reasons.flatMap((reason) => (reason.kind === 'inactive' ? [reason.days] : []));
    return [
      ...told.slice(0, mostTold),
      ...(told.length > mostTold ? [`dan ${told.length - mostTold} lainnya`] : []),
      ...(silent.length > 0 ? [`Diam ${Math.min(...silent)} hari di ${silent.length} kursus`] : []),
    ];
  },
  admit: 'Terima nilai ini',
  decline: 'Jangan hitung',
  /** Who said when whether a held attempt counts. */
  decided: (counts: boolean, by: string | undefined, on: string) =>
    `${counts ? 'Nilainya diterima' : 'Tidak dihitung'}, kata ${by ?? 'pelatih'} pada ${on}.`,
  undecided: 'Nilai ini belum dihitung. Bicarakan dulu dengan pesertanya.',
  undecidedProof: 'Nilai ini dihitung, tetapi sertifikatnya menunggu kata Anda. Bicarakan dulu dengan pesertanya.',
  page: (what: string, from: number, to: number, of: number) => `${what} ${from}–${to} dari ${of}`,
  before: 'Sebelumnya',
  after: 'Berikutnya',
} as const;

/** As many quizzes of one participant are named. */
const mostTold = 3;

type HelpWords =
  | { readonly kind: 'held'; readonly title: string; readonly attempts: number }
  | { readonly kind: 'failing'; readonly title: string; readonly attempts: number }
  | { readonly kind: 'inactive'; readonly days: number };

function helpChip({ kind, attempts, title }: Exclude<HelpWords, { readonly kind: 'inactive' }>): string {
  return kind === 'held' ? `${attempts}× ${title} menunggu keputusan Anda` : `${attempts}× belum lulus ${title}`;
}

function helpReason(reason: HelpWords): string {
  switch (reason.kind) {
    case 'held':
      return `${reason.attempts} percobaan ${reason.title} menunggu keputusan pelatih`;
    case 'failing':
      return `belum lulus ${reason.title} setelah ${reason.attempts} percobaan`;
    case 'inactive':
      return `tidak ada kegiatan ${reason.days} hari`;
  }
}
