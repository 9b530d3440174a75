import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import { type Frame, type WeightedAnswer, withChanges } from '#content/exchange/build/frame.ts';
import { buildMatch, buildOrder } from '#content/exchange/build/items.ts';
import { readTruth } from '#content/exchange/build/truth.ts';
import { buildNumber, buildShortText, type WeightedNumber } from '#content/exchange/build/typed.ts';
import { readWrittenNumber, showsDecimals } from '#content/exchange/build/written-number.ts';
import type { Built } from '#content/exchange/entry.ts';
import type { TextShape } from '#content/exchange/text/convert.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '#content/exchange/xml.ts';
import { buildCloze } from './embedded-answers.ts';

/** One `<question>` on its way. */
export interface Reading {
  readonly item: XmlElement;
  readonly frame: Frame;
  /** An element's text as Markdown, what is lost noted. */
  readonly read: (element: XmlElement | undefined, shape?: TextShape) => string;
}

/** How each of Moodle's kinds becomes one of ours, by the name that it has in a file. */
export const moodleKinds: Readonly<Record<string, (reading: Reading) => Built>> = {
  multichoice: buildMultichoice,
  truefalse: buildTruth,
  shortanswer: (reading) =>
    withAnswers(reading, (answers) =>
      buildShortText(reading.frame, answers, /^(?:1|true)$/i.test(textOf(childOf(reading.item, 'usecase')))),
    ),
  numerical: buildNumerical,
  matching: buildMatching,
  match: buildMatching,
  ordering: buildOrdering,
  cloze: buildGaps,
  // Older files call embedded answers so.
  multianswer: buildGaps,
};

function buildMultichoice(reading: Reading): Built {
  const picked = /^(?:false|0)$/i.test(textOf(childOf(reading.item, 'single'))) ? 'several' : 'one';
  return withAnswers(reading, (answers) => buildChoices(reading.frame, answers, picked), 'line');
}

function buildTruth(reading: Reading): Built {
  return withAnswers(reading, (answers) => {
    const [right, ...more] = answers.filter(({ percent }) => percent >= 100);
    const wrong = answers.find(({ percent }) => percent < 100);
    if (right === undefined) return { refused: 'tidak ada jawaban yang bernilai penuh.' };
    if (more.length > 0) return { refused: 'kedua jawaban bernilai penuh.' };
    const words = answers.map(({ text }) => text);
    const truths = words.map((word) => readTruth(word, words, 'true atau false'));
    const values: boolean[] = [];
    for (const truth of truths) {
      if ('refused' in truth) return { refused: `jawaban ${truth.refused}` };
      if (values.includes(truth.value))
        return { refused: `kedua jawaban berarti sama: ${words.join(', ')}. Tulis true dan false.` };
      values.push(truth.value);
    }
    const key = values[answers.indexOf(right)] ?? false;
    return buildTrueFalse(reading.frame, key, { right: right.feedback, wrong: wrong?.feedback });
  });
}

function buildNumerical(reading: Reading): Built {
  const { item, frame } = reading;
  const units = childrenOf(childOf(item, 'units') ?? item, 'unit');
  const unit = units.find((it) => Number(textOf(childOf(it, 'multiplier'))) === 1);
  return withAnswers(reading, (answers) => {
    const numbers: WeightedNumber[] = [];
    let wrong = '';
    for (const [at, answer] of answers.entries()) {
      const { text, percent, feedback = '' } = answer;
      if (text === '*' || text === '') wrong += feedback;
      if (text === '*' || text === '') continue;
      const margin = textOf(childOf(childrenOf(item, 'answer')[at], 'tolerance')) || '0';
      const value = readWrittenNumber(text, { what: 'angka', decimals: showsDecimals(text, margin) });
      const tolerance = readWrittenNumber(margin, { what: 'tolerance' });
      if ('refused' in value) return value;
      if ('refused' in tolerance) return tolerance;
      numbers.push({ value: value.value, tolerance: tolerance.value, percent, feedback });
    }
    return withChanges(buildNumber(frame, numbers, unit && textOf(childOf(unit, 'unit_name'))), [
      ...(wrong === '' ? [] : ['umpan balik untuk jawaban salah dihapus']),
      ...(units.length > 1 ? ['satuan lain dihapus'] : []),
    ]);
  });
}

function buildMatching({ item, frame, read }: Reading): Built {
  return buildMatch(
    frame,
    childrenOf(item, 'subquestion').map((it) => ({
      left: read(it, 'plain'),
      right: read(childOf(it, 'answer'), 'plain'),
    })),
  );
}

function buildOrdering({ item, frame, read }: Reading): Built {
  const grading = textOf(childOf(item, 'gradingtype'));
  const marking = frame.extras.marking ?? (/ABSOLUTE|ALL_OR_NOTHING/i.test(grading) ? 'places' : 'neighbours');
  const items = childrenOf(item, 'answer').map((it) => read(it, 'plain'));
  const built = buildOrder({ ...frame, extras: { ...frame.extras, marking } }, items);
  return withChanges(
    built,
    /ALL_OR_NOTHING/i.test(grading) ? 'setiap langkah yang tepat kini mendapat nilai' : undefined,
  );
}

function buildGaps({ frame }: Reading): Built {
  const { prompt = '' } = frame.extras;
  const isOwn = frame.prompt.startsWith(prompt);
  const text = isOwn ? frame.prompt.slice(prompt.length).trim() : frame.prompt;
  return buildCloze({ ...frame, prompt: isOwn ? prompt : '' }, text, 'Lengkapi kalimat.');
}

/** The `<answer>`s with what each earns. */
function withAnswers(
  { item, read }: Reading,
  build: (answers: readonly WeightedAnswer[]) => Built,
  shape: TextShape = 'plain',
): Built {
  const answers = childrenOf(item, 'answer').map((answer) => ({
    text: read(answer, shape),
    percent: fractionOf(answer),
    feedback: read(childOf(answer, 'feedback')),
  }));
  const odd = answers.find(({ percent }) => !Number.isFinite(percent));
  if (odd !== undefined) return { refused: `nilai (fraction) jawaban "${odd.text}" bukan angka.` };
  return build(answers);
}

function fractionOf({ attributes }: XmlElement): number {
  const percent = Number((attributes.fraction ?? '0').trim().replace(',', '.'));
  // 99.99999 for thirds of old exports.
  return percent > 99.9 ? 100 : percent;
}
