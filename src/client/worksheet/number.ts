import { formatNumber, formatRatio, formatRupiah, parseNumber } from '#domain/number.ts';
import { worksheetMessages } from '#messages/worksheet.ts';

/** What a cell says as a number (`unit` may stand around it), or what to say beside it; neither when it is empty. */
export function readNumber(
  text: string,
  isSigned: boolean,
  unit?: string,
): { readonly value?: number; readonly words?: string | undefined } {
  const parsed = parseNumber(text, unit);
  if ('value' in parsed) {
    return parsed.value >= 0 || isSigned ? { value: parsed.value } : { words: worksheetMessages.negative };
  }
  if (parsed.problem === 'empty') return {};
  return {
    words:
      parsed.problem === 'ambiguous'
        ? worksheetMessages.ambiguous(parsed.readings.map((reading) => formatNumber(reading)))
        : worksheetMessages.not_a_number,
  };
}

/** A result as the sheet shows it; a dash for what cannot be told. `format` is a `SheetFormat`, `number` when absent. */
export function showNumber(value: number | undefined, format: string | undefined): string {
  if (value === undefined) return '–';
  if (format === 'rp') return formatRupiah(value);
  if (format === 'ratio') return formatRatio(value);
  if (format === 'clock') return value.toFixed(2);
  return formatNumber(value, format === 'whole' ? 0 : 2);
}

/** Puts results into a sentence: `{name}` or `{name|format}`. */
export function fillWords(words: string, results: Readonly<Record<string, number | undefined>>): string {
  return words.replace(/\{([\w.]+)(?:\|(\w+))?\}/g, (_, name: string, format?: string) =>
    showNumber(results[name], format),
  );
}
