import { findComponentRule } from '#domain/lint/lesson/components.ts';
import { type Box, holdsText, writeBox } from '#domain/studio/blocks/block-form.ts';
import { ownText } from '#domain/studio/blocks/lesson-blocks.ts';
import { readProseNodes } from './prose-nodes.ts';

/** A block that is one box, taken apart; undefined where it is anything else, or cannot be written by a form. */
export function readBox(text: string): Box | undefined {
  const [node, ...more] = readProseNodes(text) ?? [];
  if (more.length > 0) return undefined;
  if (node?.type !== 'mdxJsxFlowElement' || findComponentRule(node.name ?? '') === undefined) return undefined;
  const attributes = new Map<string, string>();
  for (const it of node.attributes) {
    if (it.type !== 'mdxJsxAttribute' || typeof it.value !== 'string' || attributes.has(it.name)) return undefined;
    attributes.set(it.name, it.value);
  }
  const name = node.name ?? '';
  const tags = tagsOf(text, name);
  if (tags === undefined || (tags.closing === '') === holdsText(name)) return undefined;
  const body = holdsText(name) ? ownText(tags.inner) : undefined;
  return { name, attributes: Object.fromEntries(attributes), body };
}

/** The block with what its form holds: tags or content that nobody touched keep their bytes. */
export function rewriteBox(before: string, box: Box): string {
  const old = readBox(before);
  const tags = old === undefined ? undefined : tagsOf(before, old.name);
  if (old === undefined || tags === undefined || old.name !== box.name) return writeBox(box);
  const isTagSame = isSame(old.attributes, box.attributes);
  const isBodySame = old.body === (box.body === undefined ? undefined : ownText(box.body));
  if (isTagSame && isBodySame) return before;
  if (isTagSame) return `${tags.opening}\n\n${ownText(box.body ?? '')}\n\n${tags.closing}`;
  const fresh = writeBox({ ...box, body: box.body === undefined ? undefined : ownText(box.body) });
  const freshTags = tagsOf(fresh, box.name);
  return isBodySame && freshTags !== undefined ? freshTags.opening + tags.inner + tags.closing : fresh;
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const given = Object.entries(b).filter(([, value]) => value !== '');
  return (
    given.length === Object.keys(a).length && given.every(([key, value]) => Object.hasOwn(a, key) && a[key] === value)
  );
}

/** What opens a box, what stands in it and what closes it: joined the text again. */
function tagsOf(
  text: string,
  name: string,
): { readonly opening: string; readonly inner: string; readonly closing: string } | undefined {
  const opening = /^\s*<[^\s/>]+(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  if (opening.endsWith('/>')) return opening.length === text.length ? { opening, inner: '', closing: '' } : undefined;
  const closing = new RegExp(`</${name}\\s*>\\s*$`).exec(text)?.[0];
  if (closing === undefined) return undefined;
  return { opening, inner: text.slice(opening.length, text.length - closing.length), closing };
}
