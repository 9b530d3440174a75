import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { yamlRules } from '#content/files/yaml-rules.ts';
import { slugOf } from '#content/exchange/slug.ts';

/** Something that was read, as a form tells it. */
export interface NewSource {
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly address?: string;
  readonly confidence: string;
  /** `YYYY-MM`: when it was seen. */
  readonly asOf: string;
}

/** The file of sources with one more, and the id of the fact that rests on it; every byte that was there stays. */
export function addSource(
  yaml: string,
  { title, publisher, year, address, confidence, asOf }: NewSource,
): { readonly yaml: string; readonly id: string } | undefined {
  const id = idOf(title, yaml);
  const fields = [
    `title: ${JSON.stringify(title)}`,
    `publisher: ${JSON.stringify(publisher)}`,
    ...(year === undefined ? [] : [`year: ${year}`]),
    ...(address === undefined ? [] : [`address: ${JSON.stringify(address)}`]),
  ];
  const withSource = addLine(yaml, 'sources', `${id}: { ${fields.join(', ')} }`);
  const fact = `${id}: { sources: [${id}], confidence: ${confidence}, asOf: "${asOf}" }`;
  const whole = withSource === undefined ? undefined : addLine(withSource, 'facts', fact);
  return whole === undefined ? undefined : { yaml: whole, id };
}

/** What `mine` has and `base` has not, in `theirs` too. Nothing is ever changed or taken away here, so nothing can collide. */
export function mergeSources(base: string, mine: string, theirs: string): string | undefined {
  let merged: string | undefined = theirs;
  for (const name of ['sources', 'facts'] as const) {
    const known = new Set([...linesOf(base, name).keys(), ...linesOf(theirs, name).keys()]);
    for (const [id, line] of linesOf(mine, name)) {
      if (!known.has(id) && merged !== undefined) merged = addLine(merged, name, line);
    }
  }
  return merged;
}

/** `R-undang-undang-18`: no fact of the shipped files begins like that. */
function idOf(title: string, yaml: string): string {
  const taken = new Set([...linesOf(yaml, 'sources').keys()].map((it) => it.replace(/^R-/, '')));
  return `R-${slugOf(title, taken, 'sumber').slice(0, 36).replace(/-$/, '')}`;
}

function addLine(yaml: string, name: 'sources' | 'facts', line: string): string | undefined {
  const last = pairsOf(yaml, name).at(-1);
  const end = endOf(last);
  if (end === undefined) return undefined;
  const at = yaml.indexOf('\n', end);
  const [before, after] = at < 0 ? [`${yaml}\n`, ''] : [yaml.slice(0, at + 1), yaml.slice(at + 1)];
  return `${before}  ${line}\n${after}`;
}

/** The line of each entry by its id, without the blanks before it. */
function linesOf(yaml: string, name: 'sources' | 'facts'): ReadonlyMap<string, string> {
  return new Map(
    pairsOf(yaml, name).flatMap((pair): (readonly [string, string])[] => {
      const [from, to] = [isScalar(pair.key) ? pair.key.range?.[0] : undefined, endOf(pair)];
      return from === undefined || to === undefined || !isScalar(pair.key)
        ? []
        : [[String(pair.key.value), yaml.slice(from, to).trimEnd()]];
    }),
  );
}

function pairsOf(yaml: string, name: 'sources' | 'facts'): readonly Pair[] {
  const map = parseDocument(yaml, yamlRules).get(name, true);
  return isMap(map) ? map.items : [];
}

function endOf(pair: Pair | undefined): number | undefined {
  return isMap(pair?.value) ? pair.value.range?.[1] : undefined;
}
