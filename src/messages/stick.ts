/** What is told to whoever starts Rumah Belajar from a stick. */
export const stickMessages = {
  running: 'Rumah Belajar sedang berjalan di komputer ini. Hentikan dulu (Ctrl+C di jendelanya), lalu jalankan lagi.',
  damaged: (path: string) => `Salinan dari stik tidak utuh: ${path}. Buat stik itu sekali lagi.`,
  otherVersion: 'Isi stik belum lengkap: versinya tidak cocok. Buat stik itu sekali lagi.',
  settings: [
    '# Pengaturan Rumah Belajar, satu per baris. Sesudah mengubah: hentikan, lalu jalankan lagi.',
    '# HOST=0.0.0.0: HP di Wi-Fi yang sama bisa membuka situs. HOST=127.0.0.1: hanya komputer ini.',
    'HOST=0.0.0.0',
    'PORT=4321',
    '',
  ].join('\n'),
};
