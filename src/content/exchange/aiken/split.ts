import { type Explanation, takeExplanation } from './explanation.ts';
import { type AikenLine, questionNumber } from './lines.ts';

/** A choice with the lines that continue it. */
export interface AikenChoice {
  readonly letter: string;
  readonly words: string;
}

/** The lines of one question in their roles, or why they have none (Indonesian). */
export type Block = { readonly line: number } & (
  | {
      readonly prompt: readonly AikenLine[];
      readonly choices: readonly AikenChoice[];
      /** What the ANSWER line gives. */
      readonly answer: string;
      readonly explanation: Explanation;
    }
  | { readonly refused: string }
);

type ChoiceLine = Extract<AikenLine, { kind: 'choice' }>;
type AnswerLine = Extract<AikenLine, { kind: 'answer' }>;

/** Parts a file at its answer lines; what explains an answer stays with the question above it. */
export function splitQuestions(lines: readonly AikenLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  let unclear: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const region = lines.slice(from, at);
    const { answers, next } = takeAnswers(lines, at);
    const answer = answers.find(({ isAiken }) => isAiken) ?? answers[0];
    if (answer === undefined || !(answer.isAiken || region.some(isChoice))) continue;
    const explanation = takeExplanation(lines, next);
    blocks.push(...readRegion(region, { answer, answers, explanation, unclear }));
    from = explanation.next;
    unclear = explanation.unclear;
    at = from - 1;
  }
  return [...blocks, ...splitUnanswered(lines.slice(from)).map(withoutAnswer)];
}

/** The lines of one answer: `Kunci: A` right beside `ANSWER: A` is no text of a choice, nor of the next question. */
function takeAnswers(
  lines: readonly AikenLine[],
  from: number,
): { readonly answers: readonly AnswerLine[]; readonly next: number } {
  const answers: AnswerLine[] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.kind === 'blank' && answers.length > 0) continue;
    // Behind an empty line a question may begin that speaks of a key.
    const isApart = at > next && !/^\W*[a-z]\W*$/i.test(line?.kind === 'answer' ? line.given : '');
    if (line?.kind !== 'answer' || (isApart && !line.isAiken)) break;
    answers.push(line);
    next = at + 1;
  }
  return { answers, next };
}

interface Ending {
  /** The line that counts, and all that stand beside it. */
  readonly answer: AnswerLine;
  readonly answers: readonly AnswerLine[];
  readonly explanation: Explanation;
  readonly unclear: string | undefined;
}

function readRegion(region: readonly AikenLine[], { answer, answers, explanation, unclear }: Ending): readonly Block[] {
  const line = region.find(({ kind }) => kind !== 'blank')?.line ?? answer.line;
  if (unclear !== undefined) return [{ line, refused: unclear }];
  const start = region.findLastIndex((it) => isChoice(it) && it.letter === 'A');
  if (!region.some(isChoice)) return [{ line, refused: 'tidak ada pilihan di atas baris ANSWER:.' }];
  if (start === -1) return [{ line, refused: 'pilihannya tidak mulai dari A.' }];
  const before = separate(region.slice(0, start), region[start]);
  if ('refused' in before) return [{ line, ...before }];
  const own = before.prompt.find(({ kind }) => kind !== 'blank')?.line ?? region[start]?.line ?? line;
  const unanswered = splitUnanswered(before.unanswered).map(withoutAnswer);
  if (!answer.isAiken) {
    const refused = `baris ANSWER: tidak ada; "${answer.text}" bukan penggantinya. Tulis ANSWER: ${answer.given || 'A'}.`;
    return [...unanswered, { line: own, refused }];
  }
  const choices = joinChoices(region.slice(start));
  if ('refused' in choices) return [...unanswered, { line: own, refused: choices.refused }];
  const others = answers.filter((it) => it !== answer);
  const another = others.find((it) => letterOf(it) !== letterOf(answer));
  if (another !== undefined) return [...unanswered, { line: own, refused: twoKeys(answer, another) }];
  const again = others.map((it) => `baris ${it.line} ("${it.text}") tidak dipakai: kuncinya sama`);
  const notes = [...explanation.notes, ...choices.notes, ...again];
  const block = { line: own, prompt: before.prompt, choices: choices.choices, answer: answer.given };
  return [...unanswered, { ...block, explanation: { ...explanation, notes } }];
}

function letterOf({ given }: AnswerLine): string {
  return given.replace(/[().\s]/g, '').toUpperCase();
}

function twoKeys(one: AnswerLine, other: AnswerLine): string {
  const [first, second] = one.line < other.line ? [one, other] : [other, one];
  return `ada dua kunci: "${first.text}" (baris ${first.line}) dan "${second.text}" (baris ${second.line}). Tinggalkan satu baris ANSWER:.`;
}

/**
 * What stands above the choices: the prompt alone, a question without an answer before it, or both readings. `A. Rahman` inside
 * of a story is no choice: one line, with more of the story right below it.
 */
function separate(
  before: readonly AikenLine[],
  first: AikenLine | undefined,
): { readonly prompt: readonly AikenLine[]; readonly unanswered: readonly AikenLine[] } | { readonly refused: string } {
  const isSmall = first !== undefined && isChoice(first) && first.isSmall;
  const alike = before.flatMap((it, at) => (isChoice(it) && it.isSmall === isSmall ? [at] : []));
  const last = alike.at(-1);
  if (last === undefined) return { prompt: before, unanswered: [] };
  const below = before.slice(last + 1);
  const text = below.findIndex(({ kind }) => kind === 'text' || kind === 'explanation');
  if (text === -1) return { refused: 'pilihan A ada dua kali. Periksa huruf pilihannya.' };
  const isParted = text > 0 || questionNumber.test(below[text]?.text ?? '');
  const isRun = alike.length > 1 && before[last - 1]?.kind === 'choice';
  if (!isRun && !isParted && alike.every((at) => before[at + 1]?.kind === 'text'))
    return { prompt: before, unanswered: [] };
  const isNumbered = questionNumber.test(below[text]?.text ?? '');
  if ((isRun && isParted) || isNumbered) return { prompt: below.slice(text), unanswered: before.slice(0, last + 1) };
  return {
    refused: `tidak jelas mana pilihan dan mana pertanyaan (baris ${before[last]?.line ?? ''}). Beri baris ANSWER: atau hapus huruf di depan baris cerita.`,
  };
}

/** Questions without an answer, each from its prompt to its last choice. */
function splitUnanswered(lines: readonly AikenLine[]): readonly (readonly AikenLine[])[] {
  const parts: AikenLine[][] = [];
  let before: AikenLine['kind'] | undefined;
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    const begins = before === undefined || (before === 'choice' && line.kind !== 'choice');
    if (begins) parts.push([line]);
    else parts.at(-1)?.push(line);
    before = line.kind;
  }
  return parts;
}

function withoutAnswer(lines: readonly AikenLine[]): Block {
  const refused = lines.some(isChoice)
    ? 'baris ANSWER: tidak ada.'
    : 'ini bukan soal: tidak ada pilihan dan tidak ada baris ANSWER:.';
  return { line: lines[0]?.line ?? 1, refused };
}

/** Choices in a row, A to the last; a line below one continues it. */
function joinChoices(
  lines: readonly AikenLine[],
): { readonly choices: readonly AikenChoice[]; readonly notes: readonly string[] } | { readonly refused: string } {
  const choices: AikenChoice[] = [];
  const notes: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'blank') continue;
    const last = choices.at(-1);
    if (isChoice(line)) {
      const due = String.fromCharCode('A'.charCodeAt(0) + choices.length);
      if (line.letter !== due)
        return {
          refused: `sesudah pilihan ${last?.letter ?? ''} datang ${line.letter}, bukan ${due} (baris ${line.line}).`,
        };
      choices.push({ letter: line.letter, words: line.words });
      continue;
    }
    if (last === undefined || lines[at - 1]?.kind === 'blank')
      return { refused: `baris ${line.line} di antara pilihan tidak jelas: "${line.text.slice(0, 40)}".` };
    choices[choices.length - 1] = { ...last, words: `${last.words} ${line.text}` };
    notes.push(`baris ${line.line} disambung ke pilihan ${last.letter}`);
  }
  const empty = choices.find(({ words }) => words.trim() === '');
  return empty === undefined ? { choices, notes } : { refused: `pilihan ${empty.letter} kosong.` };
}

function isChoice(line: AikenLine): line is ChoiceLine {
  return line.kind === 'choice';
}
