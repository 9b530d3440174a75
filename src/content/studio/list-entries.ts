import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLSeq } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { type EntryList, listPath, type ListEntry } from '#domain/studio/entry-list.ts';
import { itemLines } from './question-list.ts';
import { type ItemStyle, rewriteItem, writeItem } from './question-text.ts';
import { stepsTo } from './yaml-steps.ts';

/** A fault of a list at the entry that it is about, and where in it: `typed.1`; both empty for one of the whole file. */
export interface EntryFault {
  readonly id: string;
  readonly at: string;
  readonly message: string;
  readonly severity: Fault['severity'];
}

const style: ItemStyle = {
  order: ['id', 'term', 'full', 'meaning', 'also', 'sources', 'title', 'typed', 'lesson', 'section', 'contact'],
  isPadded: false,
};

/** What stands in a list; undefined where it cannot be read. */
export function readEntries(yaml: string, list: EntryList): readonly ListEntry[] | undefined {
  const document = parseDocument(yaml, yamlRules);
  const items: unknown = listIn(document.contents, list)?.toJS(document);
  if (document.errors.length > 0 || !Array.isArray(items)) return undefined;
  return items.flatMap((it: unknown) => {
    const fields = it as Record<string, unknown>;
    return typeof it === 'object' && it !== null && typeof fields.id === 'string' ? { id: fields.id, fields } : [];
  });
}

/**
 * A list with one entry written anew, or added at its end; every byte of the others stays. Undefined where the list is not
 * written line by line.
 */
export function writeEntry(yaml: string, list: EntryList, { id, fields }: ListEntry): string | undefined {
  const lines = itemLines(yaml, listIn(parseDocument(yaml, yamlRules).contents, list));
  if (lines === undefined) return undefined;
  const pieces = [...lines.pieces];
  const at = lines.ids.indexOf(id);
  if (at < 0) pieces.push(writeItem(lines, { id, ...fields }, style));
  else pieces[at] = rewriteItem(pieces[at] ?? '', lines, fields, style);
  return yaml.slice(0, lines.from) + pieces.join('') + yaml.slice(lines.to);
}

/** Which entry each fault of a list is about, and where in it. */
export function placeEntryFaults(yaml: string, list: EntryList, faults: readonly Fault[]): readonly EntryFault[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(yaml, { lineCounter: lines, ...yamlRules });
  const depth = listPath[list].length;
  return faults.map(({ line, column, message, severity }) => {
    const steps = stepsTo(contents, (lines.lineStarts[line - 1] ?? 0) + column - 1);
    const item = listIn(contents, list)?.items[Number(steps[depth])];
    const id = isMap(item) ? String(item.get('id')) : '';
    return { id, at: steps.slice(depth + 1).join('.'), message, severity };
  });
}

function listIn(contents: Node | null, list: EntryList): YAMLSeq | undefined {
  let node: unknown = contents;
  for (const step of listPath[list]) node = isMap(node) ? node.get(step, true) : undefined;
  return isSeq(node) ? node : undefined;
}
