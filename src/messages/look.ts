import type { Look } from '#domain/look.ts';

/** Words of the page where people choose how pages look on their phone. */
export const lookMessages = {
  title: 'Besar huruf dan warna',
  lead: 'Pilih yang paling enak dibaca. Pilihan ini berlaku di semua halaman pada HP ini saja.',
  size: 'Besar huruf',
  theme: 'Warna',
  themes: { auto: 'Ikut HP', light: 'Terang', dark: 'Gelap' } satisfies Record<Look['theme'], string>,
  sample: 'Contoh',
  sampleText: 'Baca pelan-pelan. Tanyakan yang belum jelas. Jangan tanda tangan sebelum paham.',
  kept: 'Tersimpan di HP ini.',
  notKept: 'Browser ini tidak menyimpan pilihan (mungkin jendela rahasia).',
  withoutScript: 'Di sini pilihan memerlukan JavaScript. Besar huruf juga dapat diubah di menu browser Anda.',
} as const;
