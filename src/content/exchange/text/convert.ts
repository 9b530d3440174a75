import { htmlToMarkdown, looksLikeHtml } from './html.ts';
import { invisibleLoss, withoutInvisible } from './invisible.ts';
import { type Converted, literalMarks, looksLikeMarkdown, withoutMarks } from './markdown.ts';

/**
 * `blocks` keeps paragraphs, lists and marks; `line` is for what stands on one line, choices; `plain` for what is shown on one
 * line as it is written: items, pairs, words to type.
 */
export type TextShape = 'blocks' | 'line' | 'plain';

/** Converts the texts of one question and gathers what happened to them. */
export interface Texts {
  readonly read: (text: string, format: string, shape?: TextShape) => string;
  /** Indonesian: what was lost so far. */
  readonly losses: ReadonlySet<string>;
  /** Indonesian: why one of them cannot be taken. */
  readonly problem: () => string | undefined;
}

/** Longest text in signs that is looked at. */
const longestText = 20_000;

/** With `isOwn` signs of Markdown are meant as such, in every format: it is our own export that comes back. */
export function openTexts(isOwn = false): Texts {
  const losses = new Set<string>();
  let problem: string | undefined;
  return {
    losses,
    problem: () => problem,
    read: (text, format, shape) => {
      if (text.length > longestText) problem ??= `ada tulisan lebih dari ${longestText} huruf.`;
      if (text.length > longestText) return '';
      const converted = convertText(text, format, shape);
      problem ??= converted.problem;
      for (const loss of converted.losses) if (!(isOwn && loss === literalMarks)) losses.add(loss);
      const visible = withoutInvisible(converted.text);
      if (visible !== converted.text) losses.add(invisibleLoss);
      return visible;
    },
  };
}

/** A text of a question file as Markdown. `moodle` is what Moodle guesses at: HTML when there are tags, else plain. */
export function convertText(text: string, format: string, shape: TextShape = 'blocks'): Converted {
  const converted = convert(text, format.toLowerCase(), shape);
  const losses = converted.losses.filter((loss) => shape !== 'plain' || loss !== literalMarks);
  const words = shape === 'blocks' ? converted.text : converted.text.replace(/\s+/g, ' ').trim();
  return { ...converted, text: words, losses };
}

function convert(text: string, format: string, shape: TextShape): Converted {
  if (format === 'markdown') {
    const marked = markSounds(text.trim());
    return { text: shape === 'blocks' ? marked : withoutMarks(marked), losses: [] };
  }
  if (format === 'html') return htmlToMarkdown(text, shape !== 'blocks');
  if (!format.startsWith('plain') && looksLikeHtml(text)) return htmlToMarkdown(withBreaks(text), shape !== 'blocks');
  return { text: text.trim(), losses: looksLikeMarkdown(text) ? [literalMarks] : [] };
}

/** Lines of a text that is only partly HTML are lines, unless tags part them already. */
function withBreaks(text: string): string {
  return /<(?:p|div|br|li|ul|ol|table|tr|h[1-6])\b/i.test(text) ? text : text.trim().replace(/\r?\n/g, '<br>');
}

/** Others write a sound as a link to the file that came along; here it is written as a picture is. */
function markSounds(markdown: string): string {
  return markdown.replace(/(?<!!)(?=\[[^\]]*\]\(@@PLUGINFILE@@\/[^\s()]+\.mp3\))/g, '!');
}
