/** A new element with properties and children; text children are text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** The one element inside `root` that `selector` names. @throws Error when the page does not hold it. */
export function part<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`missing ${selector}`);
  return found;
}

/** Keeps the height that `it` has now, whatever shorter thing comes into it: what follows does not move. */
export function holdRoom(it: HTMLElement): void {
  it.style.minHeight = `${it.getBoundingClientRect().height}px`;
}
