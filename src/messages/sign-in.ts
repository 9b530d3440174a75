import type { RefusalCode } from '#domain/refusal.ts';
import { refusalMessages } from './refusal.ts';

/** Words of signing in and setting up. */
export const signInMessages = {
  refusal: (code: RefusalCode, waitSeconds?: string) =>
    code === 'unauthenticated'
      ? 'Nama masuk atau PIN tidak cocok. Periksa lagi huruf dan angkanya.'
      : code === 'too_many'
        ? `Terlalu banyak percobaan. Coba lagi ${waitText(Number(waitSeconds ?? 60))}, atau minta bantuan pengurus.`
        : refusalMessages[code],
  login: 'Nama masuk',
  secret: 'PIN atau kata sandi',
} as const;

/** Words of the button beside a secret's field. */
export const showSecretMessages = { show: 'Lihat', hide: 'Tutup' } as const;

function waitText(seconds: number): string {
  if (seconds <= 90) return `${Math.ceil(seconds)} detik lagi`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? `${minutes} menit lagi` : `${Math.ceil(minutes / 60)} jam lagi`;
}
