import type { Frame } from '#content/exchange/build/frame.ts';
import { withChanges } from '#content/exchange/build/frame.ts';
import type { BankEntry, BankFile, Picture } from '#content/exchange/entry.ts';
import { isOwn, readExtras, splitStory } from '#content/exchange/extras.ts';
import { openTexts } from '#content/exchange/text/convert.ts';
import { childOf, childrenOf, readXmlItems, textOf, type XmlElement, XmlFault } from '#content/exchange/xml.ts';
import { protectGaps } from './embedded-answers.ts';
import { moodleKinds, type Reading } from './kinds.ts';
import { liftPictures, pictureOf } from './pictures.ts';

/** Reads a Moodle XML file: every question that is of a kind we have, and a reason for each that is not. */
export function readMoodleXml(text: string): BankFile {
  const entries: BankEntry[] = [];
  try {
    const { root } = readXmlItems(text, 'question', (item) => entries.push(readQuestion(item)));
    if (root !== 'quiz') return { line: 1, problem: `ini bukan Moodle XML: unsur luarnya <${root}>, bukan <quiz>.` };
    return { entries };
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { line: error.line, problem: `XML rusak: ${error.message}` };
  }
}

function readQuestion(item: XmlElement): BankEntry {
  const type = (item.attributes.type ?? '').toLowerCase();
  const extras = item.comments.map(readExtras).find((it) => Object.keys(it).length > 0) ?? {};
  const entry = { line: item.line, name: textOf(childOf(item, 'name')) };
  if (type === 'category') return { ...entry, skipped: `kategori ${textOf(childOf(item, 'category'))}` };
  if (type === 'description') return { ...entry, skipped: 'keterangan, bukan soal' };
  const build = moodleKinds[type];
  if (build === undefined) return { ...entry, refused: `jenis soal "${type}" tidak ada di sini.` };

  const texts = openTexts(isOwn(extras));
  const pictures: Picture[] = [];
  const read: Reading['read'] = (element, shape) => {
    for (const file of element === undefined ? [] : childrenOf(element, 'file')) pictures.push(pictureOf(file));
    const { text, pictures: inside } = liftPictures(textOf(element), pictures.length);
    pictures.push(...inside);
    return texts.read(build === moodleKinds.cloze ? protectGaps(text) : text, formatOf(element, item), shape);
  };
  const asked = read(childOf(item, 'questiontext'));
  const old = oldPicture(item);
  if (old !== undefined) pictures.push(old);
  const { story, ownExtras } = splitStory(asked, extras);
  const hint = extras.hint ?? read(childOf(item, 'hint'));
  const frame: Frame = {
    prompt: (story ?? asked) + (old === undefined ? '' : ` ![](@@PLUGINFILE@@/${old.name})`),
    rationale: read(childOf(item, 'generalfeedback')),
    extras: { ...ownExtras, ...(hint !== '' && { hint }) },
    points: Number((textOf(childOf(item, 'defaultgrade')) || '1').replace(',', '.')),
  };
  const built = withChanges(build({ item, frame, read }), leftOut(item));
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

/** What of a question has no place here (Indonesian); what Moodle writes by itself is not worth a word. */
function leftOut(item: XmlElement): readonly string[] {
  const told = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) =>
    textOf(childOf(item, name))
      .replace(/<[^>]*>/g, '')
      .trim(),
  );
  return [
    ...(childrenOf(item, 'hint').length > 1 ? ['petunjuk kedua dan seterusnya dihapus'] : []),
    ...(told.some((text) => text !== '' && !standardFeedback.test(text)) ? ['umpan balik gabungan dihapus'] : []),
    ...(textOf(childOf(item, 'hidden')) === '1' ? ['soal ini disembunyikan di Moodle'] : []),
  ];
}

const standardFeedback =
  /^(?:your answer is (?:correct|partially correct|incorrect)|jawaban anda (?:benar|sebagian benar|salah|benar sebagian|tidak benar|betul))\.?$/i;

function formatOf(element: XmlElement | undefined, item: XmlElement): string {
  return element?.attributes.format ?? childOf(item, 'questiontext')?.attributes.format ?? 'html';
}

/** Moodle before 2.0 kept one picture beside the text. */
function oldPicture(item: XmlElement): Picture | undefined {
  const data = childOf(item, 'image_base64')?.text.trim() ?? '';
  const name = textOf(childOf(item, 'image')).split('/').at(-1) ?? '';
  return data === '' || name === '' ? undefined : { name, bytes: Buffer.from(data, 'base64') };
}
