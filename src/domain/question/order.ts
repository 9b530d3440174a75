import { rankBySeed } from '#domain/seeded-order.ts';
import {
  type Item,
  type PublicQuestionBase,
  publicBase,
  publicItem,
  type QuestionBase,
  type QuestionKind,
} from './kind.ts';

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

  earnedRatio({ items, marking }, given) {
    const right = items.map(({ id }) => id);
    if (marking === 'places') return share(right.filter((id, at) => given.order[at] === id).length, right.length);
    const following = new Map(given.order.map((id, at) => [id, given.order[at + 1]]));
    const kept = right.slice(1).filter((id, at) => following.get(right[at] ?? '') === id);
    return share(kept.length, right.length - 1);
  },

  describeKey({ items }) {
    return items.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
  },
};

function readPlaces(values: readonly string[]): { readonly id: string; readonly place: number }[] {
  return values.flatMap((value) => {
    const [id = '', place = ''] = value.split('=');
    return /^\d{1,2}$/.test(place) ? [{ id, place: Number(place) }] : [];
  });
}

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : part / whole;
}
