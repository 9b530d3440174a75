import type { FaultName } from '#domain/fault/names.ts';
import type { z } from 'zod';
import { parseNumber } from '#domain/number.ts';
import { questionKinds } from '#domain/question/question.ts';

/** What a fault of a schema becomes: the field, a permanent name, and an Indonesian sentence. */
export interface IssueFault {
  readonly path: readonly (string | number)[];
  readonly name: FaultName;
  readonly message: string;
}

/** Says what is wrong with a field and what to do, in the author's words. Expects issues with their input. */
export function issueFault(issue: z.core.$ZodIssue): IssueFault {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const field = fieldName(path);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return { path: [...path, key], name: 'isian-tidak-dikenal', message: issue.message };
  }
  if (issue.code === 'invalid_key') {
    return { path, name: 'isian-salah', message: `${field} ${issue.issues[0]?.message ?? 'bernama salah.'}` };
  }
  if (issue.input === undefined) {
    return { path, name: 'isian-kurang', message: `${field} belum ditulis. Tambahkan isian itu.` };
  }
  return { path, name: 'isian-salah', message: `${field} ${problem(issue)}` };
}

function problem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `berisi ${shown(issue.input)}. Pilih salah satu: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return `berisi jenis yang tidak dikenal. Pilih salah satu: ${questionKinds.join(', ')}.`;
  }
  if (issue.code !== 'invalid_type') return issue.message;
  const found = shown(issue.input);
  const remedies: Readonly<Record<string, string>> = {
    string: `harus tulisan, bukan ${found}. Tulis di antara tanda kutip "…".`,
    number: `harus angka tanpa tanda kutip, bukan ${found}. ${plainNumber(issue.input)}`,
    int: `harus bilangan bulat, bukan ${found}.`,
    boolean: `harus true (ya, benar) atau false (tidak, salah), bukan ${found}.`,
    array: `harus daftar, bukan ${found}. Contoh: [satu, dua].`,
    object: `harus kumpulan isian, bukan ${found}.`,
    record: `harus kumpulan isian, bukan ${found}.`,
  };
  return remedies[issue.expected] ?? `salah: ${found}.`;
}

/** How to write a number that came as a text. */
function plainNumber(input: unknown): string {
  const parsed = typeof input === 'string' ? parseNumber(input) : undefined;
  if (parsed !== undefined && 'value' in parsed)
    return `Tulis ${parsed.value}: tanpa titik ribuan, pecahan memakai titik.`;
  return 'Angka ditulis tanpa titik ribuan, dan pecahan memakai titik: 12500 atau 0.75.';
}

/** The field as authors know it: `questions[2].key`. */
function fieldName(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'isi berkas';
  return path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('');
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'daftar';
  if (typeof input === 'object' && input !== null) return 'kumpulan isian';
  if (input === null) return 'kosong';
  const text = String(input);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
