/** A text in the little Markdown of questions, and what of the original could not be kept (Indonesian). */
export interface Converted {
  readonly text: string;
  readonly losses: readonly string[];
  /** Indonesian: why the text cannot be taken as it stands; `text` is then of no use. */
  readonly problem?: string;
}

/** A piece of a text in one style. */
export interface Run {
  readonly text: string;
  /** Words of the author, in which no sign is meant as Markdown. */
  readonly literal: boolean;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly code?: boolean;
}

/** Where a paragraph, an item of a list, or a line that belongs to its neighbours begins. */
export interface Break {
  readonly start: '' | '- ' | '1. ';
  readonly isLine?: boolean;
  /** Behind an item: what follows is none. */
  readonly isEnd?: boolean;
}

/** A text in the order in which it is read. */
export type Piece = Run | Break;

/** Pieces as Markdown, empty paragraphs left out; `plain` leaves out bold, emphasis and code. */
export function renderText(pieces: readonly Piece[], plain = false): string {
  let text = '';
  let before: Break | undefined;
  let waiting: Break['start'] = '';
  for (const { at, runs } of toBlocks(pieces)) {
    const words = tidy(renderRuns(runs, plain));
    const start: Break['start'] = at.start === '' && !at.isEnd ? waiting : at.start;
    // An item whose text stands in a paragraph of its own keeps its mark for it.
    waiting = words === '' ? start : '';
    if (words === '') continue;
    const isNext = (start !== '' && before?.start !== '') || (at.isLine && before?.isLine);
    text += (before === undefined ? '' : isNext ? '\n' : '\n\n') + start + words;
    before = { ...at, start };
  }
  return text;
}

function toBlocks(pieces: readonly Piece[]): readonly { readonly at: Break; readonly runs: readonly Run[] }[] {
  const blocks: { at: Break; runs: Run[] }[] = [{ at: { start: '' }, runs: [] }];
  for (const piece of pieces) {
    if ('start' in piece) blocks.push({ at: piece, runs: [] });
    else blocks.at(-1)?.runs.push(piece);
  }
  return blocks;
}

/** What is said where plain words hold signs that are Markdown here; there is no way to write them otherwise. */
export const literalMarks =
  'tanda * ` atau [ ] ( ) di tulisannya tampil sebagai huruf miring, tebal, kode, atau tautan';

/** Whether words that were meant as they stand would be shown as bold, emphasis, code or a link. */
export function looksLikeMarkdown(text: string): boolean {
  return [strong, emphasis, code, link].some((mark) => mark.test(text));
}

/** Markdown of one line without its marks, for what is shown as plain text: choices, items, pairs. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(new RegExp(strong, 'g'), '$1')
    .replace(new RegExp(emphasis, 'g'), '$1')
    .replace(new RegExp(code, 'g'), '$1')
    .replace(new RegExp(link, 'g'), '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const strong = /\*\*(?=\S)(.+?)(?<=\S)\*\*/;
const emphasis = /(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/;
const code = /`([^`]+)`/;
const link = /(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/;

function renderRuns(runs: readonly Run[], plain: boolean): string {
  return joinAlike(runs)
    .map((run) => (plain || !run.literal ? run.text : renderRun(run)))
    .join('');
}

/** Neighbours of one style become one, so that no `****` stands between them. */
function joinAlike(runs: readonly Run[]): readonly Run[] {
  return runs.reduce<Run[]>((joined, run) => {
    const last = joined.at(-1);
    const isAlike =
      last?.literal === run.literal &&
      last.strong === run.strong &&
      last.emphasis === run.emphasis &&
      last.code === run.code;
    if (last !== undefined && isAlike) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
    return joined;
  }, []);
}

/** Marks hug their words, and what holds a mark itself gets none. */
function renderRun({ text, strong: isStrong, emphasis: isEmphasis, code: isCode }: Run): string {
  const mark = isCode ? '`' : isStrong ? '**' : isEmphasis ? '*' : '';
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (mark === '' || words === '' || /[*`\n]/.test(words)) return text;
  return before + mark + words + mark + after;
}

/** No blanks at line ends, none doubled. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
