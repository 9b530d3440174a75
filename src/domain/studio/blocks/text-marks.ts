/** A text and what is chosen in it, in UTF-16 units. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What takes the place of a stretch of a text, and what is chosen in it then. */
export interface Written {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Places in the new text. */
  readonly chosen: readonly [from: number, to: number];
}

/** Puts marks around what is chosen, blank space at its ends aside, or takes them away where they stand. */
export function markWords({ text, from, to }: Selected, mark: string, word: string): Written {
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const words = chosen.trim();
  const end = start + words.length;
  const length = mark.length;
  const isMarked = words !== '' && text.slice(start - length, start) === mark && text.slice(end, end + length) === mark;
  if (isMarked) {
    const [a, b] = [start - length, end + length];
    return { from: a, to: b, text: words, chosen: [a, a + words.length] };
  }
  const shown = words || word;
  const at = words === '' ? from : start;
  const until = words === '' ? from : end;
  return { from: at, to: until, text: mark + shown + mark, chosen: [at + length, at + length + shown.length] };
}

/** Makes the lines that are chosen a list, or lines again where all are one. */
export function markLines({ text, from, to }: Selected): Written {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const written = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return { from: start, to: end, text: written, chosen: [start, start + written.length] };
}

/** Puts a term of the glossary around what is chosen. */
export function markTerm({ text, from, to }: Selected, term: string, word: string): Written {
  const words = text.slice(from, to).trim() || word;
  const opening = `<Term id="${term}">`;
  const at = from + opening.length;
  return { from, to, text: `${opening}${words}</Term>`, chosen: [at, at + words.length] };
}

/** Text out of WhatsApp or Word as lessons are written: its stars are bold, its points are a list. */
export function writtenAsLesson(pasted: string): string {
  return pasted
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/^[ \t]*[•·▪◦●○–][ \t]+/gmu, '- ')
    .replace(/^[ \t]*(\d{1,3})[.)]\t+/gm, '$1. ')
    .replace(/(?<![*\p{L}\p{N}\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![*\p{L}\p{N}])/gu, '**$1**');
}
