import { editDistance } from '#domain/edit-distance.ts';
import { isMediaPart, partOf } from './draft-path.ts';
import type { Difference } from './merge.ts';

/** What a publication means for whoever read the lesson before, from the least on. */
export const changeKinds = ['typing', 'wording', 'substance'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is changed in one file. */
export interface ChangedFile {
  readonly path: string;
  readonly isNew: boolean;
  readonly isRemoved: boolean;
  readonly differences: readonly Difference[];
}

/** What a change looks like by its text alone: whoever publishes has the last word. The gravest file decides. */
export function proposeChange(files: readonly ChangedFile[]): ChangeKind {
  const found = files.map(judgeFile);
  return changeKinds.findLast((kind) => found.includes(kind)) ?? 'typing';
}

function judgeFile({ path, isNew, isRemoved, differences }: ChangedFile): ChangeKind {
  const part = partOf(path);
  if (part !== undefined && isMediaPart(part)) return 'wording';
  if (isNew || isRemoved) return 'substance';
  const found = differences.flatMap((it) => {
    if (it.kind === 'same') return [];
    return judgeText(keptOf(it.before), keptOf(it.after));
  });
  return changeKinds.findLast((kind) => found.includes(kind)) ?? 'typing';
}

/** Lines of a head that say nothing to its reader. */
const silent = /^(?:minutes|reviewed|sound|sources):/;

function keptOf(blocks: readonly string[]): string {
  return blocks.filter((block) => !silent.test(block)).join('');
}

/**
 * What may not change unseen: numbers with what stands inside them, signs of arithmetic, tags, addresses, and fields of YAML that
 * decide what is right or what is asked for.
 */
const grave =
  /<[^>]*>|\]\([^)]*\)|https?:\/\/\S+|\b(?:key|id|accepted|tolerance|points|pass|draw|attempts|counts|mode|kind|lessons|completion|assessment)\s*:[^,}\n]*|\d(?:[\d.,:/]*\d)?|[×÷+−=%<>]|(?<=\s)-(?=\s*\d)/g;

/** Words that turn a sentence round, or say how many and when. */
const graveWords = new Set(
  `tidak bukan jangan belum tanpa kecuali hanya harus wajib boleh dilarang bisa gratis bayar lebih kurang sebelum sesudah setelah
  nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu juta sejuta miliar
  setengah hari minggu bulan tahun jam benar salah true false`.split(/\s+/),
);

function judgeText(before: string, after: string): ChangeKind {
  const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const graveOf = (words: readonly string[]) => words.map((it) => it.toLowerCase()).filter((it) => graveWords.has(it));
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (marks(before) !== marks(after) || graveOf(old).join(' ') !== graveOf(now).join(' ')) return 'substance';
  if (old.length !== now.length) {
    // A paragraph more, or less, is something that was not said before.
    return Math.abs(old.length - now.length) > wholeSentence ? 'substance' : 'wording';
  }
  return old.every((word, at) => isSlip(word, now[at] ?? '')) ? 'typing' : 'wording';
}

/** So many words more or fewer say something of their own. */
const wholeSentence = 12;

function marks(text: string): string {
  return (text.match(grave) ?? []).map((it) => it.replaceAll(/\s+/g, ' ').trim()).join('\n');
}

/** Whether one word is the other with a letter too many, too few, or wrong, or with two swapped; twice in a long one. */
function isSlip(a: string, b: string): boolean {
  const slips = Math.min(a.length, b.length) > 6 ? 2 : 1;
  return editDistance(a, b, slips) <= slips;
}
