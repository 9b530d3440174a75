import { showEscaped } from './signs.ts';

/** A question taken apart; texts with their escaped signs still hidden. */
export interface GiftQuestion {
  readonly name: string;
  /** The text around the answers, with `_____` where they stand inside of it. */
  readonly stem: string;
  /** Whether the answers stand inside of a sentence. */
  readonly hasGap: boolean;
  /** What stands between the braces, apart from the general feedback; undefined for a text that asks nothing. */
  readonly answers: string | undefined;
  readonly generalFeedback: string;
  /** Indonesian. */
  readonly notes: readonly string[];
}

/** Takes a question apart as Moodle does: only inside the braces do signs mean something. `text` has its escaped signs hidden. */
export function readGiftQuestion(text: string): GiftQuestion | { readonly name: string; readonly refused: string } {
  const trimmed = text.trim();
  const [whole = '', title = ''] = /^::([\s\S]*?)::/.exec(trimmed) ?? [];
  const name = showEscaped(title).trim();
  const refuse = (refused: string) => ({ name, refused });
  if (whole === '' && trimmed.startsWith('::'))
    return refuse('nama soal dibuka dengan :: tetapi tidak ditutup dengan ::.');
  const body = trimmed.slice(whole.length).trim();
  const start = body.indexOf('{');
  const end = body.indexOf('}');
  if (start === -1 && end === -1) {
    return { name, stem: body, hasGap: false, answers: undefined, generalFeedback: '', notes: [] };
  }
  if (start === -1 || end < start) {
    return refuse(
      'kurung { } tidak berpasangan. Tidak boleh ada baris kosong di dalamnya; kurung yang bukan kurung jawaban ditulis \\{ atau \\}.',
    );
  }
  const inside = body.slice(start + 1, end);
  const tail = body.slice(end + 1);
  if (/\n\s*::/.test(tail))
    return refuse('soal berikutnya mulai tanpa baris kosong di depannya. Beri baris kosong di antara dua soal.');
  if (/[{}]/.test(tail) || inside.includes('{'))
    return refuse('ada lebih dari satu pasang kurung { }. Kurung yang bukan kurung jawaban ditulis \\{ atau \\}.');
  const feedbackAt = inside.lastIndexOf('####');
  return {
    name,
    ...readStem(body.slice(0, start), tail),
    answers: (feedbackAt === -1 ? inside : inside.slice(0, feedbackAt)).trim(),
    generalFeedback: feedbackAt === -1 ? '' : inside.slice(feedbackAt + 4).trim(),
  };
}

/** Behind a whole sentence a stray sign (`Berapa? {…}.`) makes no gap. */
function readStem(before: string, tail: string): Pick<GiftQuestion, 'stem' | 'hasGap' | 'notes'> {
  const stem = before.trim();
  const stray = tail.trim();
  if (stray === '') return { stem, hasGap: false, notes: [] };
  if (!/[\p{L}\p{N}]/u.test(showEscaped(stray)) && /[.?!:)]$/.test(showEscaped(stem)))
    return { stem, hasGap: false, notes: [`tanda "${showEscaped(stray)}" sesudah } dihapus`] };
  return { stem: `${before}_____${tail}`.trim(), hasGap: true, notes: [] };
}
