/** Words of the pages about cohorts. */
export const cohortMessages = {
  problems: {
    name: 'Isi nama angkatan, paling panjang 60 huruf.',
    date: 'Tanggal ditulis tahun-bulan-hari, misalnya 2026-12-01.',
    dates_reversed: 'Tanggal tutup tidak boleh sebelum tanggal buka.',
    course: 'Pilih kursus dari daftar.',
    people: 'Pilih peserta dari daftar, paling banyak 200 sekaligus.',
  },
  dates: (opensOn: string | undefined, closesOn: string | undefined) => {
    if (opensOn && closesOn) return `ujian ${opensOn} sampai ${closesOn}`;
    if (opensOn) return `ujian mulai ${opensOn}`;
    return closesOn ? `ujian sampai ${closesOn}` : 'ujian terbuka kapan saja';
  },
  members: (count: number) => (count === 0 ? 'belum ada peserta' : `${count} peserta`),
} as const;
