import type { Item } from '#domain/question/kind.ts';
import type { Built } from '#content/exchange/entry.ts';
import { slugsOf } from '#content/exchange/slug.ts';
import { base, explain, type Frame } from './frame.ts';

/** Pairs; one right side may belong to several left ones, and one without a left one belongs to none. */
export function buildMatch(frame: Frame, pairs: readonly { readonly left: string; readonly right: string }[]): Built {
  const joined = pairs.filter(({ left }) => left.trim() !== '');
  const alone = pairs.filter(({ left }) => left.trim() === '');
  const rights = [...new Set([...joined, ...alone].map(({ right }) => right.trim()))];
  if (rights.includes('')) return { refused: 'ada pasangan tanpa sisi kanan.' };
  const leftIds = slugsOf(
    joined.map(({ left }) => left),
    frame.extras.ids,
  );
  const rightIds = slugsOf(rights, frame.extras.rightIds);
  const rightOf = (text: string): Item => ({ id: rightIds[rights.indexOf(text.trim())] ?? '', text: text.trim() });
  const used = new Set(joined.map(({ right }) => right.trim()));
  const { rationale, changes } = explain(frame);
  return {
    question: {
      kind: 'match',
      ...base(frame, rationale),
      pairs: joined.map(({ left, right }, at) => ({
        left: { id: leftIds[at] ?? '', text: left.trim() },
        right: rightOf(right),
      })),
      extra: rights.filter((text) => !used.has(text)).map(rightOf),
    },
    changes,
  };
}

/** Items in their right order. */
export function buildOrder(frame: Frame, items: readonly string[]): Built {
  const ids = slugsOf(items, frame.extras.ids);
  const { rationale, changes } = explain(frame);
  return {
    question: {
      kind: 'order',
      ...base(frame, rationale),
      items: items.map((text, at) => ({ id: ids[at] ?? '', text })),
      marking: frame.extras.marking ?? 'neighbours',
    },
    changes,
  };
}
