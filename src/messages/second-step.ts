import { formatInstant } from '#domain/local-date.ts';
import type { CodeProblem } from '#domain/person/second-step.ts';

/** Words of the code that staff may have asked for at sign-in. */
export const secondStepMessages = {
  title: 'Kode pengaman',
  why: 'Dengan kode pengaman, orang yang tahu kata sandi Anda tetap tidak bisa masuk tanpa HP Anda. Setiap kali masuk Anda mengetik enam angka dari aplikasi kode di HP.',
  needs:
    'Yang diperlukan: HP Anda dengan aplikasi kode (misalnya Aegis, 2FAS, atau Google Authenticator; tidak perlu internet) dan kertas untuk sepuluh kode darurat.',
  begin: 'Pasang kode pengaman',
  scan: 'Pindai dengan aplikasi kode di HP Anda',
  scanWhy:
    'Buka aplikasi kode, pilih tambah, lalu pindai gambar ini. Jangan difoto dan jangan ditunjukkan kepada orang lain.',
  qr: 'Kode QR untuk aplikasi kode',
  typeKey: 'Tidak bisa memindai? Ketik kunci ini di aplikasi, jenis “berbasis waktu”:',
  firstCode: 'Kode enam angka yang tampil di aplikasi',
  confirm: 'Aktifkan',
  code: 'Kode dari aplikasi',
  codeHint: 'Enam angka dari aplikasi kode di HP Anda, atau satu kode darurat dari kertas',
  on: (since: string) => `Kode pengaman aktif sejak ${since}.`,
  codesLeft: (left: number) =>
    left === 0
      ? 'Kode darurat sudah habis. Buat yang baru sekarang.'
      : `Kode darurat yang belum dipakai: ${left} dari 10.`,
  recovery: 'Sepuluh kode darurat Anda',
  recoveryOnce: (login: string) =>
    `Cetak atau catat sekarang: kode ini hanya terlihat satu kali. Untuk nama masuk ${login}.`,
  recoveryWhy:
    'Bila HP hilang, ketik satu kode ini di tempat kode aplikasi. Setiap kode berlaku satu kali. Simpan kertasnya jauh dari HP dan laptop.',
  print: 'Cetak',
  saved: 'Sudah ada di kertas: lanjut',
  renew: 'Buat sepuluh kode darurat baru',
  renewWhy: 'Kode darurat yang lama tidak berlaku lagi.',
  end: 'Matikan kode pengaman',
  endWhy: 'Sesudah ini kata sandi saja cukup untuk masuk.',
  ended: 'Kode pengaman sudah dimatikan.',
  lost: 'HP dan kode darurat hilang? Pengurus bisa menghapus kode pengaman pelatih, penjaga server kode pengaman pengurus.',
  enter: 'Masuk',
  askCode: 'Satu langkah lagi',
  askCodeWhy: 'Kata sandi Anda benar. Akun ini juga meminta kode.',
  ownLink: 'Kode pengaman saat masuk',
  clear: 'Hapus kode pengaman',
  clearWhy:
    'Lakukan hanya bila orangnya ada di depan Anda dan HP serta kode daruratnya hilang. Ia keluar dari semua HP, dan kata sandinya saja cukup untuk masuk.',
  cleared: 'Kode pengaman sudah dihapus.',
  keeperClears: 'Kode pengaman seorang pengurus hanya bisa dihapus oleh penjaga server.',
  nothingHere: 'Halaman ini tidak ada',
  serverClock: (at: number) => `Jam server sekarang: ${formatInstant(at)}.`,
  problem: (problem: CodeProblem, now: number) => {
    if (problem.reason === 'clock') return sayClock(problem);
    return problem.reason === 'used'
      ? 'Kode ini sudah dipakai. Tunggu sampai aplikasi menunjukkan kode berikutnya, paling lama setengah menit.'
      : `Kode tidak cocok. Jam server ${formatInstant(now)}: bila jam itu salah, betulkan dulu. Atau pakai satu kode darurat.`;
  },
  refusals: {
    ticket_over: 'Terlalu lama menunggu kode. Ketik lagi nama masuk dan kata sandi Anda.',
    code_asked: 'Akun ini meminta kode pengaman. Masuk dulu di halaman Masuk, lalu ulangi di sini.',
    second_step_on: 'Kode pengaman sudah aktif. Matikan dulu bila mau memasang di HP lain.',
    setup_over: 'Terlalu lama. Mulai lagi dengan kata sandi Anda.',
  },
} as const;

/** The code is right, the time is not: nobody should look for the fault in the code. */
function sayClock({ codeAt, serverAt }: Extract<CodeProblem, { reason: 'clock' }>): string {
  const apart = duration(Math.abs(codeAt - serverAt));
  const side = codeAt > serverAt ? 'terlambat' : 'terlalu cepat';
  return `Kodenya benar, jamnya yang berbeda: jam server ${formatInstant(serverAt)}, jam HP Anda ${formatInstant(codeAt)}. Jam server ${side} ${apart}, atau jam HP yang salah. Betulkan jam yang salah, atau pakai satu kode darurat.`;
}

function duration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} jam`] : []), ...(rest > 0 ? [`${rest} menit`] : [])].join(' ');
}
