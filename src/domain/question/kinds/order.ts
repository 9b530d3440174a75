import { rankBySeed } from '#domain/seeded-order.ts';
import {
  type AuthoredKind,
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

/** Things to put in order; they are written in the right order, which is the key. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  readonly items: readonly Item[];
  /** What earns: an item that stands right behind its neighbour, or one at its exact place. */
  readonly marking: 'neighbours' | 'places';
}

export interface PublicOrderQuestion extends PublicQuestionBase {
  readonly kind: 'order';
  /** In an order that says nothing of the right one. */
  readonly items: readonly Item[];
}

export interface OrderGiven {
  /** Every item once. */
  readonly order: readonly string[];
}

export const order: QuestionKind<OrderQuestion, PublicOrderQuestion, OrderGiven> = {
  withoutKey(question) {
    const items = rankBySeed(question.items, ({ id }) => id, `${question.id}/`).map(publicItem);
    return { ...publicBase(question), kind: 'order', items };
  },

  parseGiven(question, value) {
    const given: unknown = (value as { order?: unknown } | null | undefined)?.order;
    const ids = question.items.map(({ id }) => id);
    if (!Array.isArray(given) || given.length !== ids.length) return undefined;
    return ids.every((id) => given.includes(id)) ? { order: [...(given as string[])] } : undefined;
  },

  /** Each item's select says `<item>=<place>`, or nothing. Two items at one place are no order yet. */
  parseForm(question, values) {
    const placed = readPlaces(values);
    const places = new Set(placed.map(({ place }) => place));
    if (placed.length !== question.items.length || places.size !== placed.length) return undefined;
    return { order: placed.sort((a, b) => a.place - b.place).map(({ id }) => id) };
  },

  formValues(_question, given) {
    return given.order.map((id, at) => `${id}=${at + 1}`);
  },

  isPartial(question, values) {
    return readPlaces(values).length > 0 && order.parseForm(question, values) === undefined;
  },

  rearrange(question, reorder) {
    return { ...question, items: reorder(question.items) };
  },

  isRightValue({ items }, value) {
    return items.some(({ id }, at) => value === `${id}=${at + 1}`);
  },

  earnedRatio({ items, marking }, given) {
    const right = items.map(({ id }) => id);
    if (marking === 'places') return share(right.filter((id, at) => given.order[at] === id).length, right.length);
    const following = new Map(given.order.map((id, at) => [id, given.order[at + 1]]));
    const kept = right.slice(1).filter((id, at) => following.get(right[at] ?? '') === id);
    return share(kept.length, right.length - 1);
  },
};

export const authoredOrder: AuthoredKind<OrderQuestion, PublicOrderQuestion, OrderGiven> = {
  editor: {
    title: 'Urutan',
    purpose: 'Peserta mengurutkan langkah.',
    fields: [
      {
        ...{ control: 'rows', name: 'items', label: 'Langkah', least: 3, most: 8, owners: [''], isOrdered: true },
        hint: 'Tulis dalam urutan yang benar. Peserta melihatnya teracak.',
        cells: [{ control: 'text', name: 'text', label: 'Langkah', limit: 200 }],
      },
      {
        ...{ control: 'pick', name: 'marking', label: 'Cara menilai', isOptional: true },
        options: [
          { value: 'neighbours', label: 'Benar bila berada tepat sesudah langkah sebelumnya' },
          { value: 'places', label: 'Benar bila berada di nomor urutnya' },
        ],
      },
    ],
  },

  describeKey({ items }) {
    return items.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
  },

  form({ items }) {
    return sortedIds(items);
  },

  keyParts({ items, marking }) {
    return [marking, ...items.map(({ id }) => id)];
  },

  texts({ items }) {
    return items.map(({ text }, at) => ({ path: ['items', at], text, holdsMedia: false }));
  },

  asks({ items }) {
    return items.map(({ text }) => text);
  },

  secrets(question) {
    return [authoredOrder.describeKey(question)];
  },

  problems({ items }, { mode }) {
    const faults = checkItems(items, (at) => ['items', at]);
    if (mode === 'practice' || !tellsOrder(items)) return faults;
    const ids = items.map(({ id }) => id).join(', ');
    const message = `id ${ids} mengungkap urutannya, dan id terlihat di halaman. Pakai kata, misalnya "daftar".`;
    return [...faults, { path: ['items'], name: 'id-mengungkap-kunci', message, isWarning: true }];
  },

  rightResponse({ items }) {
    return { order: items.map(({ id }) => id) };
  },

  wrongResponse({ items }) {
    return { order: items.map(({ id }) => id).reverse() };
  },

  scored(question) {
    const { kind, items, marking } = question;
    return { ...scoredBase(question), kind, items: items.map(wordlessItem), marking };
  },

  wordless(question) {
    return { ...wordlessBase(question), kind: question.kind, items: question.items.map(wordlessItem) };
  },
};

/** Ids are public: of an assessment they must not tell the order. */
function tellsOrder(items: readonly Item[]): boolean {
  const ids = items.map(({ id }) => id);
  const sorted = [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return ids.every((id) => /^(?:[a-z]+-?)?\d+$|^[a-z]$/.test(id)) && sorted.join() === ids.join();
}

function readPlaces(values: readonly string[]): { readonly id: string; readonly place: number }[] {
  return values.flatMap((value) => {
    const [id = '', place = ''] = value.split('=');
    return /^\d{1,2}$/.test(place) ? [{ id, place: Number(place) }] : [];
  });
}

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : part / whole;
}
