/** A picture as it is to stand in a lesson. */
export interface NewFigure {
  readonly file: string;
  readonly alt: string;
  /** Empty for none. */
  readonly caption: string;
}

/** Titles of the sections of a lesson, in their order. */
export function listSections(mdx: string): readonly string[] {
  return [...mdx.matchAll(sectionHead)].map(([, title = '']) => title.trim());
}

const sectionHead = /^## +(.+)$/gm;

/**
 * A lesson with a picture at the end of one of its sections, before its practice; every other byte stays. `section` counts
 * from 0; below that the picture stands before the first heading.
 */
export function placeFigure(mdx: string, section: number, { file, alt, caption }: NewFigure): string {
  const heads = [...mdx.matchAll(sectionHead)].map(({ index }) => index);
  const from = section < 0 ? 0 : (heads[section] ?? mdx.length);
  const next = heads[section + 1] ?? mdx.length;
  const practice = /^<Quiz\b/m.exec(mdx.slice(from, next));
  const at = practice === null ? next : from + practice.index;
  const shown = [`src="${file}"`, `alt="${literal(alt)}"`, ...(caption ? [`caption="${literal(caption)}"`] : [])];
  const before = mdx.slice(0, at);
  const gap = before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return `${before}${gap}<Figure ${shown.join(' ')} />\n${mdx.slice(at) === '' ? '' : '\n'}${mdx.slice(at)}`;
}

/** A text as an attribute holds it. */
function literal(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').trim();
}
