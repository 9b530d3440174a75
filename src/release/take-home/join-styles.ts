/** The styles of several pages as one: what all of them begin with stands there once. */
export function joinStyles(styles: readonly string[]): string {
  const [first = '', ...others] = new Set(styles);
  return [first, ...others.map((style) => style.slice(sharedRules(first, style)))].join('\n');
}

/** How long both begin with the same whole rules. */
function sharedRules(one: string, other: string): number {
  let depth = 0;
  let whole = 0;
  for (let at = 0; at < one.length && one[at] === other[at]; at += 1) {
    if (one[at] === '{') depth += 1;
    if (one[at] !== '}') continue;
    depth -= 1;
    if (depth === 0) whole = at + 1;
  }
  return whole;
}
