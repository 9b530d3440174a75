import type { FoundPicture } from './pictures.ts';

/** Finds a picture by the name that a text gives it. */
export type FindPicture = (name: string) => FoundPicture | undefined;

/** A prompt as HTML: what fits into a legend, and the blocks (lists, further paragraphs) that follow it. */
export interface RenderedPrompt {
  readonly lead: string;
  readonly rest: string;
}

/**
 * Renders the little Markdown that prompts and rationales may hold: paragraphs, `-` and `1.` lists, bold, emphasis,
 * code, links, and pictures where `find` knows them. Everything else is text: whatever comes in, no tag but ours comes out.
 */
export function renderPrompt(markdown: string, find: FindPicture = findNone): RenderedPrompt {
  const [first = '', ...blocks] = splitBlocks(markdown);
  return isList(first)
    ? { lead: '', rest: [first, ...blocks].map((block) => renderBlock(block, find)).join('') }
    : { lead: renderInline(first, find), rest: blocks.map((block) => renderBlock(block, find)).join('') };
}

/** The same as one run of blocks. */
export function renderBlocks(markdown: string, find: FindPicture = findNone): string {
  return splitBlocks(markdown)
    .map((block) => renderBlock(block, find))
    .join('');
}

function splitBlocks(markdown: string): readonly string[] {
  return markdown
    .trim()
    .replace(/\n(?=[-*] |\d+[.)] )/g, '\n\n')
    .split(/\n\s*\n/)
    .reduce<string[]>((blocks, block) => {
      const last = blocks.at(-1);
      if (last !== undefined && isList(last) && isList(block)) blocks[blocks.length - 1] = `${last}\n${block}`;
      else blocks.push(block);
      return blocks;
    }, []);
}

function isList(block: string): boolean {
  return /^([-*]|\d+[.)]) /.test(block);
}

function renderBlock(block: string, find: FindPicture): string {
  if (!isList(block)) return `<p>${renderInline(block, find)}</p>`;
  const tag = /^\d/.test(block) ? 'ol' : 'ul';
  const items = block.split(/\n(?=[-*] |\d+[.)] )/).map((item) => item.replace(/^([-*]|\d+[.)]) /, ''));
  return `<${tag}>${items.map((item) => `<li>${renderInline(item, find)}</li>`).join('')}</${tag}>`;
}

/** The same inside one line, spaces at its ends kept. */
export function renderInline(text: string, find: FindPicture = findNone): string {
  return escapeHtml(text.replace(/\s*\n\s*/g, ' '))
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_whole, alt: string, name: string) => renderPicture(alt, find(name)))
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, words: string, address: string) =>
      isSafeAddress(address) ? `<a href="${address}">${words}</a>` : whole,
    )
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>');
}

/** A picture, or what it shows in words where it is not there any more. */
function renderPicture(alt: string, found: FoundPicture | undefined): string {
  const words = alt.replaceAll('*', '&#42;').replaceAll('`', '&#96;');
  if (found === undefined) return `(${words})`;
  const { src, width, height } = found;
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`;
  return `<img src="${escapeHtml(src)}" alt="${words}"${size} loading="lazy" decoding="async">`;
}

function findNone(): undefined {
  return undefined;
}

/** Relative, or with one of four schemes; never one that runs code. */
function isSafeAddress(address: string): boolean {
  return /^(?:https?:|mailto:|tel:)/i.test(address) || !/^[^/?#]*:/.test(address);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
