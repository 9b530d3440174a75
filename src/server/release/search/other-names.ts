import { tokenize } from '#domain/search/text.ts';
import type { Synonym } from '#domain/synonym.ts';

/** Tells which names people search a page by that the page itself does not use, from its HTML. */
export function openOtherNames(synonyms: readonly Synonym[]): (html: string) => readonly string[] {
  const entries = synonyms.map(({ written, typed }) => ({ written: written.map(padded), typed }));
  return (html) => {
    const text = padded(visibleText(html));
    const names = entries
      .filter(({ written }) => written.some((name) => text.includes(name)))
      .flatMap(({ typed }) => typed);
    return [...new Set(names)].filter((name) => !text.includes(padded(name)));
  };
}

/** Adds names to a page for the index, as hidden metadata; the page that people get stays as it is. */
export function addOtherNames(html: string, names: readonly string[]): string {
  if (names.length === 0) return html;
  const content = names.join(', ').replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html.replace(/<\/head>/i, () => `<meta data-pagefind-meta="juga[content]" content="${content}"></head>`);
}

function padded(text: string): string {
  return ` ${tokenize(text).join(' ')} `;
}

function visibleText(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/i.exec(html)?.[1] ?? html;
  return main
    .replace(/<(script|style|svg|nav|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
}
