import { isSoundFile } from '#domain/question/media.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { embedAnswers } from './embedded-answers.ts';
import { type Exported, type Outgoing, outgoing } from '#content/exchange/outgoing.ts';
import { writeExtras } from '#content/exchange/extras.ts';
import { writeNumber } from '#content/exchange/build/written-number.ts';
import { formatFraction } from '#content/exchange/percent.ts';
import { withoutMarks } from '#content/exchange/text/markdown.ts';

/** A picture or a sound of a question as it goes into the file: base64 by the name that the text uses. */
export type PictureData = (name: string) => string | undefined;

/** Questions as Moodle XML; every kind has a form there. */
export function writeMoodleXml(questions: readonly Question[], pictureOf: PictureData = () => undefined): Exported {
  const written = outgoing(questions).map((it) => writeQuestion(it, pictureOf));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${written.join('\n')}\n</quiz>\n`, left: [] };
}

const types: Readonly<Record<SimpleQuestion['kind'], string>> = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  number: 'numerical',
  'short-text': 'shortanswer',
  order: 'ordering',
  match: 'matching',
  cloze: 'cloze',
};

function writeQuestion({ name, question, story, extras }: Outgoing, pictureOf: PictureData): string {
  const asked = question.kind === 'cloze' ? `${question.prompt}\n\n${embedAnswers(question)}` : question.prompt;
  const hint =
    question.hint === undefined ? [] : [`<hint format="markdown">${withPictures(question.hint, pictureOf)}</hint>`];
  return [
    `<question type="${types[question.kind]}">`,
    `<!-- ${writeExtras(extras)} -->`,
    `<name>${text(name)}</name>`,
    `<questiontext format="markdown">${withPictures(story + asked, pictureOf)}</questiontext>`,
    `<generalfeedback format="markdown">${withPictures(question.rationale, pictureOf)}</generalfeedback>`,
    `<defaultgrade>${question.points}</defaultgrade>`,
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    ...body(question, pictureOf),
    ...hint,
    '</question>',
  ].join('\n  ');
}

function body(question: SimpleQuestion, pictureOf: PictureData): readonly string[] {
  const answer = (percent: number, words: string, feedback?: string, more = '') =>
    `<answer fraction="${formatFraction(percent)}" format="${lineFormat(words)}">${withPictures(words, pictureOf)}${more}` +
    `<feedback format="markdown">${text(feedback ?? '')}</feedback></answer>`;
  switch (question.kind) {
    case 'single':
      return [
        '<single>true</single>',
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...question.choices.map((it) => answer(it.id === question.key ? 100 : 0, it.text, it.feedback)),
      ];
    case 'multiple': {
      const share = 100 / question.key.length;
      return [
        '<single>false</single>',
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...question.choices.map((it) => answer(question.key.includes(it.id) ? share : -share, it.text, it.feedback)),
      ];
    }
    case 'true-false':
      return [answer(question.key ? 100 : 0, 'true'), answer(question.key ? 0 : 100, 'false')];
    case 'number': {
      const tolerance = `<tolerance>${writeNumber(question.tolerance)}</tolerance>`;
      const unit =
        question.unit === undefined
          ? []
          : [
              `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(question.unit)}</unit_name></unit></units>`,
            ];
      return [
        answer(100, writeNumber(question.key), undefined, tolerance),
        ...unit,
        `<unitgradingtype>0</unitgradingtype><showunits>3</showunits>`,
      ];
    }
    case 'short-text':
      return ['<usecase>0</usecase>', ...question.accepted.map((it) => answer(100, it.replaceAll('*', '\\*')))];
    case 'order':
      return [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        `<gradingtype>${question.marking === 'places' ? 'ABSOLUTE_POSITION' : 'RELATIVE_NEXT_EXCLUDE_LAST'}</gradingtype>`,
        ...question.items.map((it) => answer(100, it.text)),
      ];
    case 'match':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...question.pairs.map(
          ({ left, right }) =>
            `<subquestion format="${lineFormat(left.text)}">${text(left.text)}<answer format="${lineFormat(right.text)}">${text(right.text)}</answer></subquestion>`,
        ),
        ...question.extra.map(
          (right) =>
            `<subquestion format="markdown">${text('')}<answer format="${lineFormat(right.text)}">${text(right.text)}</answer></subquestion>`,
        ),
      ];
    default:
      return [];
  }
}

/** Words of one line whose signs would be taken for Markdown go as plain ones. */
function lineFormat(words: string): string {
  return withoutMarks(words) === words ? 'markdown' : 'plain_text';
}

/** The text with its pictures behind it, as Moodle's file areas want them. */
function withPictures(words: string, pictureOf: PictureData): string {
  const files: string[] = [];
  const moved = words.replace(/!\[([^\]]*)\]\(([^)\s:/]+)\)/g, (whole, alt: string, name: string) => {
    const data = pictureOf(name);
    if (data === undefined) return whole;
    files.push(`<file name="${escapeXml(name)}" path="/" encoding="base64">${data}</file>`);
    // Moodle makes a player of a link to a sound.
    return `${isSoundFile(name) ? '' : '!'}[${alt}](@@PLUGINFILE@@/${name})`;
  });
  return text(moved) + files.join('');
}

function text(words: string): string {
  return `<text>${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return (
    words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // XML has no place for these at all.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  );
}
