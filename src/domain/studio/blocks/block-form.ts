import { findComponentRule } from '#domain/lint/lesson/components.ts';
import type { BlockKind } from './lesson-blocks.ts';

/** A box as its form holds it. */
export interface Box {
  readonly name: string;
  /** In the order in which they are written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its tags; undefined for a box that holds nothing. */
  readonly body: string | undefined;
}

/** What may be added to a lesson, in the order in which it is offered. Terms and signs stand inside a sentence. */
export const addableKinds = [
  ...(['paragraph', 'heading', 'list', 'table', 'Note', 'Story', 'Steps', 'Contact'] as const),
  ...(['Worksheet', 'Quiz', 'Countries', 'Country'] as const),
] as const satisfies readonly BlockKind[];
export type AddableKind = (typeof addableKinds)[number];

export function isAddable(text: string): text is AddableKind {
  return addableKinds.some((it) => it === text);
}

/** What is filled into the form of a new block, for its writer to write over. */
export const beginnings: Readonly<Partial<Record<AddableKind, string>>> = {
  list: '- \n- \n- ',
  table: '| Judul | Judul |\n| --- | --- |\n| isi | isi |\n| isi | isi |',
  Steps: '1. \n2. \n3. ',
};

/** The tags of a box, around what it holds. */
export function writeBox({ name, attributes, body }: Box): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== '');
  const opening = [`<${name}`, ...given.map(([key, value]) => `${key}="${literal(value)}"`)].join(' ');
  return body === undefined ? `${opening} />` : `${opening}>\n\n${body}\n\n</${name}>`;
}

/** Whether something stands between the tags of a box. */
export function holdsText(name: string): boolean {
  const holds = findComponentRule(name)?.holds;
  return holds !== undefined && holds !== 'nothing';
}

/** A text as an attribute holds it. */
function literal(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').trim();
}

/** A heading as its form holds it. */
export interface Heading {
  readonly depth: 2 | 3;
  readonly text: string;
}

/** Undefined where the heading is written in a way that the form cannot keep. */
export function readHeading(text: string): Heading | undefined {
  const [, signs, words] = /^(##|###)[ \t]+([^\n]*\S)$/.exec(text) ?? [];
  return signs === undefined || words === undefined ? undefined : { depth: signs === '##' ? 2 : 3, text: words };
}

/** The same bytes where nothing was changed. */
export function rewriteHeading(before: string, heading: Heading): string {
  const old = readHeading(before);
  const text = heading.text.replace(/\s+/g, ' ').trim();
  if (old !== undefined && old.depth === heading.depth && old.text === text) return before;
  return text === '' ? '' : `${'#'.repeat(heading.depth)} ${text}`;
}
