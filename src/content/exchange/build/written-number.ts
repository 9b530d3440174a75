import { parseNumber } from '#domain/number.ts';

/** A number of a question file, or why it is none (Indonesian, begins with `what`). */
export type WrittenNumber = { readonly value: number } | { readonly refused: string };

/** What is known of a number beside its digits. */
export interface NumberHints {
  /** What the number is, for the sentence: `kunci`. */
  readonly what: string;
  /** The file shows that a dot before three digits parts thousands (rupiah have no decimals). */
  readonly groups?: boolean;
  /** The file shows that a dot before three digits is a decimal sign. */
  readonly decimals?: boolean;
  /** A percent sign behind it says nothing new. */
  readonly isPercent?: boolean;
}

/** Reads a key or a tolerance. What can be read in two ways is refused with the remedy, never guessed. */
export function readWrittenNumber(
  written: string,
  { what, groups = false, decimals = false, isPercent = false }: NumberHints,
): WrittenNumber {
  const text = written.trim();
  const isMoney = groups || /^[+-]?\s*(?:rp|idr)\b/i.test(text);
  const digits = text
    .replace(/^([+-]?)\s*(?:rp|idr)\b\.?\s*/i, '$1')
    .replace(isPercent ? /\s*(?:%|\bpersen)$/i : '', '');
  const refuse = (why: string): WrittenNumber => ({ refused: `${what} "${text}" ${why}` });
  if (digits === '') return { refused: `${what} kosong.` };
  if (/%|\bpersen\b/i.test(digits)) return refuse('memuat tanda persen. Tulis angkanya saja.');
  if (/^[+-]?0\d/.test(digits)) return refuse('diawali nol. Tulis tanpa nol di depan.');
  if (/^[+-]?[.,]\d+$/.test(digits)) return refuse(`tidak diawali angka. Tulis ${digits.replace(/[.,]/, '0,')}.`);
  if (/^[+-]?[\d.,]*\d[.,]?e[+-]?\d+$/i.test(digits)) return refuse(`ditulis dengan E. ${writtenOut(digits)}`);
  const dotted = /^([+-]?[1-9]\d{0,2})\.(\d{3})$/.exec(digits);
  if (dotted !== null && !isMoney) {
    const [, whole = '', rest = ''] = dotted;
    if (decimals) return { value: Number(digits) };
    return refuse(twoReadings(Number(`${whole}.${rest}`), Number(whole + rest)));
  }
  const parsed = parseNumber(digits);
  if ('value' in parsed) return parsed;
  if (parsed.problem === 'ambiguous') return refuse(twoReadings(...parsed.readings));
  return refuse('bukan angka yang jelas. Tulis misalnya 12500 atau 12,5.');
}

/**
 * Whether the tolerance beside a number shows that its dot is a decimal sign: a fraction, and small beside it. `3.141:0.001` can
 * only be 3,141; `1.250:0.5` could be both.
 */
export function showsDecimals(written: string, tolerance: string): boolean {
  const margin = Number(tolerance);
  return !Number.isInteger(margin) && margin <= Math.abs(Number(written)) / 10;
}

/** A number as the question files of others have it, a dot before the decimals; `readWrittenNumber` reads it back. */
export function writeNumber(value: number): string {
  const text = String(value);
  if (text.includes('e')) return value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(?<=\.\d*?)0+$/, '');
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

function twoReadings(small: number, large: number): string {
  const fraction = writeNumber(small).replace('.', ',');
  return `bisa berarti ${withComma(small)} atau ${large}. Tulis ${large} bila itu ribuan, atau ${fraction} bila itu pecahan.`;
}

function writtenOut(digits: string): string {
  const value = Number(digits.replace(',', '.'));
  const plain = Number.isSafeInteger(value) ? String(value) : '';
  return `Tulis semua angkanya${plain === '' ? '' : `: ${plain}`}.`;
}

function withComma(value: number): string {
  return String(value).replace('.', ',');
}
