import type { WorksheetKind } from '#domain/worksheet/sheet.ts';
import { anggaranKeluarga } from './anggaran-keluarga.ts';
import { bagiShu } from './bagi-shu.ts';
import { biayaPenempatan } from './biaya-penempatan.ts';
import { bukuKas } from './buku-kas.ts';
import { dokumen } from './dokumen.ts';
import { gajiDanKiriman } from './gaji-dan-kiriman.ts';
import { hpp } from './hpp.ts';
import { kartuStok } from './kartu-stok.ts';
import { kontrak } from './kontrak.ts';
import { nilaiIde } from './nilai-ide.ts';
import { perjanjianKeluarga } from './perjanjian-keluarga.ts';
import { rencana30Hari } from './rencana-30-hari.ts';
import type { Sheet } from './sheet.ts';
import { simulasiRat } from './simulasi-rat.ts';
import { suratIzin } from './surat-izin.ts';
import { tujuanKiriman } from './tujuan-kiriman.ts';
import { uji20Orang } from './uji-20-orang.ts';
import { biayaPinjaman } from './biaya-pinjaman.ts';
import { rencanaPulang } from './rencana-pulang.ts';
import { kabarAnak } from './kabar-anak.ts';
import { rencanaUsaha } from './rencana-usaha.ts';
import { pasarDusun } from './pasar-dusun.ts';

/** What every kind of working sheet asks, shows and says. */
export const sheets: Readonly<Record<WorksheetKind, Sheet>> = {
  hpp,
  'nilai-ide': nilaiIde,
  'uji-20-orang': uji20Orang,
  'anggaran-keluarga': anggaranKeluarga,
  'tujuan-kiriman': tujuanKiriman,
  'rencana-30-hari': rencana30Hari,
  'perjanjian-keluarga': perjanjianKeluarga,
  'bagi-shu': bagiShu,
  'simulasi-rat': simulasiRat,
  'biaya-penempatan': biayaPenempatan,
  dokumen,
  kontrak,
  'surat-izin': suratIzin,
  'gaji-dan-kiriman': gajiDanKiriman,
  'buku-kas': bukuKas,
  'kartu-stok': kartuStok,
  'biaya-pinjaman': biayaPinjaman,
  'rencana-pulang': rencanaPulang,
  'kabar-anak': kabarAnak,
  'rencana-usaha': rencanaUsaha,
  'pasar-dusun': pasarDusun,
};
