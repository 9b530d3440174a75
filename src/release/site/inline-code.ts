import { lookScript } from '#domain/look.ts';
import { inlineHash } from '#server/http/security-headers.ts';

/** What a page carries inside: the hashes that the policy must allow, and what no policy of ours can allow. */
export interface InlineCode {
  readonly styleHashes: readonly string[];
  /** English, one line each. */
  readonly faults: readonly string[];
}

/** Collects the inline styles of a page, and refuses inline scripts but the one of every page, handlers and `style` attributes. */
export function collectInlineCode(page: string, html: string): InlineCode {
  const styleHashes = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gis)].map(([, text = '']) => inlineHash(text));
  const faults: string[] = [];
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>(?:(.*?)<\/script>)?/gis)) {
    if (/\bsrc\s*=/i.test(attributes) || /type\s*=\s*"?(application\/(ld\+)?json|speculationrules)/i.test(attributes))
      continue;
    if (attributes === '' && text === lookScript) continue;
    faults.push(`inline_script: ${page} holds a script of its own; let Astro bundle it to a file`);
  }
  // Drawings inside <svg> and styles are text of their own; only tags count.
  for (const [tag] of withoutStyles(html).matchAll(/<[a-z][^<>]*>/gi)) {
    const found = /\s(style|on[a-z]+)\s*=/i.exec(tag.replace(/"[^"]*"|'[^']*'/g, '""'));
    if (found !== null)
      faults.push(`inline_attribute: ${page} holds a "${found[1]}" attribute; the policy of the site forbids it`);
  }
  return { styleHashes, faults: [...new Set(faults)] };
}

function withoutStyles(html: string): string {
  return html.replace(/<(style|script)\b[^>]*>.*?<\/\1>/gis, '').replace(/<!--.*?-->/gs, '');
}
