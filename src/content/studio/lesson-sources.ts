import { isScalar, isSeq, parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';

/** Ids of the facts that a lesson names; undefined where its head cannot be read. */
export function chosenSources(mdx: string): readonly string[] | undefined {
  return findList(mdx)?.ids;
}

/** A lesson that names these facts; every other byte stays. Undefined where its head cannot be read. */
export function withSources(mdx: string, ids: readonly string[]): string | undefined {
  const list = findList(mdx);
  return list && `${mdx.slice(0, list.from)} [${ids.join(', ')}]${mdx.slice(list.to)}`;
}

const opening = '---\n';

function findList(
  mdx: string,
): { readonly ids: readonly string[]; readonly from: number; readonly to: number } | undefined {
  const end = mdx.indexOf('\n---\n');
  if (!mdx.startsWith(opening) || end < 0) return undefined;
  const head = mdx.slice(opening.length, end + 1);
  const list = parseDocument(head, yamlRules).get('sources', true);
  if (!isSeq(list) || list.range == null || !list.items.every(isScalar)) return undefined;
  const ids = list.items.map((it) => (isScalar(it) ? String(it.value) : ''));
  const [start, valueEnd] = list.range;
  // From the colon on: a list of lines becomes one on the line of its name.
  const from = head.lastIndexOf(':', start) + 1;
  return { ids, from: opening.length + from, to: opening.length + head.slice(0, valueEnd).trimEnd().length };
}
