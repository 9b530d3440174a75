import type { Compute, WorksheetKind } from '#domain/worksheet/sheet.ts';

/** The arithmetic of each kind of sheet; it comes when it is called for. */
export const arithmetics: Readonly<Record<WorksheetKind, () => Promise<{ readonly compute: Compute }>>> = {
  hpp: () => import('#domain/worksheet/hpp.ts'),
  'nilai-ide': () => import('#domain/worksheet/nilai-ide.ts'),
  'uji-20-orang': () => import('#domain/worksheet/uji-20-orang.ts'),
  'anggaran-keluarga': () => import('#domain/worksheet/anggaran-keluarga.ts'),
  'tujuan-kiriman': () => import('#domain/worksheet/tujuan-kiriman.ts'),
  'rencana-30-hari': () => import('#domain/worksheet/rencana-30-hari.ts'),
  'perjanjian-keluarga': () => import('#domain/worksheet/perjanjian-keluarga.ts'),
  'bagi-shu': () => import('#domain/worksheet/bagi-shu.ts'),
  'simulasi-rat': () => import('#domain/worksheet/simulasi-rat.ts'),
  'biaya-penempatan': () => import('#domain/worksheet/biaya-penempatan.ts'),
  dokumen: () => import('#domain/worksheet/dokumen.ts'),
  kontrak: () => import('#domain/worksheet/kontrak.ts'),
  'surat-izin': () => import('#domain/worksheet/surat-izin.ts'),
  'gaji-dan-kiriman': () => import('#domain/worksheet/gaji-dan-kiriman.ts'),
  'buku-kas': () => import('#domain/worksheet/buku-kas.ts'),
  'kartu-stok': () => import('#domain/worksheet/kartu-stok.ts'),
  'biaya-pinjaman': () => import('#domain/worksheet/biaya-pinjaman.ts'),
  'rencana-pulang': () => import('#domain/worksheet/rencana-pulang.ts'),
  'kabar-anak': () => import('#domain/worksheet/kabar-anak.ts'),
  'rencana-usaha': () => import('#domain/worksheet/rencana-usaha.ts'),
  'pasar-dusun': () => import('#domain/worksheet/pasar-dusun.ts'),
};
