import type { RefusalCode } from '#domain/refusal.ts';
import { oneTimeNumberMessages } from './one-time-number.ts';
import { refusalMessages } from './refusal.ts';
import { secondStepMessages } from './second-step.ts';

const told = { ...oneTimeNumberMessages.refusals, ...secondStepMessages.refusals };

/** Words of signing in and setting up. */
export const signInMessages = {
  refusal: (code: RefusalCode, waitSeconds?: string, detail = '') =>
    Object.hasOwn(told, detail)
      ? told[detail as keyof typeof told]
      : code === 'unauthenticated'
        ? 'Nama masuk atau PIN (kata sandi) tidak cocok. Periksa lagi huruf dan angkanya.'
        : code === 'too_many'
          ? `Terlalu banyak percobaan. Coba lagi ${waitText(Number(waitSeconds ?? 60))}, atau minta bantuan pengurus.`
          : refusalMessages[code],
  left: 'Anda sudah keluar. HP ini tidak dipakai atas nama siapa pun.',
  leftBehind: 'Jawaban yang belum terkirim tetap tersimpan di HP ini sampai Anda masuk lagi.',
  login: 'Nama masuk',
  loginHint: 'Tertulis di kartu Anda, misalnya siti',
  pin: 'PIN (enam angka)',
  forStaff: 'Pelatih atau pengurus? Masuk dengan kata sandi',
  forParticipants: 'Peserta? Masuk dengan PIN',
  thenEnrolled: (course: string) => `Masuk dulu. Sesudah itu Anda langsung ikut kursus “${course}”.`,
  unlocked:
    'Alamat ini tidak terkunci (http, bukan https). Masuk lewat Wi-Fi rumah belajar saja, dengan PIN yang tidak Anda pakai di tempat lain.',
  unlockedForStaff:
    'Alamat ini tidak terkunci (http, bukan https): orang di Wi-Fi yang sama dapat membaca kata sandi Anda. Masuk dari laptop server sendiri, atau pakai alamat https bila ada.',
  passphrase: 'Kata sandi',
  secretWrong: 'PIN atau kata sandi tidak cocok. Periksa lagi huruf dan angkanya.',
  confirmTitle: 'Pastikan ini Anda',
  confirmWhy: (name: string) =>
    `Berkas ini berisi data banyak orang. Sebelum diunduh, ketik lagi kata sandi ${name}. Kami tanyakan lagi setelah sepuluh menit.`,
  goOn: 'Lanjut',
  nothingHere: 'Halaman ini tidak ada',
} as const;

/** Words of the button beside a secret's field. */
export const showSecretMessages = { show: 'Lihat', hide: 'Tutup' } as const;

function waitText(seconds: number): string {
  if (seconds <= 90) return `${Math.ceil(seconds)} detik lagi`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? `${minutes} menit lagi` : `${Math.ceil(minutes / 60)} jam lagi`;
}
