import { readLink } from '#domain/lint/lesson/links.ts';
import { type FoundMedia, isSoundFile } from '#domain/question/media.ts';

/** Finds a picture or a sound by the name that a text gives it. */
export type FindMedia = (name: string) => FoundMedia | undefined;

/** A prompt as HTML: what fits into a legend, and the blocks (lists, further paragraphs) that follow it. */
export interface RenderedPrompt {
  readonly lead: string;
  readonly rest: string;
}

/**
 * Renders the little Markdown that prompts and rationales may hold: paragraphs, `-` and `1.` lists, bold, emphasis,
 * code, links, and pictures and sounds where `find` knows them. Everything else is text: whatever comes in, no tag but ours comes out.
 */
export function renderPrompt(markdown: string, find: FindMedia = findNone): RenderedPrompt {
  const [first = '', ...blocks] = splitBlocks(markdown);
  return isList(first)
    ? { lead: '', rest: [first, ...blocks].map((block) => renderBlock(block, find)).join('') }
    : { lead: renderInline(first, find), rest: blocks.map((block) => renderBlock(block, find)).join('') };
}

/** The same as one run of blocks. */
export function renderBlocks(markdown: string, find: FindMedia = findNone): string {
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

function renderBlock(block: string, find: FindMedia): string {
  if (!isList(block)) return `<p>${renderInline(block, find)}</p>`;
  const tag = /^\d/.test(block) ? 'ol' : 'ul';
  const items = block.split(/\n(?=[-*] |\d+[.)] )/).map((item) => item.replace(/^([-*]|\d+[.)]) /, ''));
  return `<${tag}>${items.map((item) => `<li>${renderInline(item, find)}</li>`).join('')}</${tag}>`;
}

/** The same inside one line, spaces at its ends kept. */
export function renderInline(text: string, find: FindMedia = findNone): string {
  return escapeHtml(text.replace(/\s*\n\s*/g, ' '))
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_whole, words: string, name: string) => renderMedia(words, name, find))
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, words: string, address: string) =>
      readLink(address, '/').kind !== 'unsafe' ? `<a href="${address}">${words}</a>` : whole,
    )
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>');
}

/** A picture or a sound, or what it is in words where it is not there any more. */
function renderMedia(text: string, name: string, find: FindMedia): string {
  const words = text.replaceAll('*', '&#42;').replaceAll('`', '&#96;');
  const found = find(name);
  if (found === undefined) return `(${words})`;
  return isSoundFile(name) ? renderSound(words, found) : renderPicture(words, found);
}

function renderPicture(words: string, { src, width, height }: FoundMedia): string {
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`;
  return `<img src="${escapeHtml(src)}" alt="${words}"${size} loading="lazy" decoding="async">`;
}

/** Nothing is loaded before somebody wants to listen. */
function renderSound(words: string, { src }: FoundMedia): string {
  const player = `<audio controls preload="none" src="${escapeHtml(src)}" aria-label="${words}"></audio>`;
  return `<span class="sound"><span>${words}</span> ${player}</span>`;
}

function findNone(): undefined {
  return undefined;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
