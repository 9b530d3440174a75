import type { LessonComponent } from '#domain/lint/lesson/components.ts';

/** What a block of a lesson is: prose of a kind, or a box. `other` is what is shown as its text alone. */
export type BlockKind = LessonComponent | 'paragraph' | 'heading' | 'list' | 'table' | 'quote' | 'other';

/** A part of a lesson that stands by itself. */
export interface LessonBlock {
  readonly kind: BlockKind;
  /** Its own bytes, without the blank lines behind it. */
  readonly text: string;
  /** What stands between it and the next: blank space alone. */
  readonly gap: string;
  /** Line of the file at which it begins, from 1. */
  readonly line: number;
}

/** A lesson as its blocks: head, texts and gaps joined are the file again, byte for byte. */
export interface LessonBlocks {
  /** Frontmatter, and the blank lines behind it. */
  readonly head: string;
  readonly blocks: readonly LessonBlock[];
  /** Whether the prose could be read; else its blocks are what blank lines part. */
  readonly isReadable: boolean;
}

/** What somebody does to one block; places count from 0. */
export type BlockChange =
  | { readonly act: 'change'; readonly at: number; readonly text: string }
  /** Behind the block at `after`; before all others at -1. */
  | { readonly act: 'insert'; readonly after: number; readonly text: string }
  | { readonly act: 'remove'; readonly at: number }
  | { readonly act: 'up' | 'down'; readonly at: number };

type Piece = Pick<LessonBlock, 'text' | 'gap'>;

const blankLine = '\n\n';

/** The file with one block changed. The bytes of all others stay; next to the change a blank line is added where none was. */
export function changeBlocks({ head, blocks }: Pick<LessonBlocks, 'head' | 'blocks'>, change: BlockChange): string {
  const pieces = blocks.map(({ text, gap }) => ({ text, gap }));
  if (change.act === 'insert') return join(head, parted(inserted(pieces, change), change.after, change.after + 1));
  const { at } = change;
  if (change.act === 'remove') return join(head, parted(removed(pieces, at), at - 1, at - 1));
  if (change.act === 'change') {
    return join(
      head,
      parted(
        pieces.map((it, i) => (i === at ? { ...it, text: ownText(change.text) } : it)),
        at - 1,
        at,
      ),
    );
  }
  const [first, second] = change.act === 'up' ? [at - 1, at] : [at, at + 1];
  return join(head, parted(swapped(pieces, first, second), first - 1, second));
}

/** A text without the blank lines around it: gaps belong to the places between blocks. */
export function ownText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function inserted(
  pieces: readonly Piece[],
  { after, text }: { readonly after: number; readonly text: string },
): Piece[] {
  const before = pieces.slice(0, after + 1);
  const behind = pieces.slice(after + 1);
  const last = before.at(-1);
  const piece = { text: ownText(text), gap: behind.length > 0 ? blankLine : (last?.gap ?? '\n') };
  return [...before, piece, ...behind];
}

function removed(pieces: readonly Piece[], at: number): Piece[] {
  const isLast = at === pieces.length - 1;
  const kept = pieces.filter((_, i) => i !== at);
  // The file ends as it did.
  return kept.map((it, i) => (isLast && i === kept.length - 1 ? { ...it, gap: pieces[at]?.gap ?? it.gap } : it));
}

/** Gaps stay where they are: only the texts change places. */
function swapped(pieces: readonly Piece[], first: number, second: number): Piece[] {
  const textAt = (i: number): string | undefined => pieces[i === first ? second : i === second ? first : i]?.text;
  return pieces.map(({ text, gap }, i) => ({ text: textAt(i) ?? text, gap }));
}

/** With a blank line in every gap from one place to another, but for the end of the file. */
function parted(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  return pieces.map(({ text, gap }, i) => {
    const isBetween = i >= from && i <= to && i < pieces.length - 1;
    return { text, gap: isBetween && !/\n[ \t]*\n/.test(gap) ? blankLine : gap };
  });
}

function join(head: string, pieces: readonly Piece[]): string {
  const [first] = pieces;
  const space = first === undefined || head === '' || head.endsWith('\n') ? '' : '\n';
  return head + space + pieces.map(({ text, gap }) => text + gap).join('');
}
