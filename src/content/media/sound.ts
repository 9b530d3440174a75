import type { FaultName } from '#domain/fault/names.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';

/** Largest sound in bytes: forty seconds of speech, what prepaid data still bears. */
export const soundLimitBytes = 300 * 1024;

/** Checks a sound: small enough, and MP3 by its first bytes, which every phone plays. */
export async function checkSound(source: ContentSource, file: string): Promise<readonly Fault[]> {
  const fault = (name: FaultName, message: string): readonly Fault[] => [faultIn(file, fileStart, name, message)];
  if (((await source.size(file)) ?? 0) > soundLimitBytes) {
    const message = `suara lebih dari ${soundLimitBytes / 1024} KB. Potong, atau simpan ulang sebagai mono 64 kbps.`;
    return fault('berkas-terlalu-besar', message);
  }
  if (isMp3(await source.read(file))) return [];
  return fault('suara-salah-jenis', 'suara ini bukan MP3. Simpan ulang sebagai MP3.');
}

/** An ID3 tag, or the sync word of an MPEG frame of layer III. */
export function isMp3(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  if (String.fromCharCode(first, second, third) === 'ID3') return true;
  return first === 0xff && (second & 0xe6) === 0xe2;
}
