import type { Filled, Outcome } from './sheet.ts';

const criteria = ['market', 'capital', 'skill', 'supply', 'risk'] as const;
const ideas = ['a', 'b', 'c', 'd'] as const;
type Idea = (typeof ideas)[number];
type Criterion = (typeof criteria)[number];
type Cell = `${Criterion}.${'weight' | Idea}`;

/**
 * Weighs ideas: score (1–5) × weight, added up. An idea has a total once all five scores are there. A lead that one score
 * changed by one could take away (that is, up to the largest weight) is called close.
 */
export function compute({
  cells,
}: Filled<Cell>): Outcome<
  `total.${Idea | 'weight'}` | 'highest' | 'lead' | 'possible',
  'incomplete' | 'outside_scale' | 'clear' | 'close' | 'weak'
> {
  const weights = criteria.map((criterion) => cells[`${criterion}.weight`] ?? 0);
  const weight = weights.reduce((total, it) => total + it, 0);
  const problems: Record<string, 'outside_scale'> = {};
  const totals = ideas.map((idea) => {
    const scores = criteria.map((criterion) => {
      const score = cells[`${criterion}.${idea}`];
      if (score === undefined || (score >= 1 && score <= 5)) return score;
      problems[`${criterion}.${idea}`] = 'outside_scale';
      return undefined;
    });
    const complete = scores.every((score) => score !== undefined) && weight > 0;
    return complete
      ? scores.reduce<number>((total, score, at) => total + (score ?? 0) * (weights[at] ?? 0), 0)
      : undefined;
  });
  const ranked = totals.filter((total) => total !== undefined).sort((a, b) => b - a);
  const [highest, second] = ranked;
  const lead = highest === undefined || second === undefined ? undefined : highest - second;
  const best = ideas[totals.indexOf(highest)];
  const isWeak = best !== undefined && criteria.some((criterion) => (cells[`${criterion}.${best}`] ?? 5) <= 2);
  return {
    results: {
      'total.weight': weight,
      'total.a': totals[0],
      'total.b': totals[1],
      'total.c': totals[2],
      'total.d': totals[3],
      highest,
      lead,
      possible: 5 * weight,
    },
    advice: [
      lead === undefined ? 'incomplete' : lead <= Math.max(...weights) ? 'close' : 'clear',
      ...(isWeak ? (['weak'] as const) : []),
    ],
    problems,
  };
}
