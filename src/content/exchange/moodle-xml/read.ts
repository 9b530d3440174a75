import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import type { Frame, WeightedAnswer } from '#content/exchange/build/frame.ts';
import { buildMatch, buildOrder } from '#content/exchange/build/items.ts';
import { buildNumber, buildShortText } from '#content/exchange/build/typed.ts';
import { buildCloze } from './embedded-answers.ts';
import type { BankEntry, BankFile, Built, Picture } from '#content/exchange/entry.ts';
import { readExtras, splitStory } from '#content/exchange/extras.ts';
import { openTexts, type TextShape } from '#content/exchange/text/convert.ts';
import { childOf, childrenOf, readXmlItems, textOf, type XmlElement } from './elements.ts';

/** Reads a Moodle XML file: every question that is of a kind we have, and a reason for each that is not. */
export function readMoodleXml(text: string): BankFile {
  const entries: BankEntry[] = [];
  try {
    const { root } = readXmlItems(text, 'question', (item) => entries.push(readQuestion(item)));
    if (root !== 'quiz') return { line: 1, problem: `ini bukan Moodle XML: unsur luarnya <${root}>, bukan <quiz>.` };
    return { entries };
  } catch (error) {
    if (!(error instanceof Error) || !('line' in error)) throw error;
    return { line: Number(error.line), problem: `XML rusak: ${error.message}` };
  }
}

interface Reading {
  readonly item: XmlElement;
  readonly frame: Frame;
  /** Markdown of an element, its losses noted. */
  readonly read: (element: XmlElement | undefined) => string;
  /** The same without marks, for choices. */
  readonly readPlain: (element: XmlElement | undefined) => string;
}

const builders: Readonly<Record<string, (reading: Reading) => Built>> = {
  multichoice: ({ item, frame, readPlain, read }) =>
    buildChoices(frame, answersOf(item, readPlain, read), /^(?:false|0)$/i.test(textOf(childOf(item, 'single')))),
  truefalse: ({ item, frame, read }) => {
    const all = childrenOf(item, 'answer').map((answer) => ({
      value: /^true$/i.test(textOf(answer)),
      percent: fractionOf(answer),
      feedback: read(childOf(answer, 'feedback')),
    }));
    const right = all.find(({ percent }) => percent >= 100);
    const wrong = all.find(({ percent }) => percent < 100);
    if (right === undefined) return { refused: 'tidak ada jawaban yang bernilai penuh.' };
    return buildTrueFalse(frame, right.value, { right: right.feedback, wrong: wrong?.feedback });
  },
  shortanswer: ({ item, frame, readPlain, read }) =>
    buildShortText(frame, answersOf(item, readPlain, read), textOf(childOf(item, 'usecase')) === '1'),
  numerical: ({ item, frame, read }) => {
    const units = childrenOf(childOf(item, 'units') ?? item, 'unit');
    const unit = units.find((it) => Number(textOf(childOf(it, 'multiplier'))) === 1);
    const numbers = childrenOf(item, 'answer').flatMap((answer) => {
      const words = textOf(answer);
      if (words === '*' || words === '') return [];
      const value = Number(words.replace(',', '.'));
      return [
        {
          value,
          tolerance: Number(textOf(childOf(answer, 'tolerance')) || 0),
          percent: fractionOf(answer),
          feedback: read(childOf(answer, 'feedback')),
        },
      ];
    });
    const built = buildNumber(frame, numbers, unit && textOf(childOf(unit, 'unit_name')));
    if ('refused' in built || units.length <= 1) return built;
    return { ...built, changes: [...built.changes, 'satuan lain dihapus'] };
  },
  matching: ({ item, frame, readPlain }) =>
    buildMatch(
      frame,
      childrenOf(item, 'subquestion').map((it) => ({ left: readPlain(it), right: textOf(childOf(it, 'answer')) })),
    ),
  ordering: ({ item, frame, readPlain }) => {
    const exact = /ABSOLUTE|ALL_OR_NOTHING/i.test(textOf(childOf(item, 'gradingtype')));
    const marking = frame.extras.marking ?? (exact ? 'places' : 'neighbours');
    return buildOrder({ ...frame, extras: { ...frame.extras, marking } }, childrenOf(item, 'answer').map(readPlain));
  },
  cloze: ({ frame }) => {
    const { prompt = '' } = frame.extras;
    const text = frame.prompt.startsWith(prompt) ? frame.prompt.slice(prompt.length).trim() : frame.prompt;
    return buildCloze({ ...frame, prompt: frame.prompt.startsWith(prompt) ? prompt : '' }, text, 'Lengkapi kalimat.');
  },
};
// Older files call embedded answers by this name.
const aliases: Readonly<Record<string, string>> = { multianswer: 'cloze', match: 'matching' };

function readQuestion(item: XmlElement): BankEntry {
  const type = (item.attributes.type ?? '').toLowerCase();
  const extras = item.comments.map(readExtras).find((it) => Object.keys(it).length > 0) ?? {};
  const entry = { line: item.line, name: textOf(childOf(item, 'name')) };
  if (type === 'category') return { ...entry, skipped: `kategori ${textOf(childOf(item, 'category'))}` };
  if (type === 'description') return { ...entry, skipped: 'keterangan, bukan soal' };
  const build = builders[aliases[type] ?? type];
  if (build === undefined) return { ...entry, refused: `jenis soal "${type}" tidak ada di sini.` };

  const texts = openTexts();
  const pictures: Picture[] = [];
  const convert = (element: XmlElement | undefined, shape?: TextShape): string => {
    for (const file of element === undefined ? [] : childrenOf(element, 'file')) pictures.push(toPicture(file));
    return texts.read(textOf(element), formatOf(element, item), shape);
  };
  const asked = convert(childOf(item, 'questiontext'));
  const old = oldPicture(item);
  if (old !== undefined) pictures.push(old);
  const { story, ownExtras } = splitStory(asked, extras);
  const hint = extras.hint ?? convert(childOf(item, 'hint'));
  const frame: Frame = {
    prompt: (story ?? asked) + (old === undefined ? '' : ` ![](@@PLUGINFILE@@/${old.name})`),
    rationale: convert(childOf(item, 'generalfeedback')),
    extras: { ...ownExtras, ...(hint !== '' && { hint }) },
    points: Number(textOf(childOf(item, 'defaultgrade')) || 1),
  };
  const built = build({ item, frame, read: convert, readPlain: (it) => convert(it, 'line') });
  const problem = texts.problem();
  if (problem !== undefined) return { ...entry, refused: problem };
  if ('refused' in built) return { ...entry, refused: built.refused };
  return {
    ...entry,
    question: built.question,
    changes: [...built.changes, ...texts.losses],
    pictures,
    ...(ownExtras.inCase !== undefined && { inCase: ownExtras.inCase }),
  };
}

function answersOf(
  item: XmlElement,
  readPlain: (element: XmlElement) => string,
  read: (element: XmlElement | undefined) => string,
): readonly WeightedAnswer[] {
  return childrenOf(item, 'answer').map((answer) => ({
    text: readPlain(answer),
    percent: fractionOf(answer),
    feedback: read(childOf(answer, 'feedback')),
  }));
}

function fractionOf({ attributes }: XmlElement): number {
  const percent = Number(attributes.fraction ?? 0);
  // 1.0 in the files of the ordering kind, and 99.99999 for thirds of old exports.
  return percent > 99.9 ? 100 : percent;
}

function formatOf(element: XmlElement | undefined, item: XmlElement): string {
  return element?.attributes.format ?? childOf(item, 'questiontext')?.attributes.format ?? 'html';
}

function toPicture(file: XmlElement): Picture {
  return { name: file.attributes.name ?? '', bytes: Buffer.from(file.text, 'base64') };
}

/** Moodle before 2.0 kept one picture beside the text. */
function oldPicture(item: XmlElement): Picture | undefined {
  const data = childOf(item, 'image_base64')?.text.trim() ?? '';
  const name = textOf(childOf(item, 'image')).split('/').at(-1) ?? '';
  return data === '' || name === '' ? undefined : { name, bytes: Buffer.from(data, 'base64') };
}
