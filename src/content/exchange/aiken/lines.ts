/** What a line of an Aiken file is for. */
export type AikenLine = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'blank' | 'text' }
  /** `letter` in capitals; `isSmall` as it was written. */
  | { readonly kind: 'choice'; readonly letter: string; readonly isSmall: boolean; readonly words: string }
  /** `isAiken` when it begins with ANSWER; a line `Kunci jawaban: A` does not. */
  | { readonly kind: 'answer'; readonly isAiken: boolean; readonly given: string }
  /** What explains the answer above it. */
  | { readonly kind: 'explanation'; readonly words: string }
);

/** Reads every line by itself; what it means beside the others is decided later. */
export function readAikenLines(text: string): readonly AikenLine[] {
  return text.split(/\r\n|\r|\n/).map((written, at): AikenLine => {
    const line = { line: at + 1, text: written.replace(/\s+/g, ' ').trim() };
    // What draws a line parts like an empty one.
    if (/^[-=_*\s]*$/.test(line.text)) return { ...line, kind: 'blank' };
    const label = line.text.replaceAll('\uff1a', ':');
    const answer = /^ANSWER(?: ?[:=] ?(.*)| ([A-Z])[.)]?)$/i.exec(label);
    if (answer) return { ...line, kind: 'answer', isAiken: true, given: answer[1] ?? answer[2] ?? '' };
    const other = otherAnswer.exec(label);
    if (other) return { ...line, kind: 'answer', isAiken: false, given: other[1] ?? other[2] ?? '' };
    const explanation = explained.exec(label)?.[1];
    if (explanation !== undefined) return { ...line, kind: 'explanation', words: explanation };
    const [, letter, words = ''] =
      /^\(?([A-Za-z])[.)](?: (.*)|$)/.exec(line.text) ?? /^([A-Z])[.)](\S.*)$/.exec(line.text) ?? [];
    if (letter === undefined) return { ...line, kind: 'text' };
    return { ...line, kind: 'choice', letter: letter.toUpperCase(), isSmall: letter !== letter.toUpperCase(), words };
  });
}

/** Whether a text has choices or answers as Aiken writes them, and nothing in braces as GIFT does. */
export function looksLikeAiken(text: string): boolean {
  const lines = readAikenLines(text);
  if (lines.some((line) => line.kind === 'answer' && line.isAiken)) return true;
  return !text.includes('{') && lines.some(({ kind }) => kind === 'choice');
}

/** `Kunci jawaban: A`, `Jawabannya = A`, `(Jawaban benar adalah A)`; without a sign in between only where one letter follows. */
const otherAnswer = new RegExp(
  String.raw`^[*_(\[]*(?:(?:correct |right )?ans(?:wers?)?|key|kunci|(?:kunci )?(?:jawab(?:an)?(?:nya)?|jwb|soal))` +
    `(?: (?:yang )?(?:benar|betul|tepat))?(?: (?:adalah|ialah|yaitu))?` +
    String.raw`(?: ?(?:[:=→]|->) ?(.*?)|[. ]+(?:[-–] ?)?\(?([a-z])[.)]?)[*_)\]]*$`,
  'i',
);

const explained =
  /^(?:explanation|rationale|feedback|reason|solution|note|penjelasan|pembahasan|alasan|solusi|umpan balik|keterangan|catatan) ?[:=] ?(.*)$/i;

/** `12. ` or `3) ` before a question. */
export const questionNumber = /^(\d{1,3})[.)] (?=\S)/;
