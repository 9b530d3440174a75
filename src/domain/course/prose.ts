/** What an author wrote, as the tree that a page is made from: text, an element or a component with what stands in it. */
export type ProseNode = string | ProseElement;

export interface ProseElement {
  /** `p`, `h2`, `Note` … */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly ProseNode[];
}

/** A heading, with the id that links lead to. */
export interface ProseHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

export interface Prose {
  readonly nodes: readonly ProseNode[];
  readonly headings: readonly ProseHeading[];
}
