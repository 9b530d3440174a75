import type { FaultName } from '#domain/fault/names.ts';
import { findHiddenSign } from '#domain/hidden-signs.ts';
import { type Fault, faultIn, fileStart, type Place } from '#domain/lint/fault.ts';
import type { ContentSource } from './content-source.ts';

/** Largest sizes of files in bytes, far above anything written by hand. */
export const sizeLimits = { lesson: 100 * 1024, yaml: 512 * 1024, drawing: 10 * 1024 } as const;

/** A text file of `content/`, or why it cannot be taken as one. */
export type TextFile = { readonly text: string } | { readonly faults: readonly Fault[] };

/** Reads a file as strict UTF-8 without a byte order mark or control signs. */
export async function readText(source: ContentSource, file: string, limitBytes: number): Promise<TextFile> {
  const size = await source.size(file);
  if (size === undefined) {
    return fault(file, 1, 'berkas-tidak-ada', 'berkas ini harus ada. Buat lagi, atau ambil dari salinan.');
  }
  if (size > limitBytes) {
    const limit = `${Math.round(limitBytes / 1024)} KB`;
    return fault(file, 1, 'berkas-terlalu-besar', `berkas lebih dari ${limit}. Bagi menjadi beberapa berkas.`);
  }
  const bytes = await source.read(file);
  const text = decode(bytes);
  if (text === undefined) {
    const place = placeAt(bytes.toString('latin1'), firstInvalidByte(bytes));
    return fault(file, place, 'bukan-utf-8', 'berkas bukan UTF-8. Simpan ulang dengan pengodean UTF-8.');
  }
  if (text.startsWith('\uFEFF')) {
    return fault(file, 1, 'tanda-bom', 'berkas diawali tanda BOM. Simpan ulang sebagai "UTF-8" (bukan "UTF-8 BOM").');
  }
  // A lone carriage return is a line end to one YAML parser and none to another.
  const control = /(?![\t\n])(?!\r\n)\p{Cc}|[\u2028\u2029]/u.exec(text)?.index ?? findHiddenSign(text);
  if (control !== undefined) {
    const place = placeAt(text, control);
    return fault(
      file,
      place,
      'tanda-kendali',
      'ada tanda yang tidak terlihat di sini. Hapus lalu ketik ulang barisnya.',
    );
  }
  return { text };
}

/** Line and column of an offset. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where strict decoding stops. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function fault(file: string, at: Place | 1, name: FaultName, message: string): TextFile {
  return { faults: [faultIn(file, at === 1 ? fileStart : at, name, message)] };
}
