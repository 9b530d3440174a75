import { readAiken } from './aiken/read.ts';
import { looksLikeAiken } from './aiken/lines.ts';
import type { BankFile } from './entry.ts';
import { readGift } from './gift/read.ts';
import { readMoodleXml } from './moodle-xml/read.ts';
import { readCsvQuestions, readXlsxQuestions } from './table/read.ts';

export const bankFormats = ['gift', 'aiken', 'moodle-xml', 'csv', 'xlsx'] as const;

export type BankFormat = (typeof bankFormats)[number];

/** Largest question file, and the most questions taken from one. */
export const bankLimits = { sizeBytes: 5 * 1024 * 1024, questions: 500 } as const;

/** Reads a question file of others. Its format follows from its name and its first signs unless it is given. */
export function readBank(
  bytes: Uint8Array,
  name: string,
  given?: BankFormat,
): BankFile & { readonly format: BankFormat } {
  const text = decode(bytes);
  const format = given ?? guessFormat(bytes, name, text ?? '');
  const problem = bytesProblem(bytes, format, text);
  if (problem !== undefined) return { format, line: 1, problem };
  const file = format === 'xlsx' ? readXlsxQuestions(bytes) : readers[format](text ?? '');
  if ('problem' in file) return { format, ...file };
  if (file.entries.length > bankLimits.questions) {
    const problem = `ada ${file.entries.length} soal. Paling banyak ${bankLimits.questions} sekali jalan; bagi berkasnya.`;
    return { format, line: file.entries[bankLimits.questions]?.line ?? 1, problem };
  }
  return { format, ...file };
}

const readers: Readonly<Record<Exclude<BankFormat, 'xlsx'>, (text: string) => BankFile>> = {
  gift: readGift,
  aiken: readAiken,
  'moodle-xml': readMoodleXml,
  csv: readCsvQuestions,
};

function bytesProblem(bytes: Uint8Array, format: BankFormat, text: string | undefined): string | undefined {
  if (bytes.length > bankLimits.sizeBytes)
    return `berkas lebih dari ${bankLimits.sizeBytes / 1024 / 1024} MB. Bagi menjadi beberapa berkas.`;
  if (isOldOffice(bytes))
    return 'ini berkas Excel lama (.xls) atau yang dikunci dengan kata sandi. Simpan sebagai .xlsx tanpa kata sandi.';
  if (format === 'xlsx') return isZip(bytes) ? undefined : 'ini bukan buku kerja Excel (.xlsx).';
  if (isZip(bytes)) return 'ini arsip (ZIP), bukan berkas soal. Buka arsipnya dulu.';
  return text === undefined ? 'berkas bukan UTF-8. Simpan ulang dengan pengodean UTF-8.' : undefined;
}

function guessFormat(bytes: Uint8Array, name: string, text: string): BankFormat {
  if (/\.xlsx$/i.test(name) || isZip(bytes)) return 'xlsx';
  if (/\.xml$/i.test(name) || /^\s*<\?xml|^\s*<quiz\b/.test(text)) return 'moodle-xml';
  if (/\.(?:csv|tsv)$/i.test(name) || /^"?sep=.\r?\n/i.test(text)) return 'csv';
  if (/\.gift$/i.test(name)) return 'gift';
  return looksLikeAiken(text) ? 'aiken' : 'gift';
}

/** UTF-8, or UTF-16 as Excel writes "Unicode text"; undefined when it is neither. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The container of .xls, and of an .xlsx behind a password. */
function isOldOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
