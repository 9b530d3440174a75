import { type GIFTQuestion, type NumericalChoice, parse, type TextChoice, type TextFormat } from 'gift-pegjs';
import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import type { Frame, WeightedAnswer } from '#content/exchange/build/frame.ts';
import { buildMatch } from '#content/exchange/build/items.ts';
import { buildNumber, buildShortText, type WeightedNumber } from '#content/exchange/build/typed.ts';
import type { BankEntry, BankFile, Built } from '#content/exchange/entry.ts';
import { type Extras, readExtras, splitStory } from '#content/exchange/extras.ts';
import { openTexts, type TextShape } from '#content/exchange/text/convert.ts';

/** Longest question in signs; the parser is slow on longer ones, and nobody writes them. */
const longestQuestion = 20_000;

/** Reads a GIFT file question by question, so that one that is broken costs only itself. */
export function readGift(text: string): BankFile {
  return { entries: splitQuestions(text).flatMap(readChunk) };
}

interface Chunk {
  readonly line: number;
  readonly text: string;
  readonly extras: Extras;
}

/** GIFT parts questions by empty lines; `//` lines are remarks. */
function splitQuestions(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let [first, extras]: [number, Extras] = [1, {}];
  const close = (): void => {
    if (lines.length > 0) chunks.push({ line: first, text: lines.join('\n'), extras });
    [lines, extras] = [[], {}];
  };
  for (const [at, line] of text.split(/\r?\n/).entries()) {
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

function readChunk({ line, text, extras }: Chunk): readonly BankEntry[] {
  const name = /^\s*::((?:\\.|[^\\])*?)::/s.exec(text)?.[1]?.replace(/\\(.)/g, '$1').trim() ?? '';
  if (text.length > longestQuestion) return [{ line, name, refused: `soal lebih dari ${longestQuestion} huruf.` }];
  try {
    return parse(withMarkedNumber(text)).map((question) => readQuestion(question, line, extras));
  } catch (error) {
    const place = (error as { location?: { start: { line: number; column: number } } }).location?.start;
    if (place === undefined) throw error;
    const where = `baris ${line + place.line - 1}, huruf ke-${place.column}`;
    return [{ line, name, refused: `susunan GIFT tidak terbaca di ${where}. Periksa kurung { } dan tanda = ~ #.` }];
  }
}

/** `{#3:0.5#umpan balik}` and `{#3:2~#salah}` are good GIFT that the parser knows only with `=` before the number. */
function withMarkedNumber(text: string): string {
  return text.replace(/(?<!\\)\{\s*#\s*(-?[\d.]+(?:(?::|\.\.)-?[\d.]+)?\s*[#~])/, '{#=$1');
}

function readQuestion(question: GIFTQuestion, line: number, written: Extras): BankEntry {
  const entry = { line, name: question.title?.trim() ?? '' };
  if (question.type === 'Category') return { line, name: '', skipped: `kategori ${question.title}` };
  if (question.type === 'Description') return { ...entry, skipped: 'keterangan, bukan soal' };
  if (question.type === 'Essay') return { ...entry, refused: 'jenis soal "essay" tidak ada di sini.' };
  const texts = openTexts();
  const read: ReadText = (it, shape) => texts.read(it?.text ?? '', it?.format ?? 'moodle', shape);
  const asked = withoutIdleGap(read(question.stem));
  const { story, ownExtras } = splitStory(asked, written);
  const frame: Frame = { prompt: story ?? asked, rationale: read(question.globalFeedback), extras: ownExtras };
  const built = build(question, frame, read);
  const refused = texts.problem() ?? ('refused' in built ? built.refused : undefined);
  if (refused !== undefined || 'refused' in built) return { ...entry, refused: refused ?? '' };
  return {
    ...entry,
    question: built.question,
    changes: [...built.changes, ...texts.losses],
    pictures: [],
    ...(ownExtras.inCase !== undefined && { inCase: ownExtras.inCase }),
  };
}

/** Behind a whole sentence the parser takes a stray sign for more of it, and leaves a gap: `Berapa? _____ .` */
function withoutIdleGap(asked: string): string {
  return asked.replace(/(?<=[.?!:)])\s*_____\s*[^\p{L}\p{N}]*$/u, '').replace(/_____ (?=[.,;:!?])/g, '_____');
}

type ReadText = (text: TextFormat | null | undefined, shape?: TextShape) => string;

type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' | 'Essay' }>;

function build(question: Asked, frame: Frame, read: ReadText): Built {
  const weigh = ({ isCorrect, weight, text, feedback }: TextChoice): WeightedAnswer => ({
    text: read(text, 'line'),
    percent: weight ?? (isCorrect ? 100 : 0),
    feedback: read(feedback),
  });
  switch (question.type) {
    case 'MC':
      return buildChoices(frame, question.choices.map(weigh));
    case 'Short':
      return buildShortText(frame, question.choices.map(weigh));
    case 'TF': {
      // The first feedback is for whoever was wrong, the second for whoever was right, whatever the parser calls them.
      const [wrong, right] = [read(question.trueFeedback), read(question.falseFeedback)];
      return buildTrueFalse(frame, question.isTrue, { right, wrong });
    }
    case 'Matching':
      return buildMatch(
        frame,
        question.matchPairs.map(({ subquestion, subanswer }) => ({
          left: read(subquestion, 'line'),
          right: read({ format: subquestion.format, text: unmask(subanswer) }, 'line'),
        })),
      );
    case 'Numerical':
      return buildNumber(frame, numbersOf(question.choices, read));
  }
}

function numbersOf(
  choices: Extract<GIFTQuestion, { type: 'Numerical' }>['choices'],
  read: ReadText,
): readonly WeightedNumber[] {
  const all = Array.isArray(choices) ? choices : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  return all.map(({ isCorrect, weight, text, feedback }: NumericalChoice) => {
    const { type, number = Number.NaN, range = 0, numberLow = Number.NaN, numberHigh = Number.NaN } = text;
    const percent = weight ?? (isCorrect ? 100 : 0);
    const [value, tolerance] =
      type === 'high-low' ? [(numberLow + numberHigh) / 2, (numberHigh - numberLow) / 2] : [number, range];
    return { value: tidy(value), tolerance: tidy(tolerance), percent, feedback: read(feedback) };
  });
}

/** The parser masks escaped signs as `&&058;` and forgets to take the mask off right sides. */
function unmask(text: string): string {
  return text.replace(/&&(\d{3});/g, (_whole, code: string) => String.fromCharCode(Number(code)));
}

/** Without what binary fractions add: (3.141 + 3.142) ÷ 2 is 3.1415. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
