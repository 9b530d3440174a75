import type { CertificateEnding } from '#domain/certificate/certificate.ts';

/** Words of certificates. */
export const certificateMessages = {
  /** A percentage in figures, in words, and what it is worth. */
  grade: (percent: number) => `${percent} dari 100 (${inWords(percent)}), ${worthOf(percent)}`,
  title: 'Sertifikat',
  yours: 'Sertifikat Anda',
  none: 'Belum ada. Sertifikat dibuat sendiri begitu sebuah kursus atau jalur selesai.',
  notFound: 'Sertifikat itu tidak ada, atau bukan milik Anda.',
  paths: 'Jalur belajar',
  ended: (why: CertificateEnding, on: string) =>
    why === 'replaced'
      ? `Sertifikat ini diganti pada ${on}. Kertas yang lama tidak berlaku lagi.`
      : `Sertifikat ini dicabut pada ${on}. Kertasnya tidak berlaku lagi.`,
  waits: (title: string) =>
    `${title}: sertifikatnya menunggu kata pelatih. Minta pelatih Anda membuka nama Anda di "Peserta", melihat nilai ujian yang bertanda, lalu memilih "Terima nilai ini".`,
  problem:
    'Sertifikat baru belum bisa dibuat: kunci rumah belajar tidak di tempatnya. Pengurus perlu mengembalikannya.',
  overdue: (on: string) => `Materi kursus ini seharusnya diperiksa ulang paling lambat ${on}; saat diberikan, belum.`,
  staff: 'Untuk pelatih dan pengurus',
  wrongName: 'Namanya salah? Betulkan dulu di data orangnya, lalu buat yang baru. Kertas yang lama tidak berlaku lagi.',
  replace: 'Ganti dengan nama yang betul',
  sameName: 'Nama di data orangnya masih sama dengan di sertifikat ini. Betulkan dulu di sana.',
  wrongly: 'Diberikan dengan keliru? Yang sudah dicabut tidak bisa dikembalikan.',
  revoke: 'Cabut sertifikat ini',
  nobody: 'Rumah belajar',
} as const;

const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

/** A whole number from 0 to 100. */
function inWords(number: number): string {
  const tens = units[Math.floor(number / 10)] ?? '';
  const unit = units[number % 10] ?? '';
  if (number < 10) return unit;
  if (number === 10) return 'sepuluh';
  if (number === 11) return 'sebelas';
  if (number < 20) return `${unit} belas`;
  if (number === 100) return 'seratus';
  return number % 10 === 0 ? `${tens} puluh` : `${tens} puluh ${unit}`;
}

function worthOf(percent: number): string {
  if (percent >= 95) return 'istimewa';
  if (percent >= 85) return 'baik sekali';
  return percent >= 75 ? 'baik' : 'cukup';
}
