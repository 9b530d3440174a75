import { readWrittenNumber } from '#content/exchange/build/written-number.ts';

/**
 * How far off is still right, as an absolute number: `50`, `Rp50`, or a share of the key as in a quiz file: `5%`. Beside the unit
 * % that could be points as well, so it is refused.
 */
export function readTolerance(
  written: string,
  { key, unit, groups }: { readonly key: number; readonly unit: string; readonly groups: boolean },
): { readonly value: number; readonly notes: readonly string[] } | { readonly refused: string } {
  const text = written.replace(/^±\s*/, '');
  if (text === '') return { refused: 'tolerance kosong. Isi 0 bila harus tepat.' };
  const share = /^([^%]*?)\s*(?:%|persen)$/i.exec(text)?.[1];
  const number = readWrittenNumber(share ?? text, { what: 'tolerance', groups: groups && share === undefined });
  if ('refused' in number) return number;
  if (number.value < 0) return { refused: `tolerance "${written}" di bawah nol. Tulis selisihnya saja, misalnya 50.` };
  if (share === undefined) {
    const isPlain = Number(text.replace(',', '.')) === number.value;
    return { value: number.value, notes: isPlain ? [] : [`tolerance "${written}" dibaca ${number.value}`] };
  }
  if (unit === '%')
    return {
      refused: `tolerance "${written}" bisa berarti ${number.value} poin persen atau bagian dari kunci. Tulis angkanya saja.`,
    };
  if (number.value > 100) return { refused: `tolerance "${written}" lebih dari seluruh kunci.` };
  const value = Number(((Math.abs(key) * number.value) / 100).toPrecision(12));
  return { value, notes: [`tolerance "${written}" dari kunci menjadi ${String(value).replace('.', ',')}`] };
}
