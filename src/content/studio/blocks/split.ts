import type { MdastNode } from 'satteri';
import { findComponentRule, type LessonComponent } from '#domain/lint/lesson/components.ts';
import type { BlockKind, LessonBlock, LessonBlocks } from '#domain/studio/blocks/lesson-blocks.ts';
import { splitLesson } from '#content/files/frontmatter.ts';
import { readProseNodes } from './prose-nodes.ts';

/**
 * A lesson's file as its blocks, told apart by the compiler's own parser. Prose that it cannot read comes as what blank
 * lines part, so that it can be mended block by block too.
 */
export function splitBlocks(mdx: string): LessonBlocks {
  const parts = splitLesson(mdx);
  const proseFrom = parts?.bodyOffset ?? 0;
  const marks = parts === undefined ? undefined : readMarks(parts.body, proseFrom);
  return { ...cut(mdx, marks ?? markByBlankLines(mdx, proseFrom)), isReadable: marks !== undefined };
}

/** Where a block begins. */
interface Mark {
  readonly at: number;
  readonly kind: BlockKind;
}

/** Undefined when the parser reads no prose there. */
function readMarks(body: string, proseFrom: number): readonly Mark[] | undefined {
  const nodes = readProseNodes(body);
  if (nodes === undefined) return undefined;
  const marks: Mark[] = [];
  for (const node of nodes) {
    const start = node.position?.start.offset;
    if (start === undefined) return undefined;
    // Indented, a block begins with its line; what shares a line with the one before belongs to it.
    const at = Math.max(proseFrom, body.lastIndexOf('\n', start - 1) + 1);
    if (at > (marks.at(-1)?.at ?? -1)) marks.push({ at, kind: kindOf(node) });
  }
  return marks;
}

function kindOf(node: MdastNode): BlockKind {
  if (node.type === 'mdxJsxFlowElement') {
    const name = node.name ?? '';
    return findComponentRule(name) === undefined ? 'other' : (name as LessonComponent);
  }
  if (node.type === 'blockquote') return 'quote';
  const isPlain = node.type === 'paragraph' || node.type === 'heading' || node.type === 'list' || node.type === 'table';
  return isPlain ? node.type : 'other';
}

function markByBlankLines(mdx: string, proseFrom: number): readonly Mark[] {
  const prose = mdx.slice(proseFrom);
  return [...prose.matchAll(/(?<=^\s*|\n[ \t]*\n)[^\n]*\S/g)].map(({ index }) => ({
    at: proseFrom + index,
    kind: 'other',
  }));
}

function cut(mdx: string, marks: readonly Mark[]): Pick<LessonBlocks, 'head' | 'blocks'> {
  const blocks: LessonBlock[] = [];
  let line = 1;
  let counted = 0;
  marks.forEach(({ at, kind }, i) => {
    const whole = mdx.slice(at, marks[i + 1]?.at ?? mdx.length);
    const text = whole.trimEnd();
    line += mdx.slice(counted, at).split('\n').length - 1;
    counted = at;
    blocks.push({ kind, text, gap: whole.slice(text.length), line });
  });
  return { head: mdx.slice(0, marks[0]?.at ?? mdx.length), blocks };
}
