import type { DefaultTreeAdapterTypes, ParserError } from 'parse5';

// What stands in HTML by mistake: a sign "kurang dari" that begins a tag, a code for a sign that is none.

/** Tags that go with all that is in them. */
export const droppedTags = namesOf(
  'script style iframe object embed audio video svg math form head template noscript select textarea',
);

/** Tags that stand on lines of their own. */
export const paragraphTags = namesOf(
  'p div h1 h2 h3 h4 h5 h6 blockquote section article header footer main aside nav address figure figcaption center dl dt dd pre hr fieldset details summary',
);

/** Tags around words that stay. */
export const styledTags = namesOf(
  'span font u small big ins mark abbr acronym cite q label bdo bdi time wbr del s strike nobr kbd samp var dfn data',
);

const otherTags = namesOf(
  'br b strong i em code tt sub sup ul ol li img a table thead tbody tfoot caption colgroup col tr td th html body input button legend canvas picture source track map area param ruby rt rp',
);

const emptyAttributes = namesOf(
  'alt title class style id href src name value controls autoplay loop muted checked disabled selected hidden nowrap noshade compact reversed download open width height align valign lang dir border target rel face color size',
);

/** False where a comparison was taken for a tag, as in `a<b dan c>d`: no tag has that name, or words without a value in it. */
export function isKnownTag({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  // Word's own, such as <o:p>.
  if (tagName.includes(':')) return true;
  const lists = [droppedTags, paragraphTags, styledTags, otherTags];
  return (
    lists.some((list) => list.has(tagName)) &&
    attrs.every(({ name, value }) => value !== '' || emptyAttributes.has(name) || name.startsWith('data-'))
  );
}

/** Why text is lost that a browser would not show either, because a sign was taken for the beginning of a tag (Indonesian). */
export function lostText(html: string, { code, startOffset }: ParserError): string | undefined {
  const near = html.slice(Math.max(0, html.lastIndexOf('<', startOffset)), startOffset + 20).trim();
  const isLost =
    code === 'eof-in-tag' ||
    code === 'eof-in-comment' ||
    (code === 'incorrectly-opened-comment' && !/^<!(?:\[|doctype)/i.test(near)) ||
    (code === 'unexpected-question-mark-instead-of-tag-name' && !/^<\?xml/i.test(near)) ||
    (code === 'invalid-first-character-of-tag-name' && near.startsWith('</'));
  return isLost ? lessThanProblem(near) : undefined;
}

export function lessThanProblem(near: string): string {
  return `"${near.slice(0, 20)}" terbaca sebagai tanda HTML. Tulis &lt; untuk tanda "kurang dari".`;
}

/** What is said of a code for a sign that cannot be read (Indonesian). */
export function unreadSign(html: string, { code, startOffset }: ParserError): string | undefined {
  if (code === 'unknown-named-character-reference') {
    const name = html.slice(html.lastIndexOf('&', startOffset), startOffset + 1);
    return `kode tanda ${name} tidak dikenal dan dibiarkan`;
  }
  const isReference = code.endsWith('character-reference') && !code.startsWith('missing-semicolon');
  return isReference || code === 'unexpected-null-character' ? 'ada tanda yang tidak terbaca' : undefined;
}

function namesOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
