import { isMap, isScalar, isSeq } from 'yaml';

/** The way through maps and lists to what stands at an offset. */
export type YamlSteps = readonly (string | number)[];

export function stepsTo(node: unknown, offset: number): YamlSteps {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => isScalar(key) && key.range != null && key.range[0] <= offset);
    if (pair === undefined || !isScalar(pair.key)) return [];
    const name = String(pair.key.value);
    return pair.key.range?.[0] === offset ? [name] : [name, ...stepsTo(pair.value, offset)];
  }
  if (!isSeq(node)) return [];
  const at = node.items.findLastIndex((item) => startOf(item) <= offset);
  return at < 0 ? [] : [at, ...stepsTo(node.items[at], offset)];
}

function startOf(node: unknown): number {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? Number.POSITIVE_INFINITY) : 0;
}
