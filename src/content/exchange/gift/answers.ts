import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import { type Frame, type WeightedAnswer, withChanges } from '#content/exchange/build/frame.ts';
import { buildMatch } from '#content/exchange/build/items.ts';
import { readTruth } from '#content/exchange/build/truth.ts';
import { buildShortText } from '#content/exchange/build/typed.ts';
import type { Built } from '#content/exchange/entry.ts';
import { buildNumbers } from './numbers.ts';
import { type ReadText, showEscaped } from './signs.ts';

interface Asked {
  readonly frame: Frame;
  /** What stands between the braces. */
  readonly answers: string;
  readonly hasGap: boolean;
  /** What all questions of the file have between their braces. */
  readonly others: readonly string[];
  readonly read: ReadText;
}

/** What the braces hold, as a question of the kind that they make it. */
export function buildAnswers(asked: Asked): Built {
  const { answers, frame, read } = asked;
  if (answers === '') return { refused: 'jenis soal "essay" tidak ada di sini.' };
  if (answers.startsWith('#')) return buildNumbers(frame, answers.slice(1), read);
  if (!answers.includes('~') && answers.includes('=') && answers.includes('->')) return buildPairs(asked);
  const mistaken = mistakenSign(answers);
  if (mistaken !== undefined) return { refused: mistaken };
  if (answers.includes('~')) return buildWeighted(asked, true);
  return readBareTruth(asked) ?? buildWeighted(asked, false);
}

/** Whether what stands between braces is nothing but a word for true or false, such as `T`, `BENAR` or `S`. */
export function bareWord(answers: string): string {
  return /[=~]/.test(answers) ? '' : (answers.split('#')[0] ?? '').trim().replace(/[.!]$/, '');
}

function readBareTruth({ answers, frame, hasGap, others, read }: Asked): Built | undefined {
  const word = bareWord(answers);
  if (!/^(?:t|f|b|s|y|n|true|false|benar|salah|betul|keliru|ya|iya|tidak)$/i.test(word)) return undefined;
  const isGift = /^(?:T|TRUE|F|FALSE)$/.test(word);
  if (word === 'T' && others.some((it) => /^(?:y|ya|iya|tidak)$/i.test(it)))
    return { refused: 'jawaban "T" bisa berarti TRUE (benar) atau Tidak (salah). Tulis TRUE atau FALSE.' };
  // GIFT's own letters mean what GIFT says.
  const truth = readTruth(word, isGift ? ['F'] : others, 'TRUE atau FALSE');
  if ('refused' in truth) return { refused: `jawaban ${truth.refused}` };
  if (!isGift && hasGap)
    return {
      refused: `jawaban "${word}" di tengah kalimat bisa berarti ${truth.value ? 'benar' : 'salah'} atau kata itu sendiri. Tulis {=${word}} atau pindahkan { } ke akhir.`,
    };
  // The first feedback is for whoever was wrong, the second for whoever was right.
  const [, wrong, right] = answers.split('#').map((part) => part.trim());
  const built = buildTrueFalse(frame, truth.value, { right: read(right ?? ''), wrong: read(wrong ?? '') });
  return withChanges(built, isGift ? undefined : `jawaban "${word}" dibaca ${truth.value ? 'TRUE' : 'FALSE'}`);
}

/** Choices of which one or some are right, or words to type. */
function buildWeighted({ answers, frame, read }: Asked, isChosen: boolean): Built {
  const parts = parted(answers, isChosen).map((part) => weigh(part, isChosen, read));
  const broken = parts.find((part) => 'refused' in part);
  if (broken !== undefined && 'refused' in broken) return broken;
  const weighted = parts.flatMap((part) => ('refused' in part ? [] : part));
  return isChosen ? buildChoices(frame, weighted) : buildShortText(frame, weighted);
}

/** Every answer with the mark before it; the first one of words to type may have none. */
function parted(answers: string, isChosen: boolean): readonly string[] {
  const parts = answers.split(isChosen ? /(?=[=~])/ : /(?==)/).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function weigh(part: string, isChosen: boolean, read: ReadText): WeightedAnswer | { readonly refused: string } {
  const isRight = part.startsWith('=') || !isChosen;
  const rest = part.replace(/^[=~]/, '').trim();
  const [whole = '', weight] = /^%(-?\d{1,3}(?:\.\d+)?)%/.exec(rest) ?? [];
  if (weight === undefined && /^%-?\d/.test(rest))
    return {
      refused: `bobot di "${showEscaped(rest.slice(0, 20))}" tidak terbaca. Tulis seperti %50% atau %-33.33333%.`,
    };
  const [text = '', ...more] = rest.slice(whole.length).split('#');
  const feedback = more.join('#').trim();
  if (more.length > 0 && (feedback === '' || /^\d{1,3}$/.test(feedback)))
    return { refused: `tanda # di "${showEscaped(rest)}" memulai umpan balik. Bila bagian dari jawaban, tulis \\#.` };
  const percent = weight === undefined ? (isRight ? 100 : 0) : Number(weight);
  return { text: read(text, isChosen ? 'line' : 'plain'), percent, feedback: read(feedback) };
}

function buildPairs({ answers, frame, read }: Asked): Built {
  const parts = parted(answers, false).map((part) => part.replace(/^=/, '').trim());
  const odd = parts.find((part) => part.split('->').length !== 2);
  if (odd !== undefined)
    return { refused: `pasangan "${showEscaped(odd)}" harus memuat tepat satu ->, seperti =kiri -> kanan.` };
  return buildMatch(
    frame,
    parts.map((part) => {
      const [left = '', right = ''] = part.split('->');
      return { left: read(left, 'plain'), right: read(right, 'plain') };
    }),
  );
}

/**
 * Why a `=` may be no mark of an answer but part of one: written with blanks around it where the other marks have none behind
 * them (`=x = 5`), or right behind words to type (`=5+3=8`).
 */
function mistakenSign(answers: string): string | undefined {
  const isTyped = !answers.includes('~');
  const marks = [...answers.matchAll(/([ \t]?)([=~])([ \t]?)/g)];
  const isTight = marks.some(([, , , after]) => after === '');
  const mistaken = marks.find(({ 1: before, 2: sign, 3: after, index }) => {
    const isFirstOfLine = /(?:^|\n)[ \t]*$/.test(answers.slice(0, index));
    if (sign !== '=' || isFirstOfLine) return false;
    return (isTight && before !== '' && after !== '') || (isTyped && before === '');
  });
  if (mistaken === undefined) return undefined;
  const near = showEscaped(answers.slice(Math.max(0, mistaken.index - 10), mistaken.index + 10)).replace(/\s+/g, ' ');
  return `tanda = di "${near}" bisa memulai jawaban lain atau bagian dari jawaban. Tulis \\= bila bagian dari jawaban, atau spasi di depan = bila jawaban lain.`;
}
