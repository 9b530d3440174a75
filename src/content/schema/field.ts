import { z } from 'zod';
import { findHiddenSign } from '#domain/hidden-signs.ts';
import { suggest } from '#domain/suggestion.ts';

/** An object that knows its fields: a field beside them is a fault that names the nearest one. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const unknown = issue.keys as readonly string[];
      return unknown.map((key) => `isian "${key}" tidak dikenal.${suggest(key, names)}`).join(' ');
    },
  });
}

/** A list of one kind of thing. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item);
}

/** Text for people: not empty, no signs that nobody sees. `length` in signs. */
export function plainText(length: number) {
  return z
    .string()
    .refine((text) => text.trim() !== '', 'kosong. Isi, atau hapus barisnya bila tidak wajib.')
    .refine((text) => [...text].length <= length, `terlalu panjang. Paling banyak ${length} huruf.`)
    .refine(
      (text) => !/(?!\n)\p{Cc}/u.test(text) && findHiddenSign(text) === undefined,
      'memuat tanda yang tidak terlihat. Ketik ulang tulisannya.',
    );
}

/** Name of a file or of something in a file: `buku-kas`, permanent. */
export const kebabId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'hanya boleh huruf kecil, angka, dan tanda hubung, misalnya buku-kas.')
  .max(80, 'terlalu panjang. Paling banyak 80 huruf.');

/** Name of a fact or of a source, as in the files of facts: `B-HPP-2`, `S5b`. */
export const factId = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/, 'bukan id fakta. Contoh: B-HPP-2.')
  .max(40, 'terlalu panjang. Paling banyak 40 huruf.');

/** A share from more than 0 up to 1. */
export const ratio = z
  .number()
  .gt(0, 'harus di atas 0. Contoh: 0.75 untuk 75 persen.')
  .max(1, 'paling banyak 1. Contoh: 0.75 untuk 75 persen.');

/** A day, `2026-11-24`. */
export const localDate = z.string().refine(isDate, 'bukan tanggal. Tulis tahun-bulan-hari, misalnya 2026-11-24.');

/** A year, a month or a day: `2025`, `2025-12`, `2025-12-31`. A bare year is a number in YAML. */
export const asOf = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .refine(
      (text) => isDate(`${text}-01-01`) || isDate(`${text}-01`) || isDate(text),
      'bukan bulan atau tahun. Contoh: "2025-12".',
    ),
);

function isDate(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** When the facts of a course or lesson were looked at. */
export const reviewed = fields({
  /** When the facts were last checked, `2026-11-24`. */
  on: localDate,
  /** When they must be checked again. */
  next: localDate,
});

/** `course/lesson` */
export const lessonPath = z
  .string()
  .regex(
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
    'bukan nama pelajaran. Tulis kursus/pelajaran, misalnya op-103/masalah-dan-pengaduan.',
  );
