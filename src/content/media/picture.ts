import type { FaultName } from '#domain/fault/names.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';

/** Largest picture in bytes: what a phone on prepaid data still loads. */
export const pictureLimitBytes = 200 * 1024;

/** What a picture is, by its first bytes; undefined when it is none that a page may show. */
export function pictureEnding(bytes: Uint8Array): 'png' | 'jpg' | 'gif' | 'webp' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  return /^RIFF[\s\S]{4}WEBP$/.test(head) ? 'webp' : undefined;
}

/** Checks a picture: small enough, and what its name says it is. */
export async function checkPicture(source: ContentSource, file: string): Promise<readonly Fault[]> {
  const fault = (name: FaultName, message: string): readonly Fault[] => [faultIn(file, fileStart, name, message)];
  if (((await source.size(file)) ?? 0) > pictureLimitBytes) {
    return fault('berkas-terlalu-besar', `gambar lebih dari ${pictureLimitBytes / 1024} KB. Kecilkan dulu.`);
  }
  const ending = pictureEnding(await source.read(file));
  if (ending !== undefined && file.endsWith(`.${ending}`)) return [];
  const found = ending === undefined ? 'bukan PNG, JPG, GIF, atau WebP' : `sebenarnya berkas .${ending}`;
  return fault('gambar-salah-jenis', `gambar ini ${found}. Simpan ulang, atau ganti akhiran namanya.`);
}
