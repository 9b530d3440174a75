import Slugger from 'github-slugger';
import { type HastNode, mdxToHast } from 'satteri';
import type { Prose, ProseHeading, ProseNode } from '#domain/course/prose.ts';
import { proseFeatures } from './guard.ts';

/**
 * The tree that a page of this prose is made from, with ids on its headings as Astro gives them. For prose that
 * `guardProse` has let through: `body` is what it was given.
 */
export function makeProse(body: string): Prose {
  const slugger = new Slugger();
  const headings: ProseHeading[] = [];
  const nodesOf = (node: HastNode): readonly ProseNode[] => {
    return 'children' in node ? (node.children as HastNode[]).flatMap(make) : [];
  };
  const make = (node: HastNode): readonly ProseNode[] => {
    if (node.type === 'text') return [node.value];
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      return [{ name: node.name ?? '', properties: literalsOf(node.attributes), children: nodesOf(node) }];
    }
    // Else a comment.
    if (node.type !== 'element') return [];
    const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    const text = depth === 0 ? '' : textOf(node);
    const slug = depth === 0 ? undefined : slugger.slug(text);
    if (slug !== undefined) headings.push({ depth, slug, text });
    const properties = slug === undefined ? node.properties : { ...node.properties, id: slug };
    return [{ name: node.tagName, properties, children: nodesOf(node) }];
  };
  const nodes = nodesOf(mdxToHast(body, { features: proseFeatures }));
  return { nodes, headings };
}

function literalsOf(attributes: readonly object[]): Readonly<Record<string, string>> {
  const literals = attributes.map((it) => [Reflect.get(it, 'name'), Reflect.get(it, 'value')] as const);
  return Object.fromEntries(
    literals.filter((it): it is [string, string] => it.every((part) => typeof part === 'string')),
  );
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as HastNode[]).map(textOf).join('') : '';
}
