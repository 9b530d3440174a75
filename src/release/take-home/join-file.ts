import { inlineHash } from '#server/http/security-headers.ts';
import { takeHomeMessages as say } from '#messages/take-home.ts';

export interface Joined {
  readonly title: string;
  readonly styles: readonly string[];
  readonly script: string;
  /** Drawings that sections use by their ids. */
  readonly signs: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly html: string }[];
  readonly contentsId: string;
  /** What the script knows of the course. */
  readonly data: Readonly<Record<'course' | 'code' | 'practices', string>>;
}

/** What the file needs besides the looks of the site. */
const ownStyle =
  '.take-turn{display:flex;flex-wrap:wrap;gap:.75rem;margin:2.5rem 0}.take-found{min-height:1.5rem}' +
  'main>section+section{border-top:6px double var(--line);padding-top:1.5rem;margin-top:2.5rem}' +
  '.result-code{font:700 1.3rem/1.5 monospace;overflow-wrap:normal}.key-fold summary{min-height:3rem}.take-search{margin:1.5rem 0}';

/** One page that asks nothing of anybody: its own policy forbids it to. */
export function joinFile({ title, styles, script, signs, sections, contentsId, data }: Joined): string {
  const style = [...styles, ownStyle].join('\n');
  // Nothing in it may end the script's element.
  const code = script.replaceAll('</script', '<\\/script');
  const policy = [
    "default-src 'none'",
    `style-src '${inlineHash(style)}'`,
    `script-src '${inlineHash(code)}'`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const attributes = Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escapeText(value)}"`)
    .join('');
  const main = sections.map((section, at) => sectionOf(section, sections[at + 1], contentsId)).join('\n');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title)}</title><meta name="color-scheme" content="light dark"><style>${style}</style></head>
<body data-kind="lesson"${attributes}><a class="skip-link" href="#isi">Langsung ke isi</a>${signs}<header class="site-header"><div class="site-header-inner"><a class="brand" href="#${contentsId}"><span>Rumah Belajar <b>Desmigratif</b></span></a><nav class="site-nav" aria-label="Utama"><a href="#${contentsId}">${say.contents}</a><a href="#bantuan">${say.help}</a></nav></div></header>
<main id="isi" tabindex="-1">
${main}
</main><script>${code}</script></body></html>
`;
}

function sectionOf(
  { id, title, html }: Joined['sections'][number],
  next: Joined['sections'][number] | undefined,
  contentsId: string,
): string {
  const toContents =
    id === contentsId ? '' : `<a class="button button-quiet" href="#${contentsId}">${say.backToContents}</a>`;
  const toNext =
    next === undefined ? '' : `<a class="button" href="#${next.id}">${say.next}: ${escapeText(next.title)}</a>`;
  return `<section id="${id}" data-title="${escapeText(title)}">${html}<nav class="take-turn">${toNext}${toContents}</nav></section>`;
}

/** A text as it may stand in HTML, also between double quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
