import type { TextShape } from '#content/exchange/text/convert.ts';

/** A text of the question (escaped signs hidden) as Markdown. */
export type ReadText = (written: string, shape?: TextShape) => string;

/** Where signs behind a backslash are kept while a text is taken apart: a plane of Unicode that nobody uses. */
const hidden = 0xf0000;

/** A text in which every sign behind a backslash (`\=`, `\n` for a line end) is hidden from whoever looks for GIFT's own signs. */
export function hideEscaped(text: string): string {
  return text.replace(/\\([~=#{}:n\\])/g, (_whole, sign: string) =>
    String.fromCodePoint(hidden + (sign === 'n' ? '\n' : sign).charCodeAt(0)),
  );
}

/** The signs themselves again. */
export function showEscaped(text: string): string {
  return text.replace(/[\u{f0000}-\u{f00ff}]/gu, (sign) =>
    String.fromCharCode((sign.codePointAt(0) ?? hidden) - hidden),
  );
}

/** GIFT's own signs behind a backslash, line ends as `\n`. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}
