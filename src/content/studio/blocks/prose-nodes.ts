import { type MdastNode, mdxToMdast } from 'satteri';
import { proseFeatures } from '#content/guard/guard.ts';
import { findForbiddenSource } from '#content/guard/source.ts';

/**
 * The nodes that stand side by side in a lesson's prose; undefined when the parser reads none there. Code never reaches the
 * parser: the guard's first look refuses that by its letters.
 */
export function readProseNodes(text: string): readonly MdastNode[] | undefined {
  if (findForbiddenSource('', text).length > 0) return undefined;
  try {
    const root: MdastNode = mdxToMdast(text, { features: proseFeatures });
    return root.type === 'root' ? (root.children as readonly MdastNode[]) : [];
  } catch {
    return undefined;
  }
}
