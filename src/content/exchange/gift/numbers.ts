import { type Frame, withChanges } from '#content/exchange/build/frame.ts';
import { buildNumber, type WeightedNumber } from '#content/exchange/build/typed.ts';
import { readWrittenNumber, showsDecimals } from '#content/exchange/build/written-number.ts';
import type { Built } from '#content/exchange/entry.ts';
import { type ReadText, showEscaped } from './signs.ts';

/** `3`, `3:0.5`, `3..5`, or several `=%50%3:0.5#…` with `~` before what is said to everybody else. */
export function buildNumbers(frame: Frame, written: string, read: ReadText): Built {
  const [right = '', ...rest] = written.split('~');
  const wrong = rest
    .join('~')
    .replace(/^[*\s]*#?/, '')
    .trim();
  const parts = right
    .split(/(?==)/)
    .map((part) => part.replace(/^=/, '').trim())
    .filter((part) => part !== '');
  const numbers = parts.map((part) => readPart(part, read));
  const broken = numbers.find((it) => 'refused' in it);
  if (broken !== undefined && 'refused' in broken) return broken;
  const built = buildNumber(
    frame,
    numbers.flatMap((it) => ('refused' in it ? [] : it)),
  );
  return withChanges(built, wrong === '' ? [] : ['umpan balik untuk jawaban salah dihapus']);
}

function readPart(part: string, read: ReadText): WeightedNumber | { readonly refused: string } {
  const [whole = '', weight] = /^%(-?\d{1,3}(?:\.\d+)?)%/.exec(part) ?? [];
  const [answer = '', ...more] = part.slice(whole.length).split('#');
  const number = readRange(showEscaped(answer).trim());
  if ('refused' in number) return number;
  return { ...number, percent: weight === undefined ? 100 : Number(weight), feedback: read(more.join('#')) };
}

function readRange(
  text: string,
): { readonly value: number; readonly tolerance: number } | { readonly refused: string } {
  const [low, high, ...more] = text.split('..');
  if (low !== undefined && high !== undefined) {
    const decimals = isNarrow(low, high);
    const from = readWrittenNumber(low, { what: 'angka', decimals });
    const to = readWrittenNumber(more.length === 0 ? high : text, { what: 'angka', decimals });
    if ('refused' in from) return from;
    if ('refused' in to) return to;
    if (to.value < from.value) return { refused: `rentang "${text}" terbalik: tulis dari yang kecil ke yang besar.` };
    return { value: tidy((from.value + to.value) / 2), tolerance: tidy((to.value - from.value) / 2) };
  }
  const [written = '', tolerance, ...rest] = text.split(':');
  if (rest.length > 0) return { refused: `angka "${text}" memuat lebih dari satu titik dua. Tulis seperti 12:0.5.` };
  const value = readWrittenNumber(written, { what: 'angka', decimals: showsDecimals(written, tolerance ?? '0') });
  if ('refused' in value) return value;
  const margin = tolerance === undefined ? { value: 0 } : readWrittenNumber(tolerance, { what: 'tolerance' });
  if ('refused' in margin) return margin;
  if (margin.value < 0) return { refused: `tolerance "${tolerance}" di bawah nol.` };
  return { value: value.value, tolerance: margin.value };
}

/** 3.141..3.142 only rounds; 12.500..12.600 could be thousands. */
function isNarrow(low: string, high: string): boolean {
  return Math.abs(Number(high) - Number(low)) < 0.0025;
}

/** Without what binary fractions add: (3.141 + 3.142) ÷ 2 is 3.1415. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
