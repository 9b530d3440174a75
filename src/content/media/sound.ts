import type { FaultName } from '#domain/fault/names.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import { soundEnding, soundLimitBytes } from './recording/recording.ts';

/** Checks a sound: small enough, and what its name says it is. */
export async function checkSound(source: ContentSource, file: string): Promise<readonly Fault[]> {
  const fault = (name: FaultName, message: string): readonly Fault[] => [faultIn(file, fileStart, name, message)];
  if (((await source.size(file)) ?? 0) > soundLimitBytes) {
    const message = `suara lebih dari ${soundLimitBytes / 1024} KB. Potong, atau simpan ulang sebagai mono 64 kbps.`;
    return fault('berkas-terlalu-besar', message);
  }
  const ending = soundEnding(await source.read(file));
  if (ending !== undefined && file.endsWith(`.${ending}`)) return [];
  const wanted = file.slice(file.lastIndexOf('.') + 1).toUpperCase();
  return fault(
    'suara-salah-jenis',
    `suara ini bukan ${wanted}. Simpan ulang sebagai ${wanted}, atau ganti akhiran namanya.`,
  );
}
