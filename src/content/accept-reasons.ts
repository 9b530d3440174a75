import { type Fault, faultIn } from '#domain/lint/fault.ts';

/** Whoever accepts a fault says why, in a comment on the line or on the one above; whoever comes later must know. */
export function lintAcceptReasons(file: string, text: string): readonly Fault[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, at) => {
    if (!/^\s*(?:- )?accept:/.test(line) || /\s#\s*\S/.test(line) || /^\s*#\s*\S/.test(lines[at - 1] ?? '')) return [];
    const message = 'accept belum beralasan. Tulis alasannya sesudah tanda # di baris ini.';
    const column = line.length - line.trimStart().length + 1;
    return [faultIn(file, { line: at + 1, column }, 'terima-tanpa-alasan', message)];
  });
}
