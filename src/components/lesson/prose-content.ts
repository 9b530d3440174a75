import { jsx } from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { Fragment, Renderer } from 'astro/runtime/server/index.js';
import type { ProseNode } from '#domain/course/prose.ts';

type Components = Readonly<Record<string, unknown>>;

/**
 * What a compiled lesson would export as `Content`, made from its tree: no code is written or run. Only names that
 * `components` holds become components; all others are elements.
 */
export function contentOf(nodes: readonly ProseNode[]): AstroComponentFactory {
  const Content = ({ components = {} }: { readonly components?: Components }) =>
    jsx(Fragment, { children: nodes.map((node) => make(node, components)) });
  const tagged = Object.assign(Content, { [Symbol.for('mdx-component')]: true, [Renderer]: 'astro:jsx' });
  return tagged as unknown as AstroComponentFactory;
}

function make(node: ProseNode, components: Components): unknown {
  if (typeof node === 'string') return node;
  const { name, properties, children } = node;
  const component = Object.hasOwn(components, name) ? components[name] : name;
  return jsx(component, { ...properties, children: children.map((child) => make(child, components)) });
}
