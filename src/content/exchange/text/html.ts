import { type DefaultTreeAdapterTypes, type ParserError, parseFragment } from 'parse5';
import {
  droppedTags,
  isKnownTag,
  lessThanProblem,
  lostText,
  paragraphTags,
  styledTags,
  unreadSign,
} from './html-faults.ts';
import { type Converted, literalMarks, looksLikeMarkdown, type Piece, renderText, type Run } from './markdown.ts';

/** Most tags in one text: nobody writes as many, and each costs. */
const mostTags = 1_000;

/** Deepest nesting that is followed. */
const deepest = 100;

/**
 * HTML as question banks hold it, as Markdown: paragraphs, lists, bold, emphasis, code, links, pictures, sounds. It is read as
 * browsers read it. Nothing of it is ever shown as HTML; what has no place in Markdown is reported. `plain` leaves out what marks
 * words: bold, emphasis, code.
 */
export function htmlToMarkdown(html: string, plain = false): Converted {
  if (html.split('<').length > mostTags) return failed(`lebih dari ${mostTags} tanda HTML dalam satu tulisan.`);
  const notes: Notes = { losses: new Set(), problems: [], plain };
  const onParseError = (error: ParserError): void => {
    const lost = lostText(html, error);
    if (lost !== undefined) notes.problems.push(lost);
    const unread = unreadSign(html, error);
    if (unread !== undefined) notes.losses.add(unread);
  };
  const fragment = parseFragment(html, { onParseError, sourceCodeLocationInfo: true });
  const pieces = readChildren(fragment, { depth: 0, style: {}, list: undefined }, notes);
  const [problem] = notes.problems;
  if (problem !== undefined) return failed(problem);
  const text = renderText(pieces, plain);
  const written = pieces.map((piece) => ('text' in piece && piece.literal ? piece.text : ' ')).join('');
  if (looksLikeMarkdown(written)) notes.losses.add(literalMarks);
  if (/\$\$|\\\(|\\\[/.test(text)) notes.losses.add('rumus LaTeX tampil apa adanya');
  return { text, losses: [...notes.losses] };
}

/** Whether a text is HTML rather than plain: it holds a tag or an entity. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/i.test(text);
}

type Element = DefaultTreeAdapterTypes.Element;
type Parent = { readonly childNodes: readonly DefaultTreeAdapterTypes.ChildNode[] };

interface Notes {
  readonly losses: Set<string>;
  readonly problems: string[];
  readonly plain: boolean;
}

interface Inherited {
  readonly depth: number;
  readonly style: Omit<Run, 'text' | 'literal'>;
  readonly list: 'ul' | 'ol' | undefined;
}

function readChildren(parent: Parent, from: Inherited, notes: Notes): readonly Piece[] {
  if (from.depth > deepest) notes.problems.push('tanda HTML bersusun terlalu dalam.');
  if (from.depth > deepest) return [];
  return parent.childNodes.flatMap((node): readonly Piece[] => {
    if ('tagName' in node) return readElement(node, { ...from, depth: from.depth + 1 }, notes);
    if (node.nodeName !== '#text') return [];
    const text = (node as DefaultTreeAdapterTypes.TextNode).value.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    return [{ ...from.style, text, literal: true }];
  });
}

function readElement(element: Element, from: Inherited, notes: Notes): readonly Piece[] {
  const { tagName: tag } = element;
  const inside = (style: Inherited['style'] = {}): readonly Piece[] =>
    readChildren(element, { ...from, style: { ...from.style, ...style } }, notes);
  if (!isKnownTag(element)) notes.problems.push(lessThanProblem(`<${tag}`));
  if (tag === 'audio' && soundOf(element) !== undefined) return [given(soundOf(element) ?? '')];
  if (droppedTags.has(tag)) {
    notes.losses.add(`bagian <${tag}> dihapus`);
    return [given(' ')];
  }
  if (paragraphTags.has(tag)) return asBlock(inside());
  switch (tag) {
    case 'br':
      return [{ ...from.style, text: '\n', literal: true }];
    case 'b':
    case 'strong':
      return inside({ strong: true, emphasis: false });
    case 'i':
    case 'em':
      // Bold wins: what is both has no form here.
      return from.style.strong ? inside() : inside({ emphasis: true });
    case 'code':
    case 'tt':
      return inside({ code: true });
    case 'sub':
    case 'sup':
      return [given(smallSigns(tag, lineOf(inside(), notes), notes))];
    case 'ul':
    case 'ol':
      if (from.list !== undefined) notes.losses.add('daftar bersusun menjadi satu tingkat');
      return asBlock(readChildren(element, { ...from, list: tag }, notes));
    case 'li':
      return asBlock(inside(), from.list === 'ol' ? '1. ' : '- ');
    case 'img':
      return [given(`![${plainWords(attribute(element, 'alt'))}](${safeAddress(attribute(element, 'src'))})`)];
    case 'a':
      return readLink(element, inside(), notes);
    case 'table':
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'caption':
      return asBlock(inside());
    case 'tr':
      return readRow(element, from, notes);
    default:
      noteLoss(element, notes);
      return inside();
  }
}

/** What a cell holds stays on one line with its neighbours. */
function readRow(element: Element, from: Inherited, notes: Notes): readonly Piece[] {
  notes.losses.add('tabel menjadi baris tulisan');
  const cells = element.childNodes.filter((node): node is Element => 'tagName' in node);
  const texts = cells.map((cell) => lineOf(readChildren(cell, from, notes), notes));
  while (texts.at(-1) === '') texts.pop();
  return [{ start: '', isLine: true }, given(texts.join(' | ')), { start: '' }];
}

/** A picture inside a link stays a picture. */
function readLink(element: Element, inside: readonly Piece[], notes: Notes): readonly Piece[] {
  const address = attribute(element, 'href');
  const words = lineOf(inside, notes);
  if (address === '' || words === '' || words.includes('](')) return inside;
  if (isOwnSound(address)) return [given(`![${words}](${address})`)];
  if (!notes.plain) return [given(`[${words}](${safeAddress(address)})`)];
  notes.losses.add(`tautan ke ${address} dihapus`);
  return inside;
}

/** Raised and lowered signs as Unicode has them: 10<sup>3</sup> must not become 103. */
function smallSigns(tag: 'sub' | 'sup', words: string, { losses }: Notes): string {
  if (words === '') return '';
  losses.add('pangkat dan indeks ditulis dengan tanda kecil atau ^ _');
  const signs = [...words].map((sign) => (tag === 'sup' ? raised : lowered).get(sign));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : `${tag === 'sup' ? '^' : '_'}(${words})`;
}

const raised = signMap('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ');
const lowered = signMap('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function signMap(plain: string, small: string): ReadonlyMap<string, string> {
  const signs = [...small];
  return new Map([...plain].map((sign, at) => [sign, signs[at] ?? sign]));
}

/** A sound that came along, as pictures are written; undefined when it lies elsewhere or is of another kind. */
function soundOf(element: Element): string | undefined {
  const inner = element.childNodes.filter((node): node is Element => 'tagName' in node);
  const source = [element, ...inner].map((it) => attribute(it, 'src')).find(isOwnSound);
  return source === undefined ? undefined : `![${plainWords(attribute(element, 'title'))}](${source})`;
}

function noteLoss({ tagName: tag, attrs }: Element, { losses }: Notes): void {
  if (['del', 's', 'strike'].includes(tag)) losses.add('coretan dihapus, tulisannya tetap');
  else if (tag.includes(':') || tag === 'td' || tag === 'th') return;
  else if (!styledTags.has(tag)) losses.add(`tanda <${tag}> dihapus`);
  else if (tag === 'u' || tag === 'mark' || attrs.some(({ name }) => name === 'style' || name === 'color'))
    losses.add('warna dan gaya tulisan dihapus');
}

function asBlock(pieces: readonly Piece[], start: '' | '- ' | '1. ' = ''): readonly Piece[] {
  return [{ start }, ...pieces, { start: '', isEnd: start !== '' }];
}

/** What is Markdown already. */
function given(text: string): Piece {
  return { text, literal: false };
}

function lineOf(pieces: readonly Piece[], { plain }: Notes): string {
  return renderText(pieces, plain).replace(/\s*\n\s*/g, ' ');
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((it) => it.name === name)?.value.trim() ?? '';
}

function plainWords(text: string): string {
  return text.replace(/[[\]\s]+/g, ' ').trim();
}

function isOwnSound(address: string): boolean {
  return /^@@PLUGINFILE@@\/[^\s()]+\.mp3$/.test(address);
}

function safeAddress(address: string): string {
  return address.replace(/\s/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29');
}

function failed(problem: string): Converted {
  return { text: '', losses: [], problem };
}
