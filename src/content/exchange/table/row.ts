import type { Blank } from '#domain/question/gaps.ts';
import { readChoiceKey } from '#content/exchange/build/choice-key.ts';
import { buildChoices, buildTrueFalse } from '#content/exchange/build/choices.ts';
import { base, explain, type Frame, type WeightedAnswer, withChanges } from '#content/exchange/build/frame.ts';
import { buildMatch, buildOrder } from '#content/exchange/build/items.ts';
import { readTruth } from '#content/exchange/build/truth.ts';
import { buildNumber, buildShortText } from '#content/exchange/build/typed.ts';
import { readWrittenNumber } from '#content/exchange/build/written-number.ts';
import type { Built } from '#content/exchange/entry.ts';
import { type Extras, isOwn } from '#content/exchange/extras.ts';
import { type Cells, choiceColumns, type Column, columns, csvColumns, ownColumns } from './columns.ts';
import { readTolerance } from './tolerance.ts';

/** A row as a question; `kept` is what our own export wrote beside it, `truths` are the keys of all true-false rows. */
export function buildRow(cells: Cells, kept: Extras, truths: readonly string[]): Built {
  const kind = cells.kind.toLowerCase().replace(/[\s_]+/g, '-');
  const own = ownColumns[kind];
  if (kind === 'case') return { refused: 'kind: case tidak bisa ditulis di CSV. Tulis langsung di berkas kuis.' };
  const build = builders[kind];
  if (own === undefined || build === undefined)
    return { refused: `jenis soal "${cells.kind}" tidak ada. Pilih: ${csvColumns.kind}.` };
  const extras = readExtraCells(cells, own);
  if ('refused' in extras) return extras;
  const frame: Frame = { prompt: cells.prompt, rationale: cells.rationale, extras: { ...kept, ...extras } };
  const idle = columns.filter((column) => cells[column] !== '' && !shared.includes(column) && !own.includes(column));
  return withChanges(
    build(frame, cells, truths),
    idle.map((column) => `isi kolom ${column} tidak dipakai untuk ${kind}: "${cells[column].slice(0, 40)}"`),
  );
}

const shared: readonly Column[] = ['id', 'kind', 'prompt', 'rationale', 'hint', 'source', 'read', 'points', 'extra'];

const builders: Readonly<Record<string, (frame: Frame, cells: Cells, truths: readonly string[]) => Built>> = {
  single: (frame, cells) => {
    if (cells.key.includes('|')) return { refused: 'single punya tepat satu kunci. Pakai multiple.' };
    const key = readChoiceKey(cells.key, choicesOf(cells));
    if ('refused' in key) return key;
    const answers = choicesOf(cells).map((text, at) => ({ text, percent: at === key.at ? 100 : 0 }));
    return withChanges(buildChoices(frame, withFeedback(filled(answers), frame.extras), 'one'), key.note);
  },
  multiple: (frame, cells) => {
    const parts = cells.key.includes('|') ? cells.key.split('|') : listed(cells.key, choicesOf(cells));
    const keys = parts.map((part) => readChoiceKey(part, choicesOf(cells)));
    const wrong = keys.find((key) => 'refused' in key);
    if (wrong !== undefined && 'refused' in wrong) return wrong;
    const picked = keys.flatMap((key) => ('at' in key ? key.at : []));
    if (new Set(picked).size < picked.length)
      return { refused: `kunci "${cells.key}" menyebut satu pilihan dua kali.` };
    const share = 100 / picked.length;
    const answers = choicesOf(cells).map((text, at) => ({ text, percent: picked.includes(at) ? share : -share }));
    const notes = keys.flatMap((key) => ('note' in key && key.note !== undefined ? key.note : []));
    const split =
      cells.key.includes('|') || parts.length === 1 ? [] : [`kunci "${cells.key}" dibaca ${parts.join('|')}`];
    return withChanges(buildChoices(frame, withFeedback(filled(answers), frame.extras), 'several'), [
      ...split,
      ...notes,
    ]);
  },
  'true-false': (frame, cells, truths) => {
    const choices = choicesOf(cells);
    if (choices.some((text) => text !== '')) return byChosenTruth(frame, cells.key, choices);
    const key = readTruth(cells.key, truths);
    return 'refused' in key
      ? { refused: `kunci ${key.refused}` }
      : withChanges(buildTrueFalse(frame, key.value, {}), key.note);
  },
  number: (frame, cells) => {
    const groups = /^(?:rp|idr)\b/i.test(cells.unit);
    if (cells.key.includes('%') && cells.unit !== '%') {
      return {
        refused: `kunci "${cells.key}" bisa berarti persen atau bagian dari satu. Tulis angkanya saja, dan % di kolom unit.`,
      };
    }
    const key = readWrittenNumber(cells.key, { what: 'kunci', groups, isPercent: cells.unit === '%' });
    if ('refused' in key) return key;
    const tolerance = readTolerance(cells.tolerance, { key: key.value, unit: cells.unit, groups });
    if ('refused' in tolerance) return tolerance;
    const built = buildNumber(frame, [{ value: key.value, tolerance: tolerance.value, percent: 100 }], cells.unit);
    return withChanges(built, [...told('kunci', cells.key, key.value), ...tolerance.notes]);
  },
  'short-text': (frame, cells) => {
    const words = cells.key.split('|').map((text) => text.trim());
    const several = words.find((text) => /\S\s*(?:[;/]|\batau\b)\s*\S/i.test(text));
    const note =
      several === undefined || isOwn(frame.extras)
        ? undefined
        : `jawaban "${several}" harus diketik utuh; bila itu beberapa jawaban, pisahkan dengan tanda |`;
    // A star is a star here; in the files of Moodle it stands for anything.
    const answers = words.map((text) => ({ text: text.replaceAll('*', '\\*'), percent: 100 }));
    return withChanges(buildShortText(frame, answers), note);
  },
  order: (frame, cells) => buildOrder(frame, filledTexts(cells)),
  match: (frame, cells) => {
    const pairs = filledTexts(cells).map((text) => text.split(/\s*=\s*/));
    const odd = pairs.find((pair) => pair.length !== 2);
    if (odd !== undefined) {
      return { refused: `pasangan "${odd.join(' = ')}" harus memuat tepat satu tanda =, seperti "kiri = kanan".` };
    }
    return buildMatch(
      frame,
      pairs.map(([left = '', right = '']) => ({ left, right })),
    );
  },
  cloze: (frame, cells) => buildGaps(frame, cells.text),
};

function readExtraCells(cells: Cells, own: readonly Column[]): Extras | { readonly refused: string } {
  const { hint, source, read, slip, marking } = cells;
  const points = cells.points === '' ? { value: 1 } : readWrittenNumber(cells.points, { what: 'poin' });
  if ('refused' in points) return points;
  const forgiven = slip === '' || !own.includes('slip') ? { value: false } : readTruth(slip, [], 'ya atau tidak');
  if ('refused' in forgiven) return { refused: `slip ${forgiven.refused}` };
  const place = marking.toLowerCase();
  if (own.includes('marking') && place !== '' && place !== 'places' && place !== 'neighbours')
    return { refused: `marking "${marking}" tidak ada. Pilih neighbours atau places.` };
  return {
    points: points.value,
    ...(hint !== '' && { hint }),
    ...(source !== '' && { source }),
    ...(read !== '' && { read }),
    ...(forgiven.value && { slip: true }),
    ...((place === 'places' || place === 'neighbours') && { marking: place }),
  };
}

/** `1,3` or `A dan C` as a list, unless that is the text of a choice. */
function listed(key: string, choices: readonly string[]): readonly string[] {
  const parts = key.split(/\s*(?:[,;/&]|\bdan\b)\s*/i);
  const isList = parts.length > 1 && parts.every((part) => /^(?:[1-6]|[a-f])$/i.test(part));
  return isList && !choices.includes(key) ? parts : [key];
}

/** A key that names one of the choices Benar and Salah, by its number or by the word itself. */
function byChosenTruth(frame: Frame, key: string, choices: readonly string[]): Built {
  const chosen = readChoiceKey(key, choices);
  if ('refused' in chosen) return chosen;
  const words = choices[chosen.at] ?? '';
  const truth = readTruth(words, choices);
  const said = readTruth(key, choices);
  const remedy = 'Kosongkan pilihannya dan tulis benar atau salah.';
  if ('refused' in truth) return { refused: `pilihan "${words}" bukan benar atau salah. ${remedy}` };
  if ('value' in said && said.value !== truth.value) {
    const meant = said.value ? 'benar' : 'salah';
    return { refused: `kunci "${key}" bisa berarti ${meant} atau pilihan "${words}". ${remedy}` };
  }
  const note = `kunci "${key}" dibaca ${truth.value ? 'benar' : 'salah'}, menurut pilihannya`;
  return withChanges(buildTrueFalse(frame, truth.value, {}), note);
}

function buildGaps(frame: Frame, written: string): Built {
  const gaps = written.split('[[').length - 1;
  const { ids = [], slips = [] } = frame.extras.ids?.length === gaps ? frame.extras : {};
  const blanks: Record<string, Blank> = {};
  const problems: string[] = [];
  const text = written.replace(/\[\[([^[\]]*)\]\]/g, (_whole, body: string) => {
    const count = Object.keys(blanks).length;
    const name = ids[count] ?? `isian-${count + 1}`;
    const words = body.split('|').map((word) => word.trim());
    const keys = words.filter((word) => word.startsWith('=')).map((word) => word.slice(1).trim());
    if (words.includes('') || keys.includes('')) problems.push(`isian [[${body}]] memuat jawaban kosong.`);
    if (keys.length > 1) problems.push(`isian [[${body}]] punya lebih dari satu jawaban benar (tanda =).`);
    blanks[name] =
      keys[0] === undefined
        ? { accepted: words, slip: slips[count] ?? frame.extras.slip ?? false }
        : { choices: words.map((word) => word.replace(/^=\s*/, '')), key: keys[0] };
    return `[[${name}]]`;
  });
  const [problem] = problems;
  if (problem !== undefined) return { refused: problem };
  if (Object.keys(blanks).length === 0) return { refused: 'kolom text tidak punya isian [[…]].' };
  const { rationale, changes } = explain(frame);
  return { question: { kind: 'cloze', ...base(frame, rationale), text, blanks }, changes };
}

function choicesOf(cells: Cells): readonly string[] {
  return choiceColumns.map((column) => cells[column]);
}

function filledTexts(cells: Cells): readonly string[] {
  return choicesOf(cells).filter((text) => text !== '');
}

function withFeedback(answers: readonly WeightedAnswer[], { feedback }: Extras): readonly WeightedAnswer[] {
  return feedback?.length === answers.length ? answers.map((it, at) => ({ ...it, feedback: feedback[at] })) : answers;
}

function filled<T extends { readonly text: string }>(answers: readonly T[]): readonly T[] {
  return answers.filter(({ text }) => text !== '');
}

/** A number that was written in another form than it is kept. */
function told(what: string, written: string, value: number): readonly string[] {
  const plain = /^[+-]?\d+(?:[.,]\d+)?$/.test(written);
  return plain && Number(written.replace(',', '.')) === value
    ? []
    : [`${what} "${written}" dibaca ${String(value).replace('.', ',')}`];
}
