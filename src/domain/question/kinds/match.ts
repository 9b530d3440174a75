import { rankBySeed } from '#domain/seeded-order.ts';
import {
  type AuthoredKind,
  type Path,
  scoredBase,
  sortedIds,
  wordlessBase,
  wordlessItem,
} from '#domain/question/authored-kind.ts';
import { checkItems } from '#domain/question/checks.ts';
import {
  type Item,
  type PublicQuestionBase,
  publicBase,
  publicItem,
  type QuestionBase,
  type QuestionKind,
} from '#domain/question/kind.ts';

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

  rearrange(question, reorder) {
    return { ...question, right: reorder(question.right) };
  },

  isRightValue({ pairs }, value) {
    return pairs.some(({ left, right }) => value === `${left.id}=${right.id}`);
  },

  earnedRatio({ pairs }, given) {
    const right = pairs.filter(
      ({ left, right }) => Object.hasOwn(given.pairs, left.id) && given.pairs[left.id] === right.id,
    );
    return pairs.length === 0 ? 0 : right.length / pairs.length;
  },
};

export const authoredMatch: AuthoredKind<MatchQuestion, PublicMatchQuestion, MatchGiven> = {
  editor: {
    title: 'Pasangan',
    purpose: 'Peserta memasangkan dua daftar.',
    fields: [
      {
        ...{ control: 'rows', name: 'pairs', label: 'Pasangan', least: 2, most: 6, owners: ['left', 'right'] },
        cells: [
          { control: 'text', name: 'left.text', label: 'Kiri', limit: 200 },
          { control: 'text', name: 'right.text', label: 'Kanan, pasangannya', limit: 200 },
        ],
      },
      {
        ...{ control: 'rows', name: 'extra', label: 'Kanan tanpa pasangan', least: 1, most: 4, owners: [''] },
        isOptional: true,
        hint: 'Supaya pasangan terakhir tidak bisa ditebak.',
        cells: [{ control: 'text', name: 'text', label: 'Kanan', limit: 200 }],
      },
    ],
  },

  describeKey({ pairs }) {
    return pairs.map(({ left, right }) => `${left.text} → ${right.text}`).join('\n');
  },

  form({ left, right }) {
    return [sortedIds(left), sortedIds(right)];
  },

  keyParts({ pairs }) {
    return pairs.map(({ left, right }) => [left.id, right.id]).sort();
  },

  texts(question) {
    const left = question.pairs.map((pair, at) => ({ path: ['pairs', at, 'left'], item: pair.left }));
    return [...left, ...rightSides(question)].map(({ path, item }) => ({ path, text: item.text, holdsMedia: false }));
  },

  asks({ pairs }) {
    return pairs.map(({ left }) => left.text);
  },

  secrets(question) {
    return [authoredMatch.describeKey(question)];
  },

  problems(question, { mode }) {
    const { pairs } = question;
    const right = rightSides(question);
    const faults = [
      ...checkItems(
        pairs.map(({ left }) => left),
        (at) => ['pairs', at, 'left'],
      ),
      ...checkItems(
        right.map(({ item }) => item),
        (at) => right[at]?.path ?? [],
      ),
    ];
    const at = pairs.findIndex(({ left, right }) => left.id.startsWith(right.id) || right.id.startsWith(left.id));
    const told = pairs[at];
    if (mode === 'practice' || told === undefined) return faults;
    const message = `id "${told.left.id}" dan "${told.right.id}" mirip, jadi pasangannya terbaca di halaman. Pakai id lain.`;
    return [...faults, { path: ['pairs', at, 'right'], name: 'id-mengungkap-kunci', message, isWarning: true }];
  },

  rightResponse({ pairs }) {
    return { pairs: Object.fromEntries(pairs.map(({ left, right }) => [left.id, right.id])) };
  },

  wrongResponse({ pairs }) {
    const right = pairs.map((pair) => pair.right.id);
    const moved = pairs.map(({ left }, at) => [left.id, right[(at + 1) % right.length] ?? ''] as const);
    return { pairs: Object.fromEntries(moved) };
  },

  scored(question) {
    const { kind, pairs, extra } = question;
    const bare = pairs.map(({ left, right }) => ({ left: wordlessItem(left), right: wordlessItem(right) }));
    return { ...scoredBase(question), kind, pairs: bare, extra: extra.map(wordlessItem) };
  },

  wordless(question) {
    const { kind, left, right } = question;
    return { ...wordlessBase(question), kind, left: left.map(wordlessItem), right: right.map(wordlessItem) };
  },
};

/** Each right side once, where it first stands: two left sides may share one, the same id with the same text. */
function rightSides({ pairs, extra }: MatchQuestion): readonly { readonly path: Path; readonly item: Item }[] {
  const paired = pairs.map(({ right }, at) => ({ path: ['pairs', at, 'right'], item: right }));
  const isFirst = ({ item }: (typeof paired)[number], at: number) =>
    paired.findIndex((it) => it.item.id === item.id && it.item.text === item.text) === at;
  return [...paired.filter(isFirst), ...extra.map((item, at) => ({ path: ['extra', at], item }))];
}

function readPairs(values: readonly string[]): readonly (readonly [left: string, right: string])[] {
  return values.flatMap((value) => {
    const [left = '', right = ''] = value.split('=');
    return left === '' || right === '' ? [] : [[left, right] as const];
  });
}
