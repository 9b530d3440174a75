import { Document, isMap, isScalar, isSeq, parseDocument, type Pair, type Scalar, visit, type YAMLMap } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import { type ItemLines, questionList } from './question-list.ts';

/** Names that lead to a question: its own, or that of its case before it. */
export type QuestionPath = readonly string[];

/** Fields of a question as its file holds them; undefined for one that goes. */
type Fields = Readonly<Record<string, unknown>>;

export type QuestionChange =
  | { readonly act: 'write'; readonly path: QuestionPath; readonly fields: Fields }
  /** At the end of a list: of the quiz, or of the case that `path` begins with. */
  | { readonly act: 'add'; readonly path: QuestionPath; readonly fields: Fields }
  | { readonly act: 'copy'; readonly path: QuestionPath; readonly id: string }
  | { readonly act: 'remove'; readonly path: QuestionPath }
  | { readonly act: 'move'; readonly path: QuestionPath; readonly by: -1 | 1 };

/**
 * A quiz with one of its questions changed; every byte of the others stays. Undefined where the quiz is not written line by
 * line, or the question is not there.
 */
export function changeQuestions(yaml: string, change: QuestionChange): string | undefined {
  const owner = change.path.slice(0, -1);
  const list = questionList(yaml, owner);
  if (list === undefined) return undefined;
  const at = list.ids.indexOf(change.path.at(-1) ?? '');
  if (at < 0 && change.act !== 'add') return undefined;
  const pieces = [...list.pieces];
  const piece = pieces[at] ?? '';
  if (change.act === 'write') pieces[at] = rewriteItem(piece, list, change.fields, style);
  else if (change.act === 'add') pieces.push(writeItem(list, change.fields, style));
  else if (change.act === 'copy') pieces.splice(at + 1, 0, rewriteItem(piece, list, { id: change.id }, style));
  else if (change.act === 'remove') pieces.splice(at, 1);
  else {
    const other = pieces[at + change.by];
    if (other === undefined) return undefined;
    [pieces[at], pieces[at + change.by]] = [other, piece];
  }
  if (pieces.length === 0) return undefined;
  return yaml.slice(0, list.from) + pieces.join('') + yaml.slice(list.to);
}

/** How authors write the items of a list. */
export interface ItemStyle {
  /** Of the fields; all that are not named stand where the empty one is. */
  readonly order: readonly string[];
  /** Whether there are blanks inside the brackets of lists on one line. */
  readonly isPadded: boolean;
}

const style: ItemStyle = {
  order: ['id', 'kind', 'prompt', 'story', '', 'rationale', 'hint', 'source', 'read', 'points', 'accept'],
  isPadded: true,
};

/** The lines of an item with other fields; its comments stay where their field stays. */
export function rewriteItem(
  piece: string,
  { indent }: ItemLines,
  fields: Fields,
  { order, isPadded }: ItemStyle,
): string {
  const document = parseDocument(dedented(piece, indent), yamlRules);
  const map = isSeq(document.contents) ? document.contents.items[0] : undefined;
  if (!isMap(map)) return piece;
  const before = map.toJS(document) as Record<string, unknown>;
  let isChanged = false;
  for (const [name, value] of Object.entries(fields)) {
    if (plainly(before[name]) === plainly(value)) continue;
    isChanged = true;
    put(document, map, { name, value, order });
  }
  if (!isChanged) return piece;
  const rest = /\n*$/.exec(piece)?.[0].slice(1) ?? '';
  return indented(document.toString({ lineWidth: 0, flowCollectionPadding: isPadded }), indent) + rest;
}

/** Data in one way of writing: order of fields, blanks around words, and a `false` that goes without saying, say nothing. */
function plainly(value: unknown): string {
  return JSON.stringify(value, (_name, it: unknown) => {
    if (typeof it === 'string') return it.trim();
    if (typeof it !== 'object' || it === null || Array.isArray(it)) return it;
    const said = Object.entries(it).filter(([, field]) => field !== false);
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The lines of a new item of a list. */
export function writeItem({ indent }: ItemLines, fields: Fields, { order, isPadded }: ItemStyle): string {
  const document = parseDocument('- {}\n', yamlRules);
  const map = isSeq(document.contents) ? document.contents.items[0] : undefined;
  if (!isMap(map)) throw new Error('a list has an item');
  map.flow = false;
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) put(document, map, { name, value, order });
  }
  return indented(document.toString({ lineWidth: 0, flowCollectionPadding: isPadded }), indent);
}

interface WrittenField {
  readonly name: string;
  readonly value: unknown;
  readonly order: readonly string[];
}

function put(document: Document, map: YAMLMap, { name, value, order }: WrittenField): void {
  if (value === undefined) {
    map.delete(name);
    return;
  }
  const node = document.createNode(value);
  styled(node);
  const found = map.items.find((it) => isScalar(it.key) && it.key.value === name);
  if (found !== undefined) {
    found.value = node;
    return;
  }
  const place = placeOf(name, order);
  const next = map.items.findIndex((it) => isScalar(it.key) && placeOf(String(it.key.value), order) > place);
  const pair = document.createPair(name, node) as Pair<Scalar, unknown>;
  map.items.splice(next < 0 ? map.items.length : next, 0, pair);
}

function placeOf(name: string, order: readonly string[]): number {
  const found = order.indexOf(name);
  return found < 0 ? order.indexOf('') : found;
}

/** Choices, items, pairs and gaps stand on one line each; a number cannot be read as one with a point between thousands. */
function styled(node: unknown): void {
  const holder = new Document();
  holder.contents = node as Document['contents'];
  visit(holder, {
    Map(_key, map) {
      if (map.has('kind')) return;
      if (map.items.every(({ value }) => isScalar(value) || isSeq(value)) || map.has('left')) map.flow = true;
    },
    Seq(_key, list) {
      if (list.items.length > 0 && list.items.every(isScalar)) list.flow = true;
    },
    Scalar(_key, scalar) {
      if (typeof scalar.value === 'number' && /^-?[1-9]\d{0,2}\.\d{3}$/.test(String(scalar.value))) {
        scalar.minFractionDigits = 4;
      }
    },
  });
}

function dedented(text: string, indent: string): string {
  return text.replace(new RegExp(`^${indent}`, 'gm'), '');
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}
