import { formatDate } from '#domain/local-date.ts';
import type { Verdict } from '#domain/certificate/check-list.ts';

/** Words of `/periksa/`. */
export const certificateCheckMessages = {
  titles: { valid: 'Sah', ended: 'Tidak berlaku lagi', invalid: 'Tidak sah' },
  why: (verdict: Verdict): string => {
    if (verdict.kind === 'valid') return 'Ditandatangani rumah belajar, dan tidak dicabut.';
    if (verdict.kind === 'ended') return `${endings[verdict.why]} pada ${formatDate(verdict.on)}.`;
    return faults[verdict.why];
  },
  rows: ['Nama', 'Kursus', 'Rumah belajar', 'Selesai pada', 'Nilai', 'Nomor'],
  compare: 'Cocokkan dengan yang tercetak. Bila ada yang berbeda, kertasnya sudah diubah.',
  percent: (percent: number) => `${percent} dari 100`,
  listOf: (on: string) => `Daftar per ${formatDate(on)}.`,
  noList: 'Daftar kunci belum bisa diambil. Sambungkan ke internet atau Wi-Fi rumah belajar, lalu coba lagi.',
  noReader:
    'Peramban ini tidak bisa membaca kode dari gambar. Pindai dengan aplikasi kamera, atau tempel tulisannya di atas.',
  noCode: 'Tidak ada kode QR yang terbaca di gambar itu. Foto lagi dari dekat, lurus dan terang.',
} as const;

const endings = {
  revoked: 'Dicabut oleh rumah belajar',
  replaced: 'Diganti dengan sertifikat baru',
} as const;

const faults = {
  unreadable: 'Ini bukan kode sertifikat, atau terpotong. Salin atau pindai seluruhnya, lalu coba lagi.',
  unsigned: 'Isinya diubah, atau tidak ditandatangani rumah belajar yang dikenal situs ini.',
  unlisted: 'Ditandatangani dengan kunci yang hilang, dan tidak ada di daftar sertifikat rumah belajar.',
} as const;
