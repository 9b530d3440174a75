import { type Extras, readExtras } from '#content/exchange/extras.ts';

/** The lines of one question, remarks taken out. */
export interface Chunk {
  readonly line: number;
  readonly text: string;
  readonly extras: Extras;
}

/** GIFT parts questions by empty lines; lines that begin with `//` are remarks, in which our own export keeps its extras. */
export function splitChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let first = 1;
  let extras: Extras = {};
  const close = (): void => {
    if (lines.length > 0) chunks.push({ line: first, text: lines.join('\n'), extras });
    lines = [];
    extras = {};
  };
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isCategory = /^\s*\$CATEGORY\s*:/i.test(line);
    if (line.trim() === '' || isCategory) close();
    if (line.trim() === '') continue;
    if (/^\s*\/\//.test(line)) {
      const found = readExtras(line.trim().slice(2));
      if (Object.keys(found).length > 0) extras = found;
      continue;
    }
    if (lines.length === 0) first = at + 1;
    lines.push(line);
    if (isCategory) close();
  }
  close();
  return chunks;
}
