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
};

/**
 * Reads a number in Indonesian writing: `Rp 12.500`, `12.500,50`, `12500`, `12,5 %`, `1/2`, `1,5 juta`. A percent sign is
 * dropped (`12,5 %` is 12.5). A dot followed by exactly three digits groups thousands; any other single dot is a decimal sign.
 * `1,250` is `ambiguous`: 1.25 as written here, 1250 as most calculators write it.
 */
export function parseNumber(text: string): ParsedNumber {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (plain === '') return { problem: 'empty' };

  const parts =
    /^([+-]?) ?(?:rp\.? ?|idr ?)?([+-]?) ?(\d[\d., \u2044/]*?)(?:,-{1,2})? ?(rb|ribu|jt|juta|miliar|milyar)? ?(?:%|persen)?$/.exec(
      plain,
    );
  if (!parts) return { problem: 'not_a_number' };
  const [, outerSign = '', innerSign = '', digits = '', magnitude] = parts;
  if (outerSign !== '' && innerSign !== '') return { problem: 'not_a_number' };

  const sign = outerSign === '-' || innerSign === '-' ? -1 : 1;
  const readings = readDigits(digits.replaceAll('\u2044', '/').trim()).map((reading) =>
    tidy(sign * reading * (magnitude === undefined ? 1 : (magnitudes[magnitude] ?? 1))),
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

/** The readings of digits with separators: none, one, or two when it cannot be told. */
function readDigits(text: string): readonly number[] {
  const fraction = /^(?:(\d{1,9}) )?(\d{1,9}) ?\/ ?(\d{1,9})$/.exec(text);
  if (fraction) {
    const [, whole = '0', numerator, denominator] = fraction;
    return Number(denominator) === 0 ? [] : [Number(whole) + Number(numerator) / Number(denominator)];
  }
  if (/^\d+$/.test(text)) return [Number(text)];
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return [Number(text.replace(',', '.')), Number(text.replace(',', ''))];
  // Thousands in groups of three by one kind of sign; what follows the other sign are decimals.
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return [toNumber(text, '.', ',')];
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/.test(text)) return [toNumber(text, ' ', ',')];
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return [toNumber(text, ',', '.')];
  if (/^\d+[.,]\d+$/.test(text)) return [Number(text.replace(',', '.'))];
  return [];
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
