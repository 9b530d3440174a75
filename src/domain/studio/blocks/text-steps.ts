/** How a text becomes the one before it again: so many signs at a place give way to others. UTF-16 units. */
export interface TextStep {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** So many steps can be taken back, and no more than so many signs of them are kept. */
const mostSteps = 50;
const mostSigns = 100_000;

/** The steps with one more, which leads from `now` back to `before`; the oldest are forgotten. */
export function addStep(steps: readonly TextStep[], before: string, now: string): readonly TextStep[] {
  if (before === now) return steps;
  const kept: TextStep[] = [];
  let signs = 0;
  for (const step of [...steps, stepBetween(now, before)].slice(-mostSteps).reverse()) {
    signs += step.text.length;
    if (signs > mostSigns) break;
    kept.unshift(step);
  }
  return kept;
}

/** The text before the newest step, and the steps that are left; undefined when there is none, or none that fits. */
export function takeBack(
  steps: readonly TextStep[],
  now: string,
): { readonly text: string; readonly steps: readonly TextStep[] } | undefined {
  const step = steps.at(-1);
  if (step === undefined || step.at + step.length > now.length) return undefined;
  const text = now.slice(0, step.at) + step.text + now.slice(step.at + step.length);
  return { text, steps: steps.slice(0, -1) };
}

/** Steps as they are kept in a row; what is no such list counts as none. */
export function readSteps(json: string): readonly TextStep[] {
  const steps: unknown = JSON.parse(json);
  return Array.isArray(steps) ? (steps as readonly TextStep[]) : [];
}

function stepBetween(from: string, to: string): TextStep {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { at: start, length: from.length - start - end, text: to.slice(start, to.length - end) };
}
