import type { Frame } from '#content/exchange/build/frame.ts';
import type { BankEntry, BankFile } from '#content/exchange/entry.ts';
import { isOwn, splitStory } from '#content/exchange/extras.ts';
import { openTexts } from '#content/exchange/text/convert.ts';
import { invisibleLoss, withoutInvisible } from '#content/exchange/text/invisible.ts';
import { bareWord, buildAnswers } from './answers.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import { type GiftQuestion, readGiftQuestion } from './question.ts';
import { hideEscaped, type ReadText, showEscaped } from './signs.ts';

/** Longest question in signs; nobody writes longer ones. */
const longestQuestion = 20_000;

/** Reads a GIFT file question by question, so that one that is broken costs only itself. */
export function readGift(text: string): BankFile {
  const chunks = splitChunks(text).map((chunk) => {
    const clean = withoutInvisible(chunk.text);
    const isCategory = /^\s*\$CATEGORY\s*:/i.test(clean);
    const question =
      clean.length > longestQuestion
        ? { name: '', refused: `soal lebih dari ${longestQuestion} huruf.` }
        : readGiftQuestion(hideEscaped(clean));
    return { chunk, isCleaned: clean !== chunk.text, isCategory, question };
  });
  const others = chunks.flatMap(({ question }) => ('answers' in question ? bareWord(question.answers ?? '') : []));
  return {
    entries: chunks.map(({ chunk, isCleaned, isCategory, question }): BankEntry => {
      const entry = { line: chunk.line, name: question.name };
      if (isCategory) return { ...entry, skipped: `kategori ${chunk.text.replace(/^[^:]*:/, '').trim()}` };
      if ('refused' in question) return { ...entry, refused: question.refused };
      if (question.answers === undefined) return { ...entry, skipped: 'keterangan, bukan soal' };
      return { ...entry, ...readQuestion({ ...question, answers: question.answers }, chunk, others, isCleaned) };
    }),
  };
}

type Outcome = Omit<Extract<BankEntry, { question: unknown }>, 'line' | 'name'> | { readonly refused: string };

function readQuestion(
  question: GiftQuestion & { readonly answers: string },
  { extras }: Chunk,
  others: readonly string[],
  isCleaned: boolean,
): Outcome {
  const texts = openTexts(isOwn(extras));
  const stem = readFormat(question.stem, 'moodle');
  const read: ReadText = (written, shape) => {
    const { format, text } = readFormat(written, stem.format);
    return texts.read(showEscaped(text), format, shape);
  };
  const asked = texts.read(showEscaped(stem.text), stem.format);
  const { story, ownExtras } = splitStory(asked, extras);
  const frame: Frame = { prompt: story ?? asked, rationale: read(question.generalFeedback), extras: ownExtras };
  const { answers, hasGap } = question;
  const built = buildAnswers({ frame, answers, hasGap, others, read });
  const problem = texts.problem();
  if (problem !== undefined) return { refused: problem };
  if ('refused' in built) return built;
  return {
    question: built.question,
    changes: [...built.changes, ...question.notes, ...texts.losses, ...(isCleaned ? [invisibleLoss] : [])],
    pictures: [],
    ...(ownExtras.inCase !== undefined && { inCase: ownExtras.inCase }),
  };
}

/** `[html]` or another format at the beginning of a text. */
function readFormat(written: string, otherwise: string): { readonly format: string; readonly text: string } {
  const [whole = '', format = otherwise] = /^\s*\[(html|markdown|plain|moodle)\]/i.exec(written) ?? [];
  return { format, text: written.slice(whole.length) };
}
