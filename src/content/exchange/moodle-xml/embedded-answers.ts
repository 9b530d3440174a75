import { type Blank, splitGaps } from '#domain/question/gaps.ts';
import type { ClozeQuestion } from '#domain/question/kinds/cloze.ts';
import { base, explain, type Frame } from '#content/exchange/build/frame.ts';
import { withoutRepeats } from '#content/exchange/build/typed.ts';
import type { Built } from '#content/exchange/entry.ts';
import { isOwn } from '#content/exchange/extras.ts';
import { withoutMarks } from '#content/exchange/text/markdown.ts';

// Moodle's "embedded answers (cloze)": `Paspor dipegang {1:MULTICHOICE:=pekerja~majikan}.`

const typed = ['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC'];
const chosen = [
  'MULTICHOICE',
  'MC',
  'MULTICHOICE_V',
  'MCV',
  'MULTICHOICE_H',
  'MCH',
  'MULTICHOICE_S',
  'MCS',
  'MULTICHOICE_VS',
  'MCVS',
  'MULTICHOICE_HS',
  'MCHS',
];

/** A text with embedded answers as a cloze; `text` is Markdown already, apart from the gaps. */
export function buildCloze(frame: Frame, text: string, defaultPrompt: string): Built {
  const blanks: Record<string, Blank> = {};
  const problems: string[] = [];
  const changes = new Set<string>();
  const weights = new Set<number>();
  const { extras } = frame;
  let count = 0;
  const gapped = text.replace(
    /\{(\d*):([A-Za-z_]+):((?:\\[\s\S]|[^\\}])*)\}/g,
    (_whole, weight: string, type: string, body: string) => {
      weights.add(Number(weight || 1));
      const name = extras.ids?.[count] ?? `isian-${count + 1}`;
      const answers = splitAt(body, '~').map((written) => readAnswer(written, isOwn(extras)));
      const blank = readBlank(type.toUpperCase(), answers, extras.slips?.[count] ?? false, changes);
      if (typeof blank === 'string') problems.push(blank);
      else blanks[name] = blank;
      count += 1;
      return `[[${name}]]`;
    },
  );
  if (problems[0] !== undefined) return { refused: problems[0] };
  if (count === 0) return { refused: 'tidak ada isian {…} yang terbaca di teksnya.' };
  if (weights.size > 1) changes.add('bobot isian disamakan: setiap isian bernilai sama');
  const { rationale, changes: explained } = explain(frame);
  const prompt = frame.prompt === '' ? defaultPrompt : frame.prompt;
  return {
    question: { kind: 'cloze', ...base({ ...frame, prompt }, rationale), text: gapped, blanks },
    changes: [...explained, ...changes],
  };
}

/** In the HTML of gaps, Moodle writes the signs of a gap itself as codes; they must not become such signs on the way. */
export function protectGaps(html: string): string {
  return html.replace(
    /&#(?:x([0-9a-f]{2})|(\d{2,3}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const sign = String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      return '~=#{}\\'.includes(sign) ? `\\${sign}` : whole;
    },
  );
}

/** A cloze as text with embedded answers. */
export function embedAnswers({ text, blanks }: ClozeQuestion): string {
  return splitGaps(text)
    .map((part) => {
      if (part.gap === undefined) return part.text;
      const blank = blanks[part.gap];
      if (blank === undefined) return '…';
      if ('choices' in blank) {
        const all = blank.choices.map((it) => `${it === blank.key ? '=' : ''}${escapeAnswer(it)}`);
        return `{1:MULTICHOICE_S:${all.join('~')}}`;
      }
      return `{1:SHORTANSWER:${blank.accepted.map((it) => `=${escapeAnswer(it).replaceAll('*', '\\*')}`).join('~')}}`;
    })
    .join('');
}

interface GapAnswer {
  /** Signs behind a backslash are still so. */
  readonly text: string;
  readonly percent: number;
  readonly feedback: string;
}

function readBlank(type: string, answers: readonly GapAnswer[], slip: boolean, changes: Set<string>): Blank | string {
  if (answers.some(({ feedback }) => feedback !== '')) changes.add('umpan balik di dalam isian dihapus');
  if (answers.some(({ percent }) => percent > 0 && percent < 100))
    changes.add('jawaban bernilai sebagian di dalam isian dihapus');
  const right = answers.filter(({ percent }) => percent >= 100).map(({ text }) => text);
  if (typed.includes(type)) {
    if (type.endsWith('C')) changes.add('huruf besar dan kecil tidak lagi dibedakan');
    const whole = right.filter((text) => text !== '' && !/(?<!\\)\*/.test(text));
    if (whole.length < right.length) changes.add('jawaban dengan tanda * dihapus');
    const { accepted, note } = withoutRepeats(whole.map(unescaped));
    if (note !== undefined) changes.add(note);
    return accepted.length === 0 ? 'ada isian tanpa jawaban yang bernilai penuh.' : { accepted, slip };
  }
  if (chosen.includes(type)) {
    const [key, ...more] = right;
    if (key === undefined || more.length > 0) return 'ada isian pilihan yang tidak punya tepat satu jawaban benar.';
    return { choices: answers.map(({ text }) => unescaped(text)), key: unescaped(key) };
  }
  return `isian jenis ${type} tidak ada di sini. Jadikan soal sendiri.`;
}

/** Bold and italics of others go; in our own export such signs are words. */
function readAnswer(written: string, isOwnExport: boolean): GapAnswer {
  const [answer = '', feedback = ''] = splitAt(written.trim(), '#');
  const [, equals, percent, text = ''] = /^(=)?(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(answer) ?? [];
  const points = percent === undefined ? (equals === undefined ? 0 : 100) : Number(percent);
  return { text: isOwnExport ? text.trim() : withoutMarks(text), percent: points, feedback: feedback.trim() };
}

/** Parts a text at a sign that stands without a backslash. */
function splitAt(text: string, sign: string): readonly string[] {
  const parts = [''];
  for (const [token] of text.matchAll(/\\?[\s\S]/g)) {
    if (token === sign) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

function escapeAnswer(text: string): string {
  return text.replace(/[\\~=#{}]/g, '\\$&');
}
