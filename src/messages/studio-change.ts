import type { ChangeKind } from '#domain/studio/change-kind.ts';

const kinds = {
  typing: 'Salah ketik',
  wording: 'Kalimat lebih jelas, artinya sama',
  substance: 'Isinya berubah',
} satisfies Readonly<Record<ChangeKind, string>>;

/** Words about what a publication means for whoever read the lesson before. */
export const changeMessages = {
  legend: 'Perubahan apa ini?',
  proposed: 'Yang dipilih adalah usulan dari teks yang berubah. Anda yang memutuskan.',
  kinds,
  hints: {
    typing: 'Tidak ada yang perlu membaca lagi.',
    wording: 'Tidak ada yang perlu membaca lagi. Di riwayat tertulis bahwa kalimatnya diperjelas.',
    substance:
      'Angka, aturan, atau langkah berubah. Yang sudah membaca diminta membaca lagi. Nilai, kursus yang selesai, dan sertifikat tidak berubah.',
  } satisfies Readonly<Record<ChangeKind, string>>,
  said: (kind: ChangeKind) => `Perubahan: ${kinds[kind].toLowerCase()}.`,
} as const;
