import type { DistrictProblem } from '#domain/statistics/district-file.ts';
import type { CountedThing } from '#domain/statistics/house-months.ts';

/** Words of the coordinator's reports and their files. */
export const houseReportMessages = {
  title: 'Laporan rumah belajar',
  lead: 'Dihitung dari semua peserta rumah belajar ini. Angka di berkas sama dengan angka di halaman ini.',
  nothing: 'Belum ada kegiatan yang dapat dilaporkan.',
  byCourse: 'Menurut kursus',
  byMonth: 'Menurut bulan',
  byBoth: 'Menurut kursus dan bulan',
  course: 'Kursus',
  code: 'Kode',
  month: 'Bulan',
  things: {
    enrolled: 'Peserta baru',
    active: 'Peserta aktif',
    lessonsRead: 'Pelajaran dibaca',
    attempts: 'Percobaan kuis',
    passed: 'Lulus ujian',
    certificates: 'Sertifikat',
  } satisfies Record<CountedThing, string>,
  once: 'Peserta aktif dihitung satu kali di tiap baris, jadi jumlahnya tidak selalu sama dengan jumlah baris lain.',
  scrolls: 'Geser tabel ke samping untuk melihat semua kolom.',
  files: 'Berkas',
  xlsx: 'Unduh Excel (XLSX)',
  csv: 'Unduh CSV',
  print: 'Cetak',
  district: 'Unduh untuk kabupaten',
  districtWhy:
    'Berkas untuk kabupaten tidak memuat nama siapa pun. Angka di bawah 5 ditulis <5, supaya tidak menunjuk orang.',
  xapi: (month: string) => `Unduh catatan belajar ${month} (xAPI)`,
  xapiWhy: 'Catatan belajar memuat nomor tiap peserta, tanpa nama. Diminta kata sandi Anda sekali lagi.',
  adding: 'Jumlahkan berkas banyak rumah belajar',
  addingLead: 'Pilih berkas “untuk kabupaten” dari beberapa rumah belajar. Isinya tidak disimpan di sini.',
  addingFiles: 'Berkas CSV dari rumah-rumah belajar',
  addNow: 'Jumlahkan',
  noFiles: 'Pilih paling sedikit satu berkas.',
  tooManyFiles: 'Paling banyak 200 berkas sekali.',
  added: (files: number, houses: number) => `${files} berkas dari ${houses} rumah belajar`,
  houses: 'Rumah belajar',
  atLeast: (told: number, hidden: number) => (hidden === 0 ? String(told) : `${told} + ${hidden}×(<5)`),
  hiddenHow: 'Tanda +2×(<5) berarti dua rumah belajar punya angka di bawah 5 yang tidak disebut.',
  fileProblem: (name: string, line: number, text: string) =>
    line === 0 ? `${name}: ${text}` : `${name}, baris ${line}: ${text}`,
  problems: {
    not_a_district_file: 'bukan berkas “untuk kabupaten”. Unduh dari halaman laporan rumah belajar.',
    row_broken: 'baris ini tidak lengkap atau angkanya rusak. Minta berkas yang baru.',
    count_too_small: 'ada angka di bawah 5. Berkas ini diubah orang: minta berkas yang baru.',
  } satisfies Record<DistrictProblem, string>,
} as const;
