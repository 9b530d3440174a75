import { readAiken } from './aiken.ts';
import { readCsvQuestions } from '#content/exchange/table/read.ts';
import type { BankFile } from './entry.ts';
import { readGift } from '#content/exchange/gift/read.ts';
import { readMoodleXml } from '#content/exchange/moodle-xml/read.ts';

export const bankFormats = ['gift', 'aiken', 'moodle-xml', 'csv'] as const;

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
  const format = given ?? guessFormat(name, text ?? '');
  if (bytes.length > bankLimits.sizeBytes) {
    return {
      format,
      line: 1,
      problem: `berkas lebih dari ${bankLimits.sizeBytes / 1024 / 1024} MB. Bagi menjadi beberapa berkas.`,
    };
  }
  if (text === undefined)
    return { format, line: 1, problem: 'berkas bukan UTF-8. Simpan ulang dengan pengodean UTF-8.' };
  const file = readers[format](text);
  if ('problem' in file) return { format, ...file };
  if (file.entries.length > bankLimits.questions) {
    const problem = `ada ${file.entries.length} soal. Paling banyak ${bankLimits.questions} sekali jalan; bagi berkasnya.`;
    return { format, line: file.entries[bankLimits.questions]?.line ?? 1, problem };
  }
  return { format, ...file };
}

const readers: Readonly<Record<BankFormat, (text: string) => BankFile>> = {
  gift: readGift,
  aiken: (text) => ({ entries: readAiken(text) }),
  'moodle-xml': readMoodleXml,
  csv: readCsvQuestions,
};

function guessFormat(name: string, text: string): BankFormat {
  if (/\.xml$/i.test(name) || /^\s*<\?xml|^\s*<quiz\b/.test(text)) return 'moodle-xml';
  if (/\.(?:csv|tsv)$/i.test(name)) return 'csv';
  if (/\.gift$/i.test(name)) return 'gift';
  return /^ANSWER\s*:/im.test(text) ? 'aiken' : 'gift';
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
