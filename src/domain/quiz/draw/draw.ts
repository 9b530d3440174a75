import { rankBySeed } from '#domain/seeded-order.ts';
import { readGroups } from './read-seed.ts';

/** Largest length of a seed, and what it is made of. */
export function isSeed(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text);
}

/** How an attempt is drawn: its number of questions (all when absent), and whether they keep the order of the bank. */
export interface Draw {
  readonly draw?: number | undefined;
  readonly shuffle: boolean;
  readonly seed: string;
  /** Ids of questions that belong together: at least one of each group is drawn, as far as `draw` reaches. */
  readonly groups?: readonly (readonly string[])[] | undefined;
  /** Whether the seed says which of the groups take part; what is in others alone is left out. */
  readonly byRead?: boolean | undefined;
}

/**
 * The ids of the questions that one attempt gets, in the order they are shown. The same seed gives the same draw on every
 * machine. Which questions are drawn hangs on their ids alone, not on their places in the bank; without `shuffle` the drawn
 * ones keep the order of the bank. Without `draw`, or with one above the size of the bank, all are drawn. Groups change only
 * who is drawn, never the order among those who are.
 */
export function drawQuestions(
  questions: readonly { readonly id: string }[],
  { draw = questions.length, shuffle, seed, groups = [], byRead = false }: Draw,
): readonly string[] {
  const taking = (byRead && readGroups(seed, groups)) || groups;
  const isOut = (id: string) => groups.some((it) => it.includes(id)) && !taking.some((it) => it.includes(id));
  const ids = questions.map(({ id }) => id).filter((id) => !isOut(id));
  const ranked = rankBySeed(ids, (id) => id, `${seed}/`);
  const needed = ranked.filter(standsForGroup(taking)).slice(0, draw);
  const rest = ranked.filter((id) => !needed.includes(id)).slice(0, draw - needed.length);
  const drawn = new Set([...needed, ...rest]);
  return (shuffle ? ranked : ids).filter((id) => drawn.has(id));
}

/** Asked in the order of a draw: whether an id is the first of one of its groups. */
function standsForGroup(groups: readonly (readonly string[])[]): (id: string) => boolean {
  const open = new Set(groups);
  return (id) => {
    const own = [...open].filter((group) => group.includes(id));
    for (const group of own) open.delete(group);
    return own.length > 0;
  };
}

/** The choices of one question in the order that this seed shows them; fixed ones stay last, as they are written. */
export function shuffleChoices<C extends { readonly id: string; readonly fixed?: boolean }>(
  choices: readonly C[],
  seed: string,
  questionId: string,
): readonly C[] {
  const free = choices.filter(({ fixed }) => !fixed);
  return [...rankBySeed(free, ({ id }) => id, `${seed}/${questionId}/`), ...choices.filter(({ fixed }) => fixed)];
}
