/** A text in the little Markdown of questions, and what of the original could not be kept (Indonesian). */
export interface Converted {
  readonly text: string;
  readonly losses: readonly string[];
}

const dropped = ['script', 'style', 'iframe', 'object', 'embed', 'audio', 'video', 'svg', 'math', 'form', 'head'];

/**
 * HTML as question banks hold it, as Markdown: paragraphs, lists, bold, emphasis, code, links, pictures, sounds. Nothing of it is
 * ever shown as HTML; what has no place in Markdown is reported.
 */
export function htmlToMarkdown(html: string): Converted {
  const losses = new Set<string>();
  let text = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<audio\b[\s\S]*?<\/audio\s*>/gi, (whole) => sound(whole) ?? whole);
  for (const tag of dropped) {
    text = text.replace(new RegExp(`<${tag}\\b[^>]*>[\\s\\S]*?(?:</${tag}\\s*>|$)`, 'gi'), () => {
      losses.add(`bagian <${tag}> dihapus`);
      return ' ';
    });
  }
  const list: ('ul' | 'ol')[] = [];
  const links: string[] = [];
  text = text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi, (_whole, slash: string, name: string, rest: string) => {
      const close = slash === '/';
      switch (name.toLowerCase()) {
        case 'p':
        case 'div':
        case 'h1':
        case 'h2':
        case 'h3':
        case 'h4':
        case 'blockquote':
          return '\n\n';
        case 'br':
          return '\n';
        case 'b':
        case 'strong':
          return '\ue000**\ue001';
        case 'i':
        case 'em':
          return '\ue000*\ue001';
        case 'code':
        case 'tt':
          return '`';
        case 'ul':
        case 'ol':
          if (close) list.pop();
          else list.push(name.toLowerCase() as 'ul' | 'ol');
          return '\n\n';
        case 'li':
          return close ? '' : list.at(-1) === 'ol' ? '\n1. ' : '\n- ';
        case 'img':
          return picture(rest);
        case 'a': {
          if (!close) links.push(attribute(rest, 'href'));
          const address = close ? links.pop() : undefined;
          if (close) return address ? `](${address})` : '';
          const opened = links.at(-1);
          return opened ? (isOwnSound(opened) ? '![' : '[') : '';
        }
        case 'tr':
          losses.add('tabel menjadi baris tulisan');
          return close ? '\n' : '';
        case 'td':
        case 'th':
          return close ? ' | ' : '';
        case 'table':
        case 'tbody':
        case 'thead':
          return '\n';
        case 'sub':
        case 'sup':
          losses.add('pangkat dan indeks menjadi tulisan biasa');
          return '';
        case 'span':
        case 'font':
        case 'u':
        case 'small':
        case 'big':
          if (/\b(?:style|color)\s*=/i.test(rest) || name.toLowerCase() === 'u')
            losses.add('warna dan gaya tulisan dihapus');
          return '';
        default:
          losses.add(`tanda <${name.toLowerCase()}> dihapus`);
          return '';
      }
    });
  const tidied = tidy(decodeEntities(text));
  if (/\$\$|\\\(|\\\[/.test(tidied)) losses.add('rumus LaTeX tampil apa adanya');
  return { text: tidied, losses: [...losses] };
}

/** Whether a text is HTML rather than plain: it holds a tag or an entity. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i.test(text);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  divide: '÷',
  minus: '−',
  plusmn: '±',
  deg: '°',
  copy: '©',
  euro: '€',
  eacute: 'é',
  rarr: '→',
  larr: '←',
  bull: '•',
  frac12: '½',
  le: '≤',
  ge: '≥',
  ne: '≠',
  middot: '·',
  laquo: '«',
  raquo: '»',
};

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,10}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name as string] ?? entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

function picture(attributes: string): string {
  const alt = attribute(attributes, 'alt')
    .replace(/[[\]\n]/g, ' ')
    .trim();
  const source = attribute(attributes, 'src').replace(/^@@PLUGINFILE@@\//, '@@PLUGINFILE@@/');
  return `![${alt}](${source.replace(/[\s()]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`;
}

/** A sound that came along, as pictures are written; undefined when it lies elsewhere or is of another kind. */
function sound(element: string): string | undefined {
  const source = attribute(element, 'src');
  const words = attribute(element, 'title')
    .replace(/[[\]\n]/g, ' ')
    .trim();
  return isOwnSound(source) ? `![${words}](${source})` : undefined;
}

function isOwnSound(address: string): boolean {
  return /^@@PLUGINFILE@@\/[^\s()]+\.mp3$/.test(address);
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

/** Bold and emphasis hug their words; no blanks at line ends, at most one empty line. */
function tidy(text: string): string {
  return text
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\ue000(\*+)\ue001(\s*)([^\ue000\ue001]*?)(\s*)\ue000\1\ue001/g, (_all, stars, before, words, after) =>
      words === '' ? `${before}${after}` : `${before}${stars}${words}${stars}${after}`,
    )
    .replace(/\ue000\*+\ue001/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/(?: \| )+(?=\n|$)/g, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
