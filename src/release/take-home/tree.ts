import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;

/** All elements below a node, in the order of the text; those of what is taken out meanwhile are left out. */
export function listElements(node: Tree.Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...listElements(child)] : []));
}

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((it) => it.name === name)?.value;
}

/** Undefined takes the attribute away. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((it) => it.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

export function hasClass(element: Element, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name);
}

export function takeOut(element: Element): void {
  replaceBy(element, []);
}

/** What stood inside stays. */
export function unwrap(element: Element): void {
  replaceBy(element, element.childNodes);
}

export function replaceBy(element: Element, nodes: readonly Tree.ChildNode[]): void {
  const parent = element.parentNode;
  const at = parent?.childNodes.indexOf(element) ?? -1;
  if (parent === null || at < 0) return;
  for (const node of nodes) node.parentNode = parent;
  parent.childNodes.splice(at, 1, ...nodes);
}
