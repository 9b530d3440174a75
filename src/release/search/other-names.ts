import { tokenize } from '#domain/search/words/text.ts';
import type { AskedLesson } from '#domain/search/asked-lesson.ts';
import type { Synonym } from '#domain/search/synonym.ts';

/** Names that people search a page by, by what the page says of the thing they mean; the engine weighs them so. */
export interface OtherNames {
  /** It is what the page is called. */
  readonly juga: readonly string[];
  /** It stands in a heading, or again and again. */
  readonly sering: readonly string[];
  /** The page mentions it, and not by this name. */
  readonly disebut: readonly string[];
  /** It is what people ask when they need this lesson. */
  readonly ditanya: readonly string[];
}

const againAndAgain = 6;

/** The most telling first. */
const order = ['juga', 'sering', 'disebut', 'none'] as const;

/** Tells the other names of a page from its path below the site and its HTML; each synonym is in one list. */
export function openOtherNames({
  synonyms,
  asked,
}: {
  readonly synonyms: readonly Synonym[];
  readonly asked: readonly AskedLesson[];
}): (path: string, html: string) => OtherNames {
  const questions = new Map(asked.map(({ lesson, typed }) => [`kursus/${lesson}/index.html`, typed]));
  const entries = synonyms.map(({ written, typed }) => ({ written: written.map(padded), typed }));
  return (path, html) => {
    const text = padded(visibleText(html));
    const titles = textsOf(html, 'h1');
    const headings = textsOf(html, 'h2|h3');
    const places = new Map<string, (typeof order)[number]>();
    for (const { written, typed } of entries) {
      const times = written.reduce((sum, name) => sum + text.split(name).length - 1, 0);
      const standIn = (place: string): boolean => written.some((name) => place.includes(name));
      const isFrequent = times >= againAndAgain || standIn(headings);
      const place = standIn(titles) ? 'juga' : isFrequent ? 'sering' : 'disebut';
      for (const name of typed) {
        const isSaid = place === 'disebut' && (times === 0 || text.includes(padded(name)));
        if (!isSaid && order.indexOf(place) < order.indexOf(places.get(name) ?? 'none')) places.set(name, place);
      }
    }
    const namesAt = (place: (typeof order)[number]) => [...places.keys()].filter((name) => places.get(name) === place);
    return {
      juga: namesAt('juga'),
      sering: namesAt('sering'),
      disebut: namesAt('disebut'),
      ditanya: questions.get(path) ?? [],
    };
  };
}

/** Adds names to a page for the index, as hidden metadata; the page that people get stays as it is. */
export function addOtherNames(html: string, names: OtherNames): string {
  const tags = Object.entries(names)
    .filter(([, list]) => list.length > 0)
    .map(([field, list]) => `<meta data-pagefind-meta="${field}[content]" content="${escapeText(list.join(', '))}">`);
  return html.replace(/<\/head>/i, () => `${tags.join('')}</head>`);
}

function escapeText(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function padded(text: string): string {
  return ` ${tokenize(text).join(' ')} `;
}

/** The texts of all elements of these names, one behind the other. */
function textsOf(html: string, tags: string): string {
  const elements = html.matchAll(new RegExp(`<(${tags})\\b[^>]*>([\\s\\S]*?)</\\1>`, 'gi'));
  return [...elements].map(([, , inner = '']) => padded(visibleText(inner))).join('|');
}

function visibleText(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/i.exec(html)?.[1] ?? html;
  return main
    .replace(/<(script|style|svg|nav|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
}
