import { type Converted, decodeEntities, htmlToMarkdown, looksLikeHtml } from './html.ts';

/** A text of a question file as Markdown. `moodle` is what Moodle guesses at: HTML when there are tags, else plain. */
export function convertText(text: string, format: string): Converted {
  const kind = format.toLowerCase();
  if (kind === 'markdown') return { text: markSounds(text.trim()), losses: [] };
  if (kind.startsWith('plain')) return { text: text.trim(), losses: [] };
  if (kind === 'html' || looksLikeHtml(text)) return htmlToMarkdown(text);
  return { text: decodeEntities(text).trim(), losses: [] };
}

/** Others write a sound as a link to the file that came along; here it is written as a picture is. */
function markSounds(markdown: string): string {
  return markdown.replace(/(?<!!)(?=\[[^\]]*\]\(@@PLUGINFILE@@\/[^\s()]+\.mp3\))/g, '!');
}

/** Markdown of one line without its marks, for what is shown as plain text: choices, items, pairs. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
