import { buildChoices } from './build/choices.ts';
import type { WeightedAnswer } from './build/frame.ts';
import type { BankEntry } from './entry.ts';

interface Line {
  readonly text: string;
  readonly line: number;
}

/** Aiken: a question, its choices `A. …`, then `ANSWER: B`. Every question that is not so is refused where it begins. */
export function readAiken(text: string): readonly BankEntry[] {
  const lines = text.split(/\r?\n/).map((it, at): Line => ({ text: it.trim(), line: at + 1 }));
  const entries: BankEntry[] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.text === '') continue;
    // A prompt after choices without an answer begins a new question: the one before lacks its answer.
    if (!isChoice(line) && !isAnswer(line) && block.some(isChoice)) {
      entries.push(refuse(block, 'baris ANSWER: tidak ada.'));
      block = [];
    }
    block.push(line);
    if (!isAnswer(line)) continue;
    entries.push(readBlock(block));
    block = [];
  }
  return block.length === 0 ? entries : [...entries, refuse(block, 'baris ANSWER: tidak ada.')];
}

function readBlock(block: readonly Line[]): BankEntry {
  const prompt = block.filter((line) => !isChoice(line) && !isAnswer(line)).map(({ text }) => text);
  const choices = block.filter(isChoice);
  const letter = /^ANSWER\s*:\s*([A-Z])\s*$/i.exec(block.at(-1)?.text ?? '')?.[1]?.toUpperCase();
  if (prompt.length === 0) return refuse(block, 'tidak ada pertanyaan di atas pilihannya.');
  if (letter === undefined) return refuse(block, 'baris ANSWER: tidak menyebut satu huruf pilihan.');
  const letters = choices.map(({ text }) => text[0]?.toUpperCase() ?? '');
  if (!letters.includes(letter)) return refuse(block, `jawaban ${letter} tidak ada di antara pilihan.`);
  const answers = choices.map(({ text }, at): WeightedAnswer => ({
    text: text.slice(2).trim(),
    percent: letters[at] === letter ? 100 : 0,
  }));
  const built = buildChoices({ prompt: prompt.join(' '), extras: {} }, answers);
  const entry = { line: block[0]?.line ?? 1, name: '' };
  return 'refused' in built ? { ...entry, refused: built.refused } : { ...entry, ...built, pictures: [] };
}

function refuse(block: readonly Line[], refused: string): BankEntry {
  return { line: block[0]?.line ?? 1, name: '', refused };
}

function isChoice({ text }: Line): boolean {
  return /^[A-Z][.)](?:\s|$)/.test(text);
}

function isAnswer({ text }: Line): boolean {
  return /^ANSWER\s*:/i.test(text);
}
