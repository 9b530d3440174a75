import { mdxToHast, mdxToMdast } from 'satteri';
import type { LessonBody } from '#domain/lint/content.ts';
import type { Fault } from '#domain/lint/fault.ts';
import type { LessonParts } from '#content/files/frontmatter.ts';
import { findUnsafeNode } from './hast.ts';
import { findForbiddenSource } from './source.ts';
import { syntaxFault } from './syntax.ts';
import { walkProse } from './walk.ts';

/** What Astro's MDX compiler is given: GitHub's Markdown and typographic quotes (its defaults, which astro.config.mjs keeps). */
export const proseFeatures = { gfm: true, smartPunctuation: true };

/**
 * Holds the prose of a lesson to safe MDX: nothing in it can run, load or embed anything but the listed components. It
 * parses with the compiler's own parser and options, so both read the same tree; a second look at the tree that code is
 * made from catches what the first might not know.
 */
export function guardProse(
  file: string,
  { body, bodyOffset }: Pick<LessonParts, 'body' | 'bodyOffset'>,
): { readonly body?: LessonBody; readonly faults: readonly Fault[] } {
  const source = body.slice(bodyOffset).replaceAll('\r\n', '\n');
  // These would reach a JavaScript parser, which a deep expression makes crash; so they go first, by their letters alone.
  const forbidden = findForbiddenSource(file, body);
  if (forbidden.length > 0) return { faults: forbidden };
  try {
    const { faults, ...uses } = walkProse(file, mdxToMdast(body, { features: proseFeatures }), body);
    const unsafe = faults.length === 0 ? findUnsafeNode(file, mdxToHast(body, { features: proseFeatures })) : [];
    return { body: { ...uses, source }, faults: [...faults, ...unsafe] };
  } catch (error) {
    return { faults: [syntaxFault(file, error)] };
  }
}
