import { expandCases, numberQuestions } from '#domain/question/case.ts';
import type { PublicQuestion } from '#domain/question/question.ts';
import { formValues, parseGiven, type PublicSimpleQuestion } from '#domain/question/simple.ts';
import { hash53 } from '#domain/seeded-order.ts';
import { arrangeQuestions, publicQuiz } from './public-quiz.ts';
import type { PublishedQuiz } from './quiz.ts';

/** A quiz as a room gets it on paper: everybody the same questions in the same order. */
export interface PaperSheet {
  /** What stands on the paper and leads back to this sheet: its number and the beginning of the edition, `2-3fa9c2d1`. */
  readonly code: string;
  readonly seed: string;
  readonly questions: readonly PublicQuestion[];
}

/** So many sheets of one quiz can a cohort have: another one asks other questions, where the quiz draws some. */
export const mostSheets = 9;

const editionSigns = 8;

/** The sheet of this number; `room` is the cohort. */
export function paperSheet(published: PublishedQuiz, room: string, number: number): PaperSheet {
  const { quiz, edition } = published;
  // Of two parts, so that nothing in it reads as a claim of lessons read (`read-seed.ts`).
  const seed = `kertas-${number}k${hash53(`${room}/${quiz.course}/${quiz.id}/${number}`).toString(36)}`;
  const shown = { ...publicQuiz(published), shuffle: true };
  return { code: `${number}-${edition.slice(0, editionSigns)}`, seed, questions: arrangeQuestions(shown, seed) };
}

/** Number and beginning of the edition of a sheet, by what stands on it; undefined when it is no such code. */
export function readSheetCode(code: string): { readonly number: number; readonly edition: string } | undefined {
  const [, number, edition = ''] = /^([1-9])-([0-9a-f]{8})$/.exec(code.trim().toLowerCase()) ?? [];
  return number === undefined ? undefined : { number: Number(number), edition };
}

/** Every question that is answered on a sheet, cases taken apart, with its number on the paper. */
export function listAsked(
  questions: readonly PublicQuestion[],
): readonly { readonly number: string; readonly question: PublicSimpleQuestion }[] {
  const numbers = numberQuestions(questions);
  return expandCases(questions).map((question) => ({ number: numbers.get(question.id) ?? '', question }));
}

/** The letter of a place on paper: A, B, C… */
export function paperLetter(at: number): string {
  return String.fromCodePoint(65 + at);
}

/**
 * Form values of an answer as it is typed in from paper: letters of choices (`B`, `AC`), `B` or `S` for true or false, letters
 * in the order of the places, one letter for each left side (`-` for none), gaps with `;` between them; anything else as it is
 * written. Undefined when it cannot be one.
 */
export function readPaperAnswer(question: PublicSimpleQuestion, typed: string): readonly string[] | undefined {
  const text = typed.trim();
  if (text === '') return [];
  switch (question.kind) {
    case 'single':
      return pick(question.choices, text, 1);
    case 'multiple':
      return pick(question.choices, text, question.choices.length);
    case 'true-false':
      return readTruth(text);
    case 'order':
      return pick(question.items, text, question.items.length)?.map((id, at) => `${id}=${at + 1}`);
    case 'match':
      return readPairs(question, text);
    case 'cloze':
      return readGaps(question, text);
    case 'number':
    case 'short-text':
      return [text];
  }
}

/** Letters as ids, each once; blanks and commas between them change nothing. */
function pick(items: readonly { readonly id: string }[], text: string, most: number): readonly string[] | undefined {
  const ids = lettersOf(text).map((letter) => items[letter.charCodeAt(0) - 65]?.id);
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length && ids.length <= most && new Set(known).size === ids.length ? known : undefined;
}

function readTruth(text: string): readonly string[] | undefined {
  const word = text.toUpperCase();
  if (word === 'B' || word === 'BENAR') return ['true'];
  return word === 'S' || word === 'SALAH' ? ['false'] : undefined;
}

function readPairs(
  { left, right }: Extract<PublicSimpleQuestion, { readonly kind: 'match' }>,
  text: string,
): readonly string[] | undefined {
  const letters = lettersOf(text);
  if (letters.length !== left.length) return undefined;
  const values = left.map(({ id }, at) => {
    const letter = letters[at] ?? '';
    if (letter === '-') return '';
    const other = right[letter.charCodeAt(0) - 65];
    return other === undefined ? undefined : `${id}=${other.id}`;
  });
  return values.includes(undefined)
    ? undefined
    : values.filter((value) => value !== undefined).filter((value) => value !== '');
}

function readGaps(
  { blanks }: Extract<PublicSimpleQuestion, { readonly kind: 'cloze' }>,
  text: string,
): readonly string[] | undefined {
  const parts = text.split(';').map((part) => part.trim());
  if (parts.length !== blanks.length) return undefined;
  const values = blanks.map(({ choices }, at) => {
    const part = parts[at] ?? '';
    if (choices === undefined || part === '' || part === '-') return part === '-' ? '' : part;
    return /^[a-z]$/i.test(part) ? choices[part.toUpperCase().charCodeAt(0) - 65] : part;
  });
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}

function lettersOf(text: string): readonly string[] {
  return [...text.toUpperCase().replaceAll(/[\s,.;]+/g, '')];
}

/** A response as it is typed in from this sheet: `readPaperAnswer` reads it back. */
export function paperAnswerText(question: PublicSimpleQuestion, given: unknown): string {
  const read = parseGiven(question, given);
  const values = read === undefined ? [] : formValues(question, read);
  const letterOf = (items: readonly { readonly id: string }[], id: string | undefined) => {
    const at = items.findIndex((item) => item.id === id);
    return at < 0 ? '-' : paperLetter(at);
  };
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return values.map((id) => letterOf(question.choices, id)).join('');
    case 'true-false':
      return values.map((value) => (value === 'true' ? 'B' : 'S')).join('');
    case 'order':
      return values.map((value) => letterOf(question.items, value.replace(/=\d+$/, ''))).join('');
    case 'match':
      return question.left
        .map(({ id }) => letterOf(question.right, values.find((it) => it.startsWith(`${id}=`))?.slice(id.length + 1)))
        .join('');
    case 'cloze':
      return values.join('; ');
    case 'number':
    case 'short-text':
      return values.join(' ');
  }
}
