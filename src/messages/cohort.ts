import type { MemberProblem } from '#domain/learning/member-list.ts';

/** Words of the pages about cohorts. */
export const cohortMessages = {
  title: 'Angkatan',
  problems: {
    name: 'Isi nama angkatan, paling panjang 60 huruf.',
    date: 'Tanggal itu tidak ada. Tanggal ditulis tahun-bulan-hari, misalnya 2026-12-01.',
    dates_reversed: 'Tanggal tutup tidak boleh sebelum tanggal buka.',
    course: 'Pilih kursus dari daftar.',
    course_archived: 'Kursus ini sudah diarsipkan, jadi angkatan baru tidak bisa dibuka.',
    people: 'Pilih peserta dari daftar, paling banyak 500 sekaligus.',
    place: 'Tempat ditulis dalam satu baris, paling panjang 80 huruf.',
    trainer: 'Pilih pelatih dari daftar.',
    cohort_closed: 'Angkatan ini sudah ditutup untuk peserta baru. Buka lagi dulu di bagian Atur angkatan.',
    person: 'Peserta itu sudah tidak di angkatan ini.',
  },
  dates: (opensOn: string | undefined, closesOn: string | undefined) => {
    if (opensOn && closesOn) return `ujian ${opensOn} sampai ${closesOn}`;
    if (opensOn) return `ujian mulai ${opensOn}`;
    return closesOn ? `ujian sampai ${closesOn}` : 'ujian terbuka kapan saja';
  },
  exam: {
    title: 'Ujian',
    before: (when: string) => `Ujian belum dibuka. Dibuka ${when}.`,
    open: (until: string | undefined) =>
      until === undefined ? 'Ujian sedang terbuka, tanpa tanggal tutup.' : `Ujian sedang terbuka sampai ${until}.`,
    after: (since: string) => `Ujian sudah ditutup sejak ${since}.`,
    why: 'Jawaban di luar waktu ini tetap diterima dan dinilai, tetapi ditandai untuk Anda.',
    openNow: 'Buka ujian sekarang',
    closeNow: 'Tutup ujian sekarang',
    byDates: 'Atur dengan tanggal',
    opensOn: 'Ujian dibuka tanggal',
    closesOn: 'Ujian terakhir tanggal',
    saveDates: 'Simpan tanggal',
  },
  members: (count: number) => (count === 0 ? 'belum ada peserta' : `${count} peserta`),
  people: 'Peserta angkatan',
  nobody: 'Belum ada. Tambahkan di bawah ini.',
  removed: (name: string) => `Keluarkan ${name} dari angkatan`,
  remove: 'Keluarkan',
  progress: 'Lihat kemajuan mereka',
  grades: 'Unduh nilai angkatan ini (CSV)',
  add: 'Tambah peserta',
  addPicked: 'Tambahkan yang dipilih',
  pick: 'Pilih dari peserta rumah belajar',
  addList: 'Tambahkan daftar ini',
  list: 'Tempel nama atau nama masuk, satu per baris',
  listHint:
    'Boleh juga tabel dengan kolom nama dan nama_masuk. Semua masuk, atau tidak ada yang masuk bila satu baris salah.',
  file: 'Atau berkas CSV atau Excel',
  line: (line: number, what: string) => `Baris ${line}: ${what}`,
  listProblems: {
    unknown_name: 'tidak ada peserta dengan nama ini. Periksa ejaannya, atau minta pengurus menambahkannya.',
    unknown_login: 'tidak ada peserta dengan nama masuk ini di rumah belajar ini.',
    several: 'ada beberapa peserta bernama sama. Tulis nama masuknya.',
  } satisfies Record<MemberProblem, string>,
  settings: 'Atur angkatan',
  name: 'Nama angkatan',
  trainer: 'Pelatih',
  place: 'Tempat',
  led: (trainer: string | undefined) => (trainer === undefined ? 'pelatih belum ditentukan' : `dipimpin ${trainer}`),
  save: 'Simpan',
  close: 'Tutup angkatan',
  closeWhy:
    'Tidak ada peserta baru yang dapat masuk, dan angkatan ini tidak lagi muncul di halaman awal pelatih. Catatan tetap tersimpan.',
  reopen: 'Buka angkatan lagi',
  closed: 'Angkatan ini sudah ditutup.',
  closedOnes: 'Yang sudah ditutup',
} as const;
