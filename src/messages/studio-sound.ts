import { soundLimits } from '#domain/studio/sound.ts';

/** Words of the page on which staff record a lesson's sentences. */
export const soundMessages = {
  title: 'Rekaman',
  of: (lesson: string) => `Rekaman untuk “${lesson}”`,
  lead: 'Bacakan kalimat ini dengan tenang, seperti kepada tetangga. Peserta mendengarnya dengan satu sentuhan.',
  now: 'Rekaman sekarang',
  stale: 'Rekaman lebih lama daripada teks. Rekam lagi, atau katakan bahwa isinya masih sama.',
  keep: 'Isinya masih sama',
  drop: 'Hapus rekaman',
  file: 'Pilih rekaman',
  fileHint: 'Rekam dengan perekam suara di HP, lalu pilih berkasnya: MP3, M4A, OGG, atau WebM, paling besar 300 KB.',
  send: 'Simpan rekaman',
  saved: 'Rekaman tersimpan di naskah.',
  mend: 'Rekaman sudah masuk naskah, tetapi pelajarannya masih perlu diperbaiki. Buka tulisannya, lalu simpan.',
  dropped: 'Pelajaran ini sekarang tanpa rekaman.',
  unreadable: 'Bagian atas pelajaran belum terbaca. Perbaiki dulu tulisannya, lalu rekam.',
} as const;

/** What the recorder says. */
export const recorderMessages = {
  start: 'Rekam sekarang',
  stop: 'Berhenti',
  again: 'Rekam lagi',
  recording: (seconds: number) => `Sedang merekam: ${seconds} dari ${soundLimits.seconds} detik.`,
  done: (seconds: number) => `Selesai, ${seconds} detik. Dengarkan dulu, lalu simpan.`,
  playback: 'Dengarkan rekaman Anda',
  insecure:
    'Di alamat ini browser tidak boleh memakai mikrofon, karena sambungannya tidak terkunci (http). Rekam dengan perekam suara HP, lalu pilih berkasnya.',
  unable: 'Browser ini tidak bisa merekam. Rekam dengan perekam suara HP, lalu pilih berkasnya.',
  refused: 'Mikrofon tidak diizinkan atau tidak ada. Izinkan di pengaturan browser, atau pilih berkas rekaman.',
} as const;
