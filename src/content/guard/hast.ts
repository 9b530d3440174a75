import type { HastNode } from 'satteri';
import { checkAttributes, findComponentRule } from '#domain/lint/lesson/components.ts';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';

/** Elements that safe Markdown turns into, and the properties each may have. */
const elements: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  em: [],
  h2: [],
  h3: [],
  hr: [],
  li: [],
  ol: ['start'],
  p: [],
  strong: [],
  table: [],
  tbody: [],
  td: ['style'],
  th: ['style'],
  thead: [],
  tr: [],
  ul: [],
};

/** The second look: the tree that code is made from holds nothing but known elements, components, comments and text. */
export function findUnsafeNode(file: string, root: HastNode): readonly Fault[] {
  const waiting: HastNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isSafe(node)) {
      const message = 'bagian ini tidak dapat dipastikan aman. Tulis ulang dengan Markdown biasa.';
      return [faultIn(file, node.position?.start ?? fileStart, 'mdx-tidak-aman', message)];
    }
    if ('children' in node) waiting.push(...(node.children as HastNode[]));
  }
  return [];
}

function isSafe(node: HastNode): boolean {
  if (node.type === 'root' || node.type === 'text') return true;
  if (node.type === 'element') {
    const allowed = Object.hasOwn(elements, node.tagName) ? elements[node.tagName] : undefined;
    return allowed !== undefined && Object.entries(node.properties).every((it) => isSafeProperty(allowed, it));
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return isComment(node.value);
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return false;
    attributes[attribute.name] = attribute.value;
  }
  const name = node.name ?? '';
  return findComponentRule(name) !== undefined && checkAttributes(name, attributes).length === 0;
}

function isSafeProperty(allowed: readonly string[], [name, value]: readonly [string, unknown]): boolean {
  if (!allowed.includes(name)) return false;
  if (name === 'href') return typeof value === 'string' && readLink(value, '/').kind !== 'unsafe';
  if (name === 'style') return /^text-align: (?:left|center|right)$/.test(String(value));
  return name === 'title' ? typeof value === 'string' : typeof value === 'number';
}

/** Whether an expression is one JavaScript comment and nothing beside it. */
export function isComment(expression: string): boolean {
  return /^\/\*(?:(?!\*\/)[\s\S])*\*\/$/.test(expression);
}
