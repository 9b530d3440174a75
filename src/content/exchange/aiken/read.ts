import { buildChoices } from '#content/exchange/build/choices.ts';
import { withChanges } from '#content/exchange/build/frame.ts';
import type { BankEntry, BankFile } from '#content/exchange/entry.ts';
import { literalMarks, looksLikeMarkdown } from '#content/exchange/text/markdown.ts';
import { invisibleLoss, withoutInvisible } from '#content/exchange/text/invisible.ts';
import { readAnswer } from './answer.ts';
import { type AikenLine, questionNumber, readAikenLines } from './lines.ts';
import { splitQuestions, type Block } from './split.ts';

/**
 * Aiken: a question, its choices `A. …`, then `ANSWER: B`; what explains the answer may follow. Every question that is not so, or
 * could be read in two ways, is refused where it begins.
 */
export function readAiken(text: string): BankFile {
  const clean = withoutInvisible(text);
  const more = clean === text ? [] : [invisibleLoss];
  return { entries: splitQuestions(readAikenLines(clean)).map((block) => readBlock(block, more)) };
}

function readBlock(block: Block, more: readonly string[]): BankEntry {
  const entry = { line: block.line, name: '' };
  if ('refused' in block) return { ...entry, refused: block.refused };
  const { prompt, notes } = readPrompt(block.prompt);
  if (prompt === '') return { ...entry, refused: 'tidak ada pertanyaan di atas pilihannya.' };
  const answer = readAnswer(block.answer, block.choices);
  if ('refused' in answer) return { ...entry, refused: answer.refused };
  const literal = [prompt, ...block.choices.map(({ words }) => words)].some(looksLikeMarkdown) ? [literalMarks] : [];
  const built = buildChoices(
    { prompt, rationale: block.explanation.words, extras: {} },
    block.choices.map(({ letter, words }) => ({ text: words, percent: letter === answer.letter ? 100 : 0 })),
  );
  if ('refused' in built) return { ...entry, refused: built.refused };
  const told = withChanges(built, [...notes, ...answer.notes, ...block.explanation.notes, ...literal, ...more]);
  return 'refused' in told ? { ...entry, ...told } : { ...entry, ...told, pictures: [] };
}

/** The lines of a question as paragraphs, without its number in the file. */
function readPrompt(lines: readonly AikenLine[]): { readonly prompt: string; readonly notes: readonly string[] } {
  const [first, ...rest] = lines.filter(({ kind }) => kind !== 'blank');
  const number = questionNumber.exec(first?.text ?? '')?.[1];
  // Beside a second number it is a list.
  const isList = rest.some(({ text }) => questionNumber.test(text));
  const isNumbered = number !== undefined && !isList;
  const prompt = lines
    .map((line) => (line === first && isNumbered ? line.text.replace(questionNumber, '') : line.text))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => (isList ? paragraph : paragraph.replace(/\n/g, ' ')).trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  return { prompt, notes: isNumbered ? [`nomor soal "${number}." dihapus`] : [] };
}
