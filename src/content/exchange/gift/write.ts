import { formatFraction } from '#content/exchange/percent.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { type Exported, type Outgoing, outgoing } from '#content/exchange/outgoing.ts';
import { writeExtras } from '#content/exchange/extras.ts';
import { withoutMarks } from '#content/exchange/text/markdown.ts';
import { writeNumber } from '#content/exchange/build/written-number.ts';
import { escapeGift } from './signs.ts';

/** Questions as a GIFT file that Moodle reads; `order` and `cloze` have no form in GIFT, nor has `->` inside of an answer. */
export function writeGift(questions: readonly Question[]): Exported {
  const all = outgoing(questions);
  const left = all.filter(({ question }) => !hasForm(question));
  const written = all.filter((it) => !left.includes(it)).map(writeQuestion);
  return {
    text: `${written.join('\n\n')}\n`,
    left: left.map(({ name, question }) => ({ id: name, kind: question.kind })),
  };
}

function writeQuestion({ name, question, story, extras }: Outgoing): string {
  const general = `####${markdown(question.rationale)}`;
  const body = [...answers(question), general].join('\n\t');
  return `// ${writeExtras(extras)}\n::${escapeGift(name)}::[markdown]${escapeGift(story + question.prompt)}{${numeric(question)}\n\t${body}\n}`;
}

function answers(question: SimpleQuestion): readonly string[] {
  switch (question.kind) {
    case 'single':
      return question.choices.map(({ id, text, feedback }) => answer(id === question.key ? '=' : '~', text, feedback));
    case 'multiple':
      return question.choices.map(({ id, text, feedback }) => {
        const percent = formatFraction(100 / question.key.length);
        return answer(question.key.includes(id) ? `~%${percent}%` : `~%-${percent}%`, text, feedback);
      });
    case 'true-false':
      return [question.key ? 'TRUE' : 'FALSE'];
    case 'number':
      return [`=${writeNumber(question.key)}:${writeNumber(question.tolerance)}`];
    case 'short-text':
      return question.accepted.map((text) => answer('=', text.replaceAll('*', '\\*')));
    case 'match':
      return [
        ...question.pairs.map(({ left, right }) => `=${line(left.text)} -> ${line(right.text)}`),
        ...question.extra.map(({ text }) => `= -> ${line(text)}`),
      ];
    default:
      return [];
  }
}

function numeric({ kind }: SimpleQuestion): string {
  return kind === 'number' ? '#' : '';
}

function answer(mark: string, text: string, feedback?: string): string {
  return `${mark}${line(text)}${feedback === undefined ? '' : `#${markdown(feedback)}`}`;
}

/** A text of one line: as plain words where its signs would be taken for Markdown or for a weight. */
function line(text: string): string {
  const isPlain = text.startsWith('%') || withoutMarks(text) !== text || hasFormat(text);
  return (isPlain ? '[plain]' : '') + escapeGift(text);
}

/** A text in Markdown; it says so only where it begins like a name of a format. */
function markdown(text: string): string {
  return (hasFormat(text) ? '[markdown]' : '') + escapeGift(text);
}

function hasFormat(text: string): boolean {
  return /^\s*\[(?:html|markdown|plain|moodle)\]/i.test(text);
}

function hasForm(question: SimpleQuestion): boolean {
  if (question.kind === 'order' || question.kind === 'cloze') return false;
  if (question.kind === 'short-text') return !question.accepted.some((text) => text.includes('->'));
  if (question.kind !== 'match') return true;
  const texts = [...question.pairs.flatMap(({ left, right }) => [left, right]), ...question.extra];
  return !texts.some(({ text }) => text.includes('->'));
}
