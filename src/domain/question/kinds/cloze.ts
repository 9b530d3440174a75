import type { FormRow } from '#domain/question/editor/field.ts';
import { rankBySeed } from '#domain/seeded-order.ts';
import { type AuthoredKind, scoredBase, wordlessBase } from '#domain/question/authored-kind.ts';
import { acceptedTexts } from '#domain/question/checks.ts';
import { type Blank, checkGaps, splitGaps } from '#domain/question/gaps.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from '#domain/question/kind.ts';
import { isAccepted } from '#domain/question/accepted.ts';

/** A text with gaps: `Paspor dipegang oleh [[pemegang]].` */
export interface ClozeQuestion extends QuestionBase {
  readonly kind: 'cloze';
  readonly text: string;
  /** By the name that stands in the text; each stands there once. */
  readonly blanks: Readonly<Record<string, Blank>>;
}

/** `choices` is there when the gap is chosen; a choice is known by its text. */
export interface PublicBlank {
  readonly id: string;
  readonly choices?: readonly string[];
}

export interface PublicClozeQuestion extends PublicQuestionBase {
  readonly kind: 'cloze';
  readonly text: string;
  /** In the order of the text. */
  readonly blanks: readonly PublicBlank[];
}

export interface ClozeGiven {
  /** Blank id → as typed or chosen, at most 100 signs; a gap may be missing. */
  readonly blanks: Readonly<Record<string, string>>;
}

export const clozeLimits = { textLength: 100 } as const;

export const cloze: QuestionKind<ClozeQuestion, PublicClozeQuestion, ClozeGiven> = {
  withoutKey(question) {
    const { id, text, blanks } = question;
    return {
      ...publicBase(question),
      kind: 'cloze',
      text,
      blanks: splitGaps(text).flatMap((part) => {
        const blank = part.gap === undefined ? undefined : own(blanks, part.gap);
        return part.gap === undefined || blank === undefined ? [] : [publicBlank(id, part.gap, blank)];
      }),
    };
  },

  parseGiven(question, value) {
    const given: unknown = (value as { blanks?: unknown } | null | undefined)?.blanks;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
    const entries = Object.entries(given);
    const fits = entries.every(([id, text]) => {
      const blank = question.blanks.find((it) => it.id === id);
      if (blank === undefined || typeof text !== 'string' || text.length > clozeLimits.textLength) return false;
      return blank.choices === undefined || text === '' || blank.choices.includes(text);
    });
    if (!fits) return undefined;
    const filled = (entries as [string, string][]).filter(([, text]) => text.trim() !== '');
    return filled.length === 0 ? undefined : { blanks: Object.fromEntries(filled) };
  },

  /** One value for each gap, in the order of the text; an empty one is a gap left open. */
  parseForm(question, values) {
    if (values.length !== question.blanks.length) return undefined;
    const entries = question.blanks.map(({ id }, at) => [id, values[at] ?? ''] as const);
    const filled = entries.filter(([, text]) => text.trim() !== '');
    return filled.length === 0 ? undefined : { blanks: Object.fromEntries(filled) };
  },

  formValues(question, given) {
    return question.blanks.map(({ id }) => own(given.blanks, id) ?? '');
  },

  isPartial(question, values) {
    const open = question.blanks.length - values.filter((text) => text.trim() !== '').length;
    return open > 0 && open < question.blanks.length;
  },

  isRightValue({ text, blanks }, value, at) {
    const gap = splitGaps(text).flatMap((part) => part.gap ?? [])[at];
    const blank = gap === undefined ? undefined : own(blanks, gap);
    return blank !== undefined && isFilledRight(blank, value);
  },

  earnedRatio({ blanks }, given) {
    const all = Object.entries(blanks);
    const right = all.filter(([id, blank]) => isFilledRight(blank, own(given.blanks, id)));
    return all.length === 0 ? 0 : right.length / all.length;
  },
};

export const authoredCloze: AuthoredKind<ClozeQuestion, PublicClozeQuestion, ClozeGiven> = {
  editor: {
    title: 'Isian dalam kalimat',
    purpose: 'Peserta mengisi bagian kosong dari satu kalimat.',
    fields: [
      {
        ...{ control: 'text', name: 'text', label: 'Kalimat', limit: 800, lines: 3 },
        hint: 'Tulis [[nama]] di tempat isian, misalnya: Paspor dipegang oleh [[pemegang]].',
      },
      {
        ...{ control: 'rows', name: 'blanks', label: 'Isian', least: 1, most: 8, open: openBlanks, close: closeBlanks },
        cells: [
          {
            control: 'text',
            name: 'gap',
            label: 'Nama isian',
            limit: 80,
            hint: 'Sama dengan yang di antara [[ dan ]].',
          },
          {
            control: 'lines',
            name: 'words',
            label: 'Jawaban',
            hint: 'Satu jawaban satu baris. Bila dipilih, beri tanda * di depan yang benar.',
          },
          {
            ...{ control: 'pick', name: 'how', label: 'Cara mengisi' },
            options: [
              { value: 'choices', label: 'Dipilih; baris lain adalah pilihan yang salah' },
              { value: 'typed', label: 'Diketik; semua baris diterima' },
              { value: 'slip', label: 'Diketik; satu salah ketik dimaafkan' },
            ],
          },
        ],
      },
    ],
  },

  describeKey({ text, blanks }) {
    return splitGaps(text)
      .map((part) => (part.gap === undefined ? part.text : rightText(own(blanks, part.gap))))
      .join('')
      .replace(/\s+/g, ' ');
  },

  form({ blanks }) {
    return blanks.map(({ id, choices = [] }) => [id, [...choices].sort()]);
  },

  keyParts({ blanks }) {
    return Object.entries(blanks)
      .map(([id, blank]) => ('choices' in blank ? [id, blank.key] : [id, blank.slip, ...[...blank.accepted].sort()]))
      .sort();
  },

  texts({ text, blanks }) {
    const inBlanks = Object.entries(blanks).flatMap(([id, blank]) =>
      'choices' in blank
        ? acceptedTexts(blank.choices, ['blanks', id, 'choices'])
        : acceptedTexts(blank.accepted, ['blanks', id, 'accepted']),
    );
    return [{ path: ['text'], text, holdsMedia: true }, ...inBlanks];
  },

  asks({ text }) {
    return [text];
  },

  problems(question) {
    return checkGaps(question);
  },

  rightResponse({ blanks }) {
    return { blanks: mapBlanks(blanks, (blank) => ('choices' in blank ? blank.key : (blank.accepted[0] ?? ''))) };
  },

  wrongResponse({ blanks }) {
    const wrongText = (blank: Blank) =>
      'choices' in blank ? (blank.choices.find((it) => it !== blank.key) ?? '') : 'tidak tahu';
    return { blanks: mapBlanks(blanks, wrongText) };
  },

  scored(question) {
    const { kind, text, blanks } = question;
    return { ...scoredBase(question), kind, text: gapsAlone(text), blanks };
  },

  wordless(question) {
    const { kind, text, blanks } = question;
    return { ...wordlessBase(question), kind, text: gapsAlone(text), blanks };
  },
};

/** The gaps of a text without the words around them. */
function gapsAlone(text: string): string {
  return splitGaps(text)
    .flatMap(({ gap }) => (gap === undefined ? [] : `[[${gap}]]`))
    .join('');
}

function mapBlanks(blanks: ClozeQuestion['blanks'], textOf: (blank: Blank) => string): ClozeGiven['blanks'] {
  return Object.fromEntries(Object.entries(blanks).map(([id, blank]) => [id, textOf(blank)]));
}

function publicBlank(question: string, id: string, blank: Blank): PublicBlank {
  if (!('choices' in blank)) return { id };
  return { id, choices: rankBySeed(blank.choices, (text) => text, `${question}/${id}/`) };
}

function isFilledRight(blank: Blank, text: string | undefined): boolean {
  if (text === undefined) return false;
  return 'choices' in blank ? text === blank.key : isAccepted(text, blank.accepted, blank.slip);
}

function rightText(blank: Blank | undefined): string {
  if (blank === undefined) return '…';
  return 'choices' in blank ? blank.key : (blank.accepted[0] ?? '…');
}

/** A gap may be called `constructor`: only what stands there itself counts. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function openBlanks(value: unknown): readonly FormRow[] {
  const blanks = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return blanks.map(
    ([gap, blank]: [string, Partial<Record<'choices' | 'key' | 'accepted' | 'slip', unknown>> | null]) => {
      const { choices, key, accepted, slip } = blank ?? {};
      if (!Array.isArray(choices)) {
        return {
          gap,
          words: (Array.isArray(accepted) ? accepted : []).join('\n'),
          how: slip === true ? 'slip' : 'typed',
        };
      }
      return { gap, words: choices.map((it) => (it === key ? `* ${it}` : it)).join('\n'), how: 'choices' };
    },
  );
}

function closeBlanks(rows: readonly FormRow[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    rows.map(({ gap = '', words = '', how }) => {
      const lines = words.split('\n').flatMap((line) => line.trim() || []);
      const name = gap.trim().replace(/^\[\[|\]\]$/g, '');
      if (how === 'choices') {
        const choices = lines.map((line) => line.replace(/^\*\s*/, ''));
        const right = lines.findIndex((line) => line.startsWith('*'));
        return [name, { choices, key: choices[Math.max(right, 0)] ?? '' }];
      }
      return [name, how === 'slip' ? { accepted: lines, slip: true } : { accepted: lines }];
    }),
  );
}
