import { rankBySeed } from '#domain/seeded-order.ts';
import {
  type Item,
  type PublicQuestionBase,
  publicBase,
  publicItem,
  type QuestionBase,
  type QuestionKind,
} from './kind.ts';

/** Two things that belong together. */
export interface Pair {
  readonly left: Item;
  /** Several left sides may share one. */
  readonly right: Item;
}

/** Left sides to be joined with their right sides. */
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match';
  readonly pairs: readonly Pair[];
  /** Right sides that belong to none. */
  readonly extra: readonly Item[];
}

export interface PublicMatchQuestion extends PublicQuestionBase {
  readonly kind: 'match';
  readonly left: readonly Item[];
  /** Each once, in an order that says nothing of the pairs. */
  readonly right: readonly Item[];
}

export interface MatchGiven {
  /** Left id → right id; a left side may be missing, a right side may be used again. */
  readonly pairs: Readonly<Record<string, string>>;
}

export const match: QuestionKind<MatchQuestion, PublicMatchQuestion, MatchGiven> = {
  withoutKey(question) {
    const right = new Map([...question.pairs.map((pair) => pair.right), ...question.extra].map((it) => [it.id, it]));
    return {
      ...publicBase(question),
      kind: 'match',
      left: question.pairs.map((pair) => publicItem(pair.left)),
      right: rankBySeed([...right.values()], ({ id }) => id, `${question.id}/`).map(publicItem),
    };
  },

  parseGiven(question, value) {
    const given: unknown = (value as { pairs?: unknown } | null | undefined)?.pairs;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
    const entries = Object.entries(given);
    const known = entries.every(
      ([left, right]) => question.left.some(({ id }) => id === left) && question.right.some(({ id }) => id === right),
    );
    return known && entries.length > 0 ? { pairs: Object.fromEntries(entries) as MatchGiven['pairs'] } : undefined;
  },

  /** Each left side's select says `<left>=<right>`, or nothing. */
  parseForm(_question, values) {
    const entries = readPairs(values);
    return entries.length === 0 ? undefined : { pairs: Object.fromEntries(entries) };
  },

  formValues(_question, given) {
    return Object.entries(given.pairs).map(([left, right]) => `${left}=${right}`);
  },

  isPartial(question, values) {
    const open = question.left.length - readPairs(values).length;
    return open > 0 && open < question.left.length;
  },

  earnedRatio({ pairs }, given) {
    const right = pairs.filter(
      ({ left, right }) => Object.hasOwn(given.pairs, left.id) && given.pairs[left.id] === right.id,
    );
    return pairs.length === 0 ? 0 : right.length / pairs.length;
  },

  describeKey({ pairs }) {
    return pairs.map(({ left, right }) => `${left.text} → ${right.text}`).join('\n');
  },
};

function readPairs(values: readonly string[]): readonly (readonly [left: string, right: string])[] {
  return values.flatMap((value) => {
    const [left = '', right = ''] = value.split('=');
    return left === '' || right === '' ? [] : [[left, right] as const];
  });
}
