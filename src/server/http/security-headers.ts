import { createHash } from 'node:crypto';
import { lookScript } from '#domain/look.ts';

/** Names and values in turn, as `writeHead` takes them. */
export type FlatHeaders = readonly string[];

export interface SecurityOptions {
  /** `sha256-…` of the inline styles that pages may carry. */
  readonly styleHashes: readonly string[];
  /** For how many days browsers are told to keep to TLS; 0 says nothing, as over plain HTTP it must. */
  readonly hstsDays: number;
  /** The search page runs its index as WebAssembly. */
  readonly webAssembly?: boolean;
  /** Where staff write, a sound is recorded, heard before it is sent, and stands in the page of a preview. */
  readonly recording?: boolean;
  /** A page on which a lesson is written holds its preview in a frame; no other page of ours may stand in one. */
  readonly framing?: 'holds' | 'is-held';
}

/** The headers that stand on every answer but a part of the search index, whatever its status. */
export function securityHeaders(options: SecurityOptions): FlatHeaders {
  const headers = [
    ['Content-Security-Policy', contentSecurityPolicy(options)],
    ['X-Content-Type-Options', 'nosniff'],
    // Not `no-referrer`: with it browsers send `Origin: null` along with our own forms.
    ['Referrer-Policy', 'same-origin'],
    [
      'Permissions-Policy',
      `camera=(), microphone=(${options.recording ? 'self' : ''}), geolocation=(), payment=(), usb=(), browsing-topics=()`,
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['X-Frame-Options', options.framing === 'is-held' ? 'SAMEORIGIN' : 'DENY'],
  ];
  return [...headers.flat(), ...strictTransport(options)];
}

/**
 * The headers of scripts, styles, pictures and parts of the search index: what concerns pages alone is left out, for a lesson
 * brings a dozen of them, many smaller than the headers of a page. Shown as a page itself, such a file may do nothing.
 */
export function assetHeaders(options: Pick<SecurityOptions, 'hstsDays'>): FlatHeaders {
  return [
    ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    // No Cross-Origin-Resource-Policy: a lesson that is shown in a sandbox before it is published may have them too.
    ...['X-Content-Type-Options', 'nosniff'],
    ...strictTransport(options),
  ];
}

function strictTransport({ hstsDays }: Pick<SecurityOptions, 'hstsDays'>): FlatHeaders {
  return hstsDays === 0 ? [] : ['Strict-Transport-Security', `max-age=${hstsDays * 86_400}`];
}

/** `sha256-…` of an inline style or script, as a content security policy names it. */
export function inlineHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const lookHash = inlineHash(lookScript);

function contentSecurityPolicy({ styleHashes, webAssembly, recording, framing }: SecurityOptions): string {
  const styles = styleHashes.map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self' '${lookHash}'${webAssembly ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    `media-src 'self'${recording ? ' blob: data:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(framing === 'holds' ? ["frame-src 'self'"] : []),
    `frame-ancestors '${framing === 'is-held' ? 'self' : 'none'}'`,
  ].join('; ');
}
