import type { FaultName } from '#domain/fault/names.ts';
import { type Fault, faultIn } from '#domain/lint/fault.ts';
import type { ContentSource } from '#content/files/content-source.ts';
import { placeAt, readText } from '#content/files/text-file.ts';

/** What a drawing may not hold: it is a file of its own that a browser opens, so it runs nothing and loads nothing. */
const forbidden: readonly (readonly [pattern: RegExp, name: FaultName, message: string])[] = [
  [/<script|\bon[a-z]+\s*=|javascript:/i, 'gambar-berkode', 'gambar memuat kode program. Hapus bagian itu.'],
  [/<!DOCTYPE|<!ENTITY|<\?(?!xml )/i, 'gambar-berkode', 'gambar memuat DOCTYPE atau ENTITY. Hapus bagian itu.'],
  [
    /<(?:foreignObject|iframe|image|use|a|animate|set)\b/i,
    'gambar-berkode',
    'gambar hanya boleh berisi bentuk dan teks.',
  ],
  [
    /(?:href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import)/i,
    'gambar-mengambil-berkas',
    'gambar mengambil berkas lain. Hapus bagian itu.',
  ],
];

/** Checks an SVG: small, with a viewBox from 0 0, only shapes and text. */
export async function checkDrawing(source: ContentSource, file: string, limitBytes: number): Promise<readonly Fault[]> {
  const read = await readText(source, file, limitBytes);
  if ('faults' in read) return read.faults;
  const fault = (offset: number, name: FaultName, message: string): Fault => {
    return faultIn(file, placeAt(read.text, offset), name, message);
  };
  const faults = forbidden.flatMap(([pattern, name, message]) => {
    const found = pattern.exec(read.text);
    return found ? fault(found.index, name, message) : [];
  });
  if (/<svg\b[^>]*\sviewBox="0 0 [\d.]+ [\d.]+"/.test(read.text)) return faults;
  return [...faults, fault(0, 'gambar-tanpa-ukuran', 'gambar belum punya viewBox="0 0 lebar tinggi" di tag <svg>.')];
}
