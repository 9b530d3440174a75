import { fold } from '#domain/search/words/text.ts';
import type { Term } from '#domain/search/words/term.ts';

const million = 1_000_000;

/** What people write behind a number, and by how much it makes more of it. */
const units: Readonly<Record<string, number>> = {
  ribu: 1_000,
  rb: 1_000,
  juta: million,
  jt: million,
  yuta: million,
  ewu: 1_000,
  miliar: 1_000 * million,
};

const written =
  /(?<![\p{L}\p{N}.,])(?:rp\.?\s*)?(?:(\d+(?:[.,]\d{1,2})?)\s*(ribu|rb|juta|jt|yuta|ewu|miliar)|se(ribu|juta|ewu)|(\d{1,3}(?:[.,]\d{3})+|\d+000))(?![\p{L}\p{N}]|[.,]\d)/gu;

/**
 * The sums of money of a query: `2,5 juta`, `500rb`, `sejuta` and `1.000.000` ask for the number as lessons write it, in digits
 * or with its unit. `rest` is the query without them.
 */
export function readAmounts(query: string): { readonly amounts: readonly Term[]; readonly rest: string } {
  const amounts: Term[] = [];
  const rest = fold(query).replace(written, (whole, count, unit, one, digits) => {
    const amount = Math.round(
      digits === undefined
        ? Number(String(count ?? '1').replace(',', '.')) * (units[unit ?? one] ?? 1)
        : Number(digits.replace(/[.,]/g, '')),
    );
    amounts.push({ word: whole.trim(), readings: [{ forms: formsOf(amount), weight: 1, known: false }] });
    return ' ';
  });
  return amounts.length === 0 ? { amounts, rest: query } : { amounts, rest };
}

/** In digits as the index has them, and as a phrase with its unit: the index holds neither for the other. */
function formsOf(amount: number): string[] {
  const digits = String(amount);
  if (amount % million === 0) return [digits, `rp${digits}`, `"${amount / million} juta"`];
  if (amount % 1_000 === 0) return [digits, `rp${digits}`, `"${amount / 1_000} ribu"`];
  return [digits, `rp${digits}`];
}
