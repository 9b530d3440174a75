import { parse, parseFragment, serializeOuter } from 'parse5';
import { attributeOf, type Element, hasClass, listElements, replaceBy, setAttribute, takeOut, unwrap } from './tree.ts';

/** What of a page goes home. */
export interface TakenSection {
  readonly html: string;
  /** Addresses of the styles that it needs besides the page's own. */
  readonly sheets: readonly string[];
  /** The page's own style. */
  readonly style: string;
  /** Photographs and recordings that stay behind. */
  readonly leftOut: number;
}

export interface SectionOptions {
  /** Name of the section; it goes before all its ids, for they stand in one file with those of others. */
  readonly id: string;
  /** Address of the page: its links start there. */
  readonly address: string;
  /** Where in the file an address of the site is found; undefined where it stays behind. */
  readonly placeOf: (address: string, hash: string) => string | undefined;
  /** A drawing as a data address; undefined where it is none. */
  readonly drawingOf: (address: string) => string | undefined;
  /** Said in place of a photograph or a recording. */
  readonly missingMedia: string;
}

const siteOrigin = 'http://rumah.invalid';

/** What has no use away from the site. */
const leftBehind: readonly ((element: Element) => boolean)[] = [
  ({ tagName }) => ['name-chip', 'read-aloud', 'keep-course', 'share-course', 'lesson-read', 'link'].includes(tagName),
  (it) => it.tagName === 'script' && attributeOf(it, 'type') !== 'application/json',
  (it) => it.tagName === 'nav' && ['turn', 'siblings', 'breadcrumbs'].some((name) => hasClass(it, name)),
  (it) => ['recorded-as', 'lesson-print', 'quick-exit', 'site-search', 'outline'].some((name) => hasClass(it, name)),
  (it) => it.tagName === 'form' && !hasClass(it, 'quiz-form') && !hasClass(it, 'worksheet-form'),
];

/** Takes the article of a built page, so that it can be read, practised and followed without the site. */
export function takeSection(page: string, options: SectionOptions): TakenSection {
  const all = listElements(parse(page));
  const root = ['article', 'main', 'body'].flatMap((name) => all.find(({ tagName }) => tagName === name) ?? [])[0];
  if (root === undefined) throw new Error(`${options.address} is no page`);
  const sheets = all.flatMap((it) => sheetsOf(it));
  // What few pages need, as the look of signs and of countries, stands in a style of its own.
  const style = [...page.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, text]) => text).join('\n');
  for (const element of listElements(root)) if (leftBehind.some((isLeft) => isLeft(element))) takeOut(element);
  const leftOut = takeMedia(root, options);
  for (const element of listElements(root)) {
    element.attrs = element.attrs.filter(({ name }) => !/^data-(pagefind|answers)/.test(name));
    nameApart(element, options.id);
    takeLink(element, options);
    if (hasClass(element, 'quiz-form')) for (const name of ['action', 'method']) setAttribute(element, name, undefined);
    if (hasClass(element, 'question-feedback')) foldKey(element);
  }
  return { html: compact(serializeOuter(root)), sheets, style, leftOut };
}

function sheetsOf(element: Element): readonly string[] {
  const ofAnswers = attributeOf(element, 'data-answers-sheet');
  const isSheet = attributeOf(element, 'rel') === 'stylesheet' && attributeOf(element, 'media') !== 'print';
  const linked = isSheet ? attributeOf(element, 'href') : undefined;
  return [ofAnswers, linked].filter((it) => it !== undefined);
}

/** Drawings go along inside the file, signs as parts of one drawing; says how many pictures and recordings do not. */
function takeMedia(root: Element, { drawingOf, missingMedia }: SectionOptions): number {
  let leftOut = 0;
  for (const element of listElements(root)) {
    const source = attributeOf(element, element.tagName === 'use' ? 'href' : 'src');
    if (element.tagName === 'use' && source !== undefined)
      setAttribute(element, 'href', `#tanda-${source.split('#')[1]}`);
    if (!['img', 'audio', 'video'].includes(element.tagName)) continue;
    const drawing = source === undefined ? undefined : drawingOf(source);
    if (element.tagName === 'img' && drawing !== undefined) {
      setAttribute(element, 'src', drawing);
      continue;
    }
    leftOut += 1;
    replaceBy(element, [sayMissing(attributeOf(element, 'alt') || missingMedia)]);
  }
  return leftOut;
}

function sayMissing(text: string): Element {
  const [place] = parseFragment('<em class="left-out"> </em>').childNodes;
  if (place === undefined || !('tagName' in place)) throw new Error('no element was made');
  place.childNodes = [{ nodeName: '#text', value: text, parentNode: place }];
  return place;
}

const naming = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'];

/** Ids of quizzes are their own in a whole course, and the quiz's script knows them. */
function nameApart(element: Element, id: string): void {
  if (isInQuiz(element)) return;
  for (const name of naming) {
    const value = attributeOf(element, name);
    if (value !== undefined)
      setAttribute(
        element,
        name,
        value
          .split(/\s+/)
          .map((part) => `${id}--${part}`)
          .join(' '),
      );
  }
}

function isInQuiz(element: Element): boolean {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode)
    if (at.tagName === 'quiz-form') return true;
  return element.tagName === 'quiz-form';
}

function takeLink(element: Element, { id, address, placeOf }: SectionOptions): void {
  const href = element.tagName === 'a' ? attributeOf(element, 'href') : undefined;
  if (href === undefined) return;
  const to = new URL(href, siteOrigin + address);
  if (to.origin !== siteOrigin) return;
  const hash = to.hash.slice(1);
  const isHere = to.pathname === address && hash !== '';
  const place = isHere ? (isInQuiz(element) ? hash : `${id}--${hash}`) : placeOf(to.pathname, hash);
  if (place === undefined) unwrap(element);
  else setAttribute(element, 'href', `#${place}`);
}

/** Without a script the key is folded away and can be opened; the script of the file takes it out of the fold. */
function foldKey(feedback: Element): void {
  setAttribute(feedback, 'hidden', undefined);
  const rationale = listElements(feedback).find((it) => hasClass(it, 'question-rationale'));
  if (rationale === undefined) return;
  const [fold] = parseFragment('<details class="key-fold"><summary>Lihat jawaban</summary></details>').childNodes;
  if (fold === undefined || !('tagName' in fold)) return;
  replaceBy(rationale, [fold]);
  fold.childNodes.push(rationale);
  rationale.parentNode = fold;
}

/** Spaces between tags in a row are one; texts that keep theirs stand in no lesson. */
function compact(html: string): string {
  return html.replace(/\s{2,}/g, (space) => (space.includes('\n') ? '\n' : ' '));
}
