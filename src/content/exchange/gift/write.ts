import { formatFraction } from '#content/exchange/percent.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { type Exported, type Outgoing, outgoing } from '#content/exchange/outgoing.ts';
import { writeExtras } from '#content/exchange/extras.ts';

/** Questions as a GIFT file that Moodle reads; `order` and `cloze` have no form in GIFT. */
export function writeGift(questions: readonly Question[]): Exported {
  const all = outgoing(questions);
  const left = all.filter(({ question }) => question.kind === 'order' || question.kind === 'cloze');
  const written = all.filter((it) => !left.includes(it)).map(writeQuestion);
  return {
    text: `${written.join('\n\n')}\n`,
    left: left.map(({ name, question }) => ({ id: name, kind: question.kind })),
  };
}

function writeQuestion({ name, question, story, extras }: Outgoing): string {
  const general = `####${escapeGift(question.rationale)}`;
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
      return [`=${question.key}:${question.tolerance}`];
    case 'short-text':
      return question.accepted.map((text) => answer('=', text.replaceAll('*', '\\*')));
    case 'match':
      return [
        ...question.pairs.map(({ left, right }) => `=${escapeGift(left.text)} -> ${escapeGift(right.text)}`),
        ...question.extra.map(({ text }) => `= -> ${escapeGift(text)}`),
      ];
    default:
      return [];
  }
}

function numeric({ kind }: SimpleQuestion): string {
  return kind === 'number' ? '#' : '';
}

function answer(mark: string, text: string, feedback?: string): string {
  return `${mark}${escapeGift(text)}${feedback === undefined ? '' : `#${escapeGift(feedback)}`}`;
}

/** GIFT's own signs behind a backslash, line ends as `\n`. */
function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');
}
