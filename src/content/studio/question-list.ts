import { isCollection, isMap, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';

/** A list as it stands in a file: its lines, and those of each of its items. */
export interface ItemLines {
  /** Blanks before each dash. */
  readonly indent: string;
  /** Offsets in the file; between them stand the pieces, and nothing else. */
  readonly from: number;
  readonly to: number;
  /** The lines of each item with its dash, and the comments right above it. */
  readonly pieces: readonly string[];
  /** The name of each. */
  readonly ids: readonly string[];
}

/** The list of the quiz (`[]`), or of one of its cases (`['id-of-the-case']`). */
function listNode(contents: Node | null, owner: readonly string[]): YAMLSeq | undefined {
  let list = isMap(contents) ? contents.get('questions', true) : undefined;
  for (const id of owner) {
    const found = isSeq(list) ? list.items.find((it): it is YAMLMap => isMap(it) && it.get('id') === id) : undefined;
    list = found?.get('questions', true);
  }
  return isSeq(list) ? list : undefined;
}

/** Undefined when the list is not written line by line: then it is changed as text only. */
export function questionList(yaml: string, owner: readonly string[]): ItemLines | undefined {
  return itemLines(yaml, listNode(parseDocument(yaml, yamlRules).contents, owner));
}

/** The same of any list whose items have an `id`. */
export function itemLines(yaml: string, list: YAMLSeq | undefined): ItemLines | undefined {
  const last = list?.items.at(-1);
  if (list === undefined || list.flow === true || !isCollection(last) || !last.range) return undefined;
  const starts = list.items.map((item) => (isCollection(item) && item.range ? dashLine(yaml, item.range[0]) : -1));
  const dashes = starts.map((start) => /^( *)- /.exec(yaml.slice(start))?.[1]);
  const indent = dashes[0];
  if (indent === undefined || starts.includes(-1) || dashes.some((it) => it !== indent)) return undefined;
  const from = starts[0] ?? 0;
  const to = endOfLine(yaml, last.range[1]);
  const cuts = [from, ...starts.slice(1).map((start) => withComments(yaml, start)), to];
  const pieces = cuts.slice(0, -1).map((cut, at) => yaml.slice(cut, cuts[at + 1]));
  const ids = list.items.map((item) => (isMap(item) ? String(item.get('id')) : ''));
  return { indent, from, to, pieces, ids };
}

/** The line on which the dash of an item stands. */
function dashLine(yaml: string, offset: number): number {
  return yaml.lastIndexOf('\n', offset - 1) + 1;
}

/** Comments right above a question are about it. */
function withComments(yaml: string, start: number): number {
  let at = start;
  for (;;) {
    const before = yaml.lastIndexOf('\n', at - 2) + 1;
    if (!/^ *#/.test(yaml.slice(before, at))) return at;
    at = before;
  }
}

/** The offset behind the line end that follows `offset`. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}
