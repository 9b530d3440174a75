import { brotliCompressSync, constants } from 'node:zlib';
import type { Content, LocatedLesson } from '#domain/lint/content.ts';
import { type Fault, faultAt, warning } from '#domain/lint/fault.ts';
import { formatNumber } from '#domain/number.ts';
import { pageHtmlBytes } from '#domain/course/page-weight.ts';
import { countWords } from '#domain/reading/sentences.ts';

/**
 * What a lesson's page will weigh, from what its author brings along: bytes of HTML as they travel. Fitted to 110 built
 * pages (November 2026): 760 bytes off at most, 200 usually. The release measures the page itself; a test compares the two.
 */
export function estimatePageBytes(content: Content, lesson: LocatedLesson): number {
  const brought = compressedBytes(JSON.stringify(broughtBy(content, lesson)));
  const hasSheet = lesson.body.components.some(({ name }) => name === 'Worksheet');
  return Math.round(shellBytes + brought * inMarkup + (hasSheet ? sheetBytes : 0));
}

/** Head, styles, navigation and forms of every lesson; what markup adds to each byte of text; a working sheet. */
const [shellBytes, inMarkup, sheetBytes] = [7420, 1.04, 1150];

/** A warning for every lesson whose page will probably be too heavy for a release, with what to shorten. */
export function lintPageWeight(content: Content): readonly Fault[] {
  return content.lessons.flatMap((lesson) => {
    const bytes = estimatePageBytes(content, lesson);
    if (bytes <= pageHtmlBytes) return [];
    const words = lesson.body.texts.reduce((sum, { text }) => sum + countWords(text), 0);
    const wordBytes = (compressedBytes(lesson.body.source) * inMarkup) / Math.max(words, 1);
    const tooMany = Math.max(10, Math.ceil((bytes - pageHtmlBytes) / wordBytes / 10) * 10);
    const message =
      `halaman pelajaran ini kira-kira ${formatNumber(bytes)} bita, paling banyak ${formatNumber(pageHtmlBytes)}. Pendekkan ` +
      `sekitar ${tooMany} kata, kurangi soal latihan, istilah, atau sumber, atau bagi menjadi dua pelajaran. ` +
      'Angka pastinya terlihat saat npm run release.';
    return [warning(faultAt(lesson, [], 'halaman-mungkin-terlalu-berat', message))];
  });
}

function broughtBy(
  { quizzes, glossary, contacts, countries, facts }: Content,
  { value, body }: LocatedLesson,
): unknown {
  const uses = (component: string) =>
    new Set(body.components.flatMap((it) => (it.name === component ? (it.attributes.id ?? []) : [])));
  const [terms, cards, places, practices] = [uses('Term'), uses('Contact'), uses('Country'), uses('Quiz')];
  const sources = (facts?.value ?? []).filter(({ id }) => value.sources.includes(id)).flatMap((fact) => fact.sources);
  return [
    body.source,
    value.intinya,
    (glossary?.value ?? []).flatMap(({ id, term, meaning }) => (terms.has(id) ? [term, meaning] : [])),
    [...new Map(sources.map((it) => [it.id, [it.title, it.publisher, it.address]])).values()],
    (contacts?.value ?? []).filter(({ id }) => cards.has(id)),
    (countries?.value ?? []).filter(({ id }) => places.has(id)),
    quizzes.flatMap((it) => (it.value.course === value.course && practices.has(it.value.id) ? it.value : [])),
  ];
}

// Quick rather than small: only the proportion counts.
function compressedBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
