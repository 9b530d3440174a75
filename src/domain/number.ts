/** What a text says as a number; a text with two possible readings is reported, never guessed. */
export type ParsedNumber =
  | { readonly value: number }
  | { readonly problem: 'empty' | 'not_a_number' }
  | { readonly problem: 'ambiguous'; readonly readings: readonly [number, number] };

const magnitudes: Readonly<Record<string, number>> = {
  rb: 1e3,
  ribu: 1e3,
  jt: 1e6,
  juta: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  triliun: 1e12,
};

/**
 * Reads a number in Indonesian writing: `Rp 12.500`, `Rp. 12.500,-`, `12.500,50`, `12500`, `12,5 %`, `1/2`, `1½`, `1,5 juta`.
 * One grammar for quizzes, working sheets and files of questions. `unit` is what is asked for: its word may stand before
 * and behind the number, also twice; without one, rupiah and percent may. A percent sign is dropped (`12,5 %` is 12.5).
 * A dot followed by exactly three digits groups thousands; any other single dot is a decimal sign. What has two readings is
 * `ambiguous`: `1,250` is 1.25 as written here and 1250 as most calculators write it, `11/2` is 5.5, or 1 ½ without its space.
 */
export function parseNumber(text: string, unit?: string): ParsedNumber {
  const plain = plainText(text);
  if (plain === '') return { problem: 'empty' };
  const parts = /^([+-]?) ?(\d[\d., /]*?)(?:[.,](?:-{1,2}|=))? ?(rb|ribu|jt|juta|miliar|milyar|triliun)?$/.exec(
    withoutUnits(plain, unit === undefined ? undefined : plainText(unit)),
  );
  if (!parts) return { problem: 'not_a_number' };
  const [, sign, digits = '', magnitude] = parts;
  const scale = magnitude === undefined ? 1 : (magnitudes[magnitude] ?? 1);
  const readings = readDigits(digits.trim(), magnitude !== undefined).map((reading) =>
    tidy((sign === '-' ? -1 : 1) * reading * scale),
  );
  const [first, second] = readings;
  if (first === undefined || !readings.every(Number.isFinite)) return { problem: 'not_a_number' };
  return second === undefined ? { value: first } : { problem: 'ambiguous', readings: [first, second] };
}

/**
 * A number as Indonesians write it: `12.500,5`. Read back by `parseNumber` it is the same number, whatever it is; the
 * price is a closing zero where three decimals could be taken for thousands (`1,2340`).
 * `decimals` rounds to at most that many.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '–';
  const rounded = decimals === undefined ? value : Number(value.toFixed(Math.min(Math.max(decimals, 0), 20)));
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  const couldBeThousands = fraction.length === 3 && whole.length <= 3 && whole !== '0';
  return (
    (rounded < 0 ? '\u2212' : '') + grouped + (fraction === '' ? '' : `,${fraction}${couldBeThousands ? '0' : ''}`)
  );
}

/** Whole rupiah with a no-break space: `Rp 1.250`, `−Rp 500`. */
export function formatRupiah(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const rounded = Math.round(Math.abs(value));
  return `${value < 0 && rounded > 0 ? '\u2212' : ''}Rp\u00a0${formatNumber(rounded)}`;
}

/** A ratio as percent with at most one decimal and a no-break space: 0.75 is `75 %`. */
export function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `${formatNumber(ratio * 100, 1)}\u00a0%` : '–';
}

/**
 * One way of writing for signs that mean the same: dashes, blanks, wide digits, fractions that are one sign. Small raised
 * digits stay what they are, for 5² is not 52.
 */
function plainText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00bc-\u00be\u2150-\u215e\u2189]/g, (fraction) => ` ${fraction.normalize('NFKC')} `)
    .replace(/[^\p{No}]+/gu, (run) => run.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212\u2796]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The text without the words of its unit, before and behind the number; a sign before them is the number's. */
function withoutUnits(plain: string, unit: string | undefined): string {
  const words = unitWords(unit).map((word) => word.replace(/[.$*+?^(){}|[\]\\/]/g, '\\$&'));
  const before = new RegExp(`^(?:${words.join('|')})(?!\\p{L}) ?`, 'u');
  const behind = new RegExp(` ?(?<!\\p{L})(?:${words.join('|')})$`, 'u');
  const [, sign = '', body = ''] = /^([+-]?) ?(.*)$/s.exec(plain) ?? [];
  let rest = body;
  for (let last = ''; words.length > 0 && last !== rest;) {
    last = rest;
    rest = rest.replace(before, '').replace(behind, '');
  }
  return sign + rest;
}

/** The words that may stand around a number: those of its unit, longest first; another unit is another number. */
function unitWords(unit: string | undefined): readonly string[] {
  if (unit === undefined) return [...rupiah, ...percent];
  const parts = unit.split(' ').filter((part) => part !== '');
  const known = [rupiah, percent].filter((words) => words.some((word) => parts.includes(word)));
  return [unit, ...parts, ...known.flat()].filter((word) => word !== '').sort((a, b) => b.length - a.length);
}

const rupiah = ['rp.', 'rp', 'idr', 'rupiah'];
const percent = ['%', 'persen'];

/** The readings of digits with separators: none, one, or two when it cannot be told. `isScaled`: a word like `ribu` follows. */
function readDigits(text: string, isScaled: boolean): readonly number[] {
  const fraction = /^(?:(\d{1,9}) )?(\d{1,9}) ?\/ ?(\d{1,9})$/.exec(text);
  if (fraction) return readFraction(fraction[1], fraction[2] ?? '', Number(fraction[3]));
  if (/^\d+$/.test(text)) return [Number(text)];
  const [, whole = '', separator, thousandths = ''] = /^(\d+)([.,])(\d{3})$/.exec(text) ?? [];
  if (separator !== undefined && mayGroup(whole, separator, isScaled)) {
    return [...new Set([Number(`${whole}.${thousandths}`), Number(whole + thousandths)])];
  }
  // Thousands in groups of three by one kind of sign; what follows the other sign are decimals.
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return [toNumber(text, '.', ',')];
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/.test(text)) return [toNumber(text, ' ', ',')];
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return [toNumber(text, ',', '.')];
  if (/^\d+[.,]\d+$/.test(text)) return [Number(text.replace(',', '.'))];
  return [];
}

/**
 * Whether one sign before three digits leaves open what it is. A comma: where it could group (`1,250`). A dot groups where it
 * can (`12.500`), but in `12.500 ribu` it need not; where it cannot (`1234.500`, `012.500`) something is missing or too much.
 */
function mayGroup(whole: string, separator: string, isScaled: boolean): boolean {
  const fits = /^[1-9]\d{0,2}$/.test(whole);
  const isPadded = /^0\d/.test(whole);
  if (separator === ',') return fits || isPadded;
  return fits ? isScaled : whole !== '0';
}

/** `1/2`, `1 1/2`. A whole that ran into its fraction (`11/2`) or a thousand that is split (`1 250/500`) has two readings. */
function readFraction(whole: string | undefined, numerator: string, denominator: number): readonly number[] {
  const part = Number(numerator) / denominator;
  if (denominator === 0) return [];
  if (whole === undefined) {
    const last = Number(numerator.slice(-1));
    const isRunIn = numerator.length > 1 && part > 1 && denominator < 10 && last > 0 && last < denominator;
    return isRunIn ? [part, Number(numerator.slice(0, -1)) + last / denominator] : [part];
  }
  if (part <= 0 || part >= 1) return [];
  const isSplit = numerator.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return isSplit ? [Number(whole) + part, Number(whole + numerator) / denominator] : [Number(whole) + part];
}

function toNumber(text: string, group: string, decimal: string): number {
  return Number(text.replaceAll(group, '').replace(decimal, '.'));
}

/** Takes away what binary fractions add: 1.1 × 1000 is 1100, and −0 is 0. */
function tidy(value: number): number {
  return value === 0 ? 0 : Number.isInteger(value) ? value : Number(value.toPrecision(17)) || value;
}

/** All digits of a number that is not negative, without an exponent. */
function plainDigits(value: number): string {
  const [mantissa = '0', exponentText] = String(value).split('e');
  if (exponentText === undefined) return mantissa;
  const exponent = Number(exponentText);
  const [whole = '0', fraction = ''] = mantissa.split('.');
  if (exponent < 0) return `0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`;
  return whole + fraction.padEnd(exponent, '0');
}
