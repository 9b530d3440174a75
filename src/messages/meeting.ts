import type { AttendanceMark } from '#domain/learning/meeting.ts';

/** Words of a cohort's meetings and of who was there. */
export const meetingMessages = {
  title: 'Pertemuan',
  none: 'Belum ada pertemuan. Tambahkan tanggalnya di bawah ini.',
  add: 'Tambah pertemuan',
  date: 'Tanggal pertemuan',
  place: 'Tempat',
  placeHint: 'Dikosongkan berarti di tempat angkatan.',
  noPlace: 'tempat belum ditulis',
  state: (entered: number, present: number) =>
    entered === 0 ? 'kehadiran belum diisi' : `${present} hadir dari ${entered} yang dicatat`,
  marks: { present: 'Hadir', excused: 'Izin', absent: 'Tidak' } satisfies Record<AttendanceMark, string>,
  attendance: 'Kehadiran',
  attendanceHow:
    'Ketuk satu pilihan untuk tiap peserta. Boleh diisi belakangan dari lembar kertas, dan boleh dibetulkan: catatan sebelumnya tetap tersimpan.',
  nobody: 'Angkatan ini belum punya peserta.',
  save: 'Simpan kehadiran',
  restPresent: 'Simpan, dan yang belum ditandai: hadir',
  saved: 'Kehadiran tersimpan.',
  enteredBy: (name: string | undefined, when: string) => `diisi ${name ?? 'petugas yang sudah tidak ada'}, ${when}`,
  corrected: 'dibetulkan',
  sheet: 'Lembar untuk dicetak',
  sheetTitle: 'Daftar hadir',
  signature: 'Tanda tangan',
  sheetHow: 'Cetak lembar ini, isi dengan pulpen, lalu salin ke halaman Kehadiran.',
  print: 'Cetak',
  change: 'Pindahkan pertemuan',
  changeNow: 'Simpan tanggal dan tempat',
  callOff: 'Hapus pertemuan ini',
  notThere: 'Pertemuan tidak ada',
  toCohort: 'Ke angkatan',
  problems: {
    meeting_date: 'Tanggal itu tidak ada. Pilih tanggal pertemuan, misalnya 2026-12-01.',
    meeting_far: 'Tanggal pertemuan paling jauh satu tahun sebelum atau sesudah tahun ini. Periksa tahunnya.',
    meeting_double: 'Pada tanggal itu sudah ada pertemuan angkatan ini. Pilih tanggal lain.',
    meeting_off: 'Pertemuan ini sudah dihapus. Tambahkan pertemuan baru bila tetap diadakan.',
    meeting_held:
      'Pertemuan ini tidak dapat dihapus: kehadirannya sudah diisi. Pindahkan tanggalnya bila tanggalnya yang salah.',
    attendance_early: 'Pertemuan ini belum berlangsung. Kehadiran diisi mulai hari pertemuan.',
    attendance_person: 'Ada peserta yang tidak di daftar ini. Muat ulang halaman, lalu isi lagi.',
    attendance_empty: 'Belum ada yang ditandai. Ketuk pilihan untuk paling sedikit satu peserta.',
    attendance_changed:
      'Orang lain baru saja mengisi kehadiran yang sama dengan isi lain. Di bawah ini isi yang terbaru: periksa, lalu simpan lagi.',
    place: 'Tempat ditulis dalam satu baris, paling panjang 80 huruf.',
  },
} as const;
