import type { FaultName } from '#domain/fault/names.ts';
import { type Document, isScalar, type Scalar, visit } from 'yaml';
import { formatNumber } from '#domain/number.ts';

/** What YAML understood in another way than an author who does not know YAML meant it. */
export interface Misread {
  readonly offset: number;
  readonly name: FaultName;
  /** Indonesian: what is wrong and what to do. */
  readonly message: string;
}

/** Every number that YAML turned into another, or that has two readings, and every text that it cut at a `#`. */
export function findMisread(document: Document, text: string): readonly Misread[] {
  const found: Misread[] = [];
  visit(document, {
    Scalar(_key, node, path) {
      if (node.type !== 'PLAIN' && node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return;
      const parent = path.at(-1);
      const field = parent !== undefined && 'key' in parent && isScalar(parent.key) ? String(parent.key.value) : '';
      const misread = numberMisread(node) ?? cutText(node, field, text);
      if (misread !== undefined) found.push({ offset: node.range?.[0] ?? 0, ...misread });
    },
  });
  return found;
}

/** Numbers are written `12500`, `-5`, `0.75`; a dot before three digits could group thousands, as it does everywhere else. */
function numberMisread({ value, source = '' }: Scalar): Omit<Misread, 'offset'> | undefined {
  if (typeof value !== 'number') return undefined;
  const quoted = 'Bila ini tulisan, beri tanda kutip "…".';
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(source)) {
    const read = Number.isFinite(value) ? `terbaca ${value}` : 'bukan angka biasa';
    const message = `${source} ${read}. Tulis dengan angka biasa, misalnya 12500 atau 0.75. ${quoted}`;
    return { name: 'angka-terbaca-lain', message };
  }
  if (/^-?\d+$/.test(source) && String(value) !== source && source !== '-0') {
    const message = `${source} terlalu panjang untuk angka, jadi terbaca ${formatNumber(value)}. ${quoted}`;
    return { name: 'angka-terbaca-lain', message };
  }
  const [, sign = '', whole, thousandths = ''] = /^(-?)([1-9]\d{0,2})\.(\d{3})$/.exec(source) ?? [];
  if (whole === undefined) return undefined;
  const decimal = `${sign}${whole}.${thousandths.replace(/0+$/, '') || '0'}`;
  const remedy = decimal === source ? `${source}0` : decimal;
  const message = `${source} punya dua arti: ${formatNumber(Number(sign + whole + thousandths))} atau ${formatNumber(value)}. Tulis ${sign}${whole}${thousandths} (tanpa titik), atau ${remedy}.`;
  return { name: 'angka-dua-arti', message };
}

/** Fields that hold words for people. */
const wordFields = new Set([
  ...['title', 'summary', 'prompt', 'text', 'rationale', 'hint', 'story', 'feedback', 'say', 'meaning', 'term', 'full'],
  ...['name', 'for', 'village', 'district', 'regency', 'publisher', 'unit', 'by', 'intinya'],
]);

/** A comment right behind words is hardly ever meant as one; a note of the author has a blank behind its `#`. */
function cutText(
  { value, comment, range, type }: Scalar,
  field: string,
  text: string,
): Omit<Misread, 'offset'> | undefined {
  if (type !== 'PLAIN' || typeof comment !== 'string' || !/^[ \t]*#/.test(text.slice(range?.[1] ?? text.length))) {
    return undefined;
  }
  const isWords = typeof value === 'string' && /\s/.test(value);
  if (!isWords && !wordFields.has(field) && /^\s/.test(comment)) return undefined;
  const lost = comment.split('\n')[0] ?? '';
  const shown = lost.length > 40 ? `${lost.slice(0, 40)}…` : lost;
  const message = `tulisan "#${shown}" tidak terbaca, sebab YAML menganggapnya komentar. Tulis seluruhnya di antara tanda kutip "…", atau pindahkan komentarnya ke baris sendiri.`;
  return { name: 'tulisan-terpotong', message };
}
