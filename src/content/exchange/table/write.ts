import { writeCsv } from '#domain/csv.ts';
import { type Blank, splitGaps } from '#domain/question/gaps.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { readChoiceKey } from '#content/exchange/build/choice-key.ts';
import { writeNumber } from '#content/exchange/build/written-number.ts';
import { writeExtras } from '#content/exchange/extras.ts';
import { type Exported, type Outgoing, outgoing } from '#content/exchange/outgoing.ts';
import { choiceColumns, type Column, columns } from './columns.ts';

type Row = Partial<Readonly<Record<Column, string | number>>>;

/** Questions as a CSV file with the columns of the template; a text that holds a sign of the columns' own has no form there. */
export function writeCsvQuestions(questions: readonly Question[]): Exported {
  const all = outgoing(questions);
  const left = all.filter(({ question }) => ownTexts(question).some((text) => isTaken(text, question.kind)));
  const rows = all.filter((it) => !left.includes(it)).map(writeRow);
  const used = columns.filter(
    (column) => !choiceColumns.includes(column) || rows.some((row) => row[column] !== undefined),
  );
  return {
    text: writeCsv([used, ...rows.map((row) => used.map((column) => row[column] ?? ''))]),
    left: left.map(({ name, question }) => ({ id: name, kind: question.kind })),
  };
}

function writeRow({ name, question, story, extras }: Outgoing): Row {
  const { kind, prompt, rationale, hint, source, read, points } = question;
  const feedback = 'choices' in question ? question.choices.map((it) => it.feedback ?? '') : [];
  return {
    id: name,
    kind,
    prompt: story + prompt,
    rationale,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
    ...(read !== undefined && { read }),
    ...(points !== 1 && { points }),
    ...ownCells(question),
    extra: writeExtras({ ...extras, ...(feedback.some((text) => text !== '') && { feedback }) }),
  };
}

function ownCells(question: SimpleQuestion): Row {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const texts = question.choices.map(({ text }) => text);
      const keys = question.choices.flatMap(({ id }, at) =>
        question.key.includes(id) && isKey(question, id) ? [at] : [],
      );
      return { ...choiceCells(texts), key: keys.map((at) => keyOf(at, texts)).join('|') };
    }
    case 'true-false':
      return { key: question.key ? 'benar' : 'salah' };
    case 'number':
      return {
        key: numberCell(question.key),
        tolerance: numberCell(question.tolerance),
        ...(question.unit !== undefined && { unit: question.unit }),
      };
    case 'short-text':
      return { key: question.accepted.join('|'), ...(question.slip && { slip: 'ya' }) };
    case 'order':
      return { ...choiceCells(question.items.map(({ text }) => text)), marking: question.marking };
    case 'match':
      return choiceCells([
        ...question.pairs.map(({ left, right }) => `${left.text} = ${right.text}`),
        ...question.extra.map(({ text }) => `= ${text}`),
      ]);
    case 'cloze':
      return { text: writeGaps(question.text, question.blanks) };
  }
}

function isKey({ key }: { readonly key: string | readonly string[] }, id: string): boolean {
  return typeof key === 'string' ? key === id : key.includes(id);
}

function choiceCells(texts: readonly string[]): Row {
  return Object.fromEntries(
    texts.flatMap((text, at) => (choiceColumns[at] === undefined ? [] : [[choiceColumns[at], text]])),
  );
}

/** The number of a choice; with the column's whole name where the number is also the text of another choice. */
function keyOf(at: number, texts: readonly string[]): string {
  const number = String(at + 1);
  const read = readChoiceKey(number, texts);
  return 'at' in read && read.at === at ? number : `choice_${number}`;
}

/** A number that stays one in a spreadsheet, unless its three decimals could be taken for thousands. */
function numberCell(value: number): number | string {
  const written = writeNumber(value);
  return written === String(value) ? value : written.replace('.', ',');
}

function writeGaps(text: string, blanks: Readonly<Record<string, Blank>>): string {
  return splitGaps(text)
    .map((part) => {
      if (part.gap === undefined) return part.text;
      const blank = blanks[part.gap];
      if (blank === undefined) return '…';
      const words = 'choices' in blank ? blank.choices.map((it) => (it === blank.key ? `=${it}` : it)) : blank.accepted;
      return `[[${words.join('|')}]]`;
    })
    .join('');
}

/** Texts that stand beside signs of ours in one cell. */
function ownTexts(question: SimpleQuestion): readonly string[] {
  switch (question.kind) {
    case 'short-text':
      return question.accepted;
    case 'match':
      return [
        ...question.pairs.flatMap(({ left, right }) => [left.text, right.text]),
        ...question.extra.map(({ text }) => text),
      ];
    case 'cloze':
      return Object.values(question.blanks).flatMap((blank) => ('choices' in blank ? blank.choices : blank.accepted));
    default:
      return [];
  }
}

function isTaken(text: string, kind: SimpleQuestion['kind']): boolean {
  if (kind === 'match') return text.includes('=');
  return kind === 'cloze' ? /[|[\]]|^=/.test(text) : text.includes('|');
}
