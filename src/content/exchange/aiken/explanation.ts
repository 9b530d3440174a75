import { type AikenLine, questionNumber } from './lines.ts';

/** What explains an answer, and where the next question begins. */
export interface Explanation {
  readonly words: string;
  /** Indonesian: what was taken for it without saying so. */
  readonly notes: readonly string[];
  /** The first line behind it. */
  readonly next: number;
  /** Why the next question cannot be told from it (Indonesian). */
  readonly unclear?: string;
}

/**
 * What stands between an answer and the next question: lines that begin with `Explanation:`, `Pembahasan:` …, and lines right
 * below the answer. Where a line could as well be the next question's, that question is unclear.
 */
export function takeExplanation(lines: readonly AikenLine[], from: number): Explanation {
  const none: Explanation = { words: '', notes: [], next: from };
  const first = lines.slice(from).findIndex(({ kind }) => kind !== 'blank');
  if (first === -1) return none;
  const isLabelled = lines[from + first]?.kind === 'explanation';
  if (!isLabelled && first > 0) return withoutStrayParagraph(lines, none);
  let at = from + first;
  const words: string[] = [];
  for (let line = lines[at]; line?.kind === 'explanation'; line = lines[at]) {
    words.push(line.words);
    at += 1;
  }
  const run = textRun(lines, at);
  const number = run.findIndex(({ text }) => questionNumber.test(text));
  const end = at + run.length;
  const isFollowedByChoices = lines[end]?.kind === 'choice';
  if (number !== -1 || !isFollowedByChoices) {
    const own = number === -1 ? run : run.slice(0, number);
    const stray =
      isLabelled || own.length === 0 ? [] : [`baris ${own[0]?.line ?? ''} sesudah ANSWER dibaca sebagai pembahasan`];
    const taken = {
      words: [...words, ...own.map(({ text }) => text)].join(' ').trim(),
      notes: stray,
      next: at + own.length,
    };
    return number === -1 ? withoutStrayParagraph(lines, taken) : taken;
  }
  const taken = { words: words.join(' ').trim(), notes: [], next: at };
  return run.length <= 1 ? taken : { ...taken, unclear: unclearAt(run[0]) };
}

/** Two paragraphs before the next choices: the first could explain the answer above or begin the question below. */
function withoutStrayParagraph(lines: readonly AikenLine[], taken: Explanation): Explanation {
  const paragraphs: (readonly AikenLine[])[] = [];
  let at = taken.next;
  while (at < lines.length && (lines[at]?.kind === 'blank' || textRun(lines, at).length > 0)) {
    const run = textRun(lines, at);
    if (run.length > 0) paragraphs.push(run);
    at += Math.max(1, run.length);
  }
  const last = paragraphs.at(-1);
  if (paragraphs.length < 2 || lines[at]?.kind !== 'choice' || lines[at - 1]?.kind === 'blank') return taken;
  const isNumbered = questionNumber.test(last?.[0]?.text ?? '') && !questionNumber.test(paragraphs[0]?.[0]?.text ?? '');
  if (!isNumbered)
    return questionNumber.test(paragraphs[0]?.[0]?.text ?? '')
      ? taken
      : { ...taken, unclear: unclearAt(paragraphs[0]?.[0]) };
  const stray = paragraphs.slice(0, -1).flat();
  const words = [taken.words, ...stray.map(({ text }) => text)].join(' ').trim();
  return {
    words,
    notes: [...taken.notes, `baris ${stray[0]?.line ?? ''} dibaca sebagai pembahasan`],
    next: (last?.[0]?.line ?? 1) - 1,
  };
}

function textRun(lines: readonly AikenLine[], from: number): readonly AikenLine[] {
  const end = lines.slice(from).findIndex(({ kind }) => kind !== 'text');
  return lines.slice(from, end === -1 ? lines.length : from + end);
}

function unclearAt(line: AikenLine | undefined): string {
  return `tidak jelas apakah baris ${line?.line ?? ''} ("${line?.text.slice(0, 40) ?? ''}") pembahasan soal di atas atau bagian soal ini. Tulis "Explanation:" di depan pembahasan, atau hapus baris kosong di dalam pertanyaan.`;
}
