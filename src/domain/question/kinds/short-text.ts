import { type AuthoredKind, scoredBase, wordlessBase } from '#domain/question/authored-kind.ts';
import { acceptedTexts, checkAccepted } from '#domain/question/checks.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from '#domain/question/kind.ts';
import { foldSpelling, isAccepted } from '#domain/question/accepted.ts';

/** A word or a few, typed. */
export interface ShortTextQuestion extends QuestionBase {
  readonly kind: 'short-text';
  /** Every right wording; the first is the one that feedback shows. */
  readonly accepted: readonly string[];
  /** Whether one slip of spelling is forgiven. */
  readonly slip: boolean;
}

export interface PublicShortTextQuestion extends PublicQuestionBase {
  readonly kind: 'short-text';
}

export interface ShortTextGiven {
  /** As typed, at most 100 signs. */
  readonly text: string;
}

export const shortTextLimits = { textLength: 100 } as const;

export const shortText: QuestionKind<ShortTextQuestion, PublicShortTextQuestion, ShortTextGiven> = {
  withoutKey(question) {
    return { ...publicBase(question), kind: 'short-text' };
  },

  parseGiven(_question, value) {
    const text = (value as Partial<ShortTextGiven> | null | undefined)?.text;
    return typeof text === 'string' && text.length <= shortTextLimits.textLength && text.trim() !== ''
      ? { text }
      : undefined;
  },

  parseForm(_question, values) {
    const [text] = values;
    return values.length !== 1 || text === undefined || text.trim() === '' ? undefined : { text };
  },

  formValues(_question, { text }) {
    return [text];
  },

  earnedRatio({ accepted, slip }, { text }) {
    return isAccepted(text, accepted, slip) ? 1 : 0;
  },
};

export const authoredShortText: AuthoredKind<ShortTextQuestion, PublicShortTextQuestion, ShortTextGiven> = {
  editor: {
    title: 'Isian kata',
    purpose: 'Peserta mengetik satu sampai empat kata.',
    fields: [
      {
        ...{ control: 'lines', name: 'accepted', label: 'Jawaban yang diterima' },
        hint: 'Satu jawaban satu baris. Baris pertama ditampilkan sebagai jawaban yang benar.',
      },
      {
        ...{ control: 'pick', name: 'slip', label: 'Satu salah ketik', isOptional: true },
        options: [
          { value: true, label: 'Dimaafkan' },
          { value: false, label: 'Tidak dimaafkan' },
        ],
      },
    ],
  },

  describeKey({ accepted }) {
    return accepted[0] ?? '';
  },

  form() {
    return 'text';
  },

  keyParts({ accepted, slip }) {
    return [slip, ...[...accepted].sort()];
  },

  /** The first one is shown as the right answer. */
  advice({ accepted }) {
    return accepted;
  },

  texts({ accepted }) {
    return acceptedTexts(accepted, ['accepted']);
  },

  problems({ accepted }) {
    return checkAccepted(accepted, ['accepted']);
  },

  rightResponse({ accepted }) {
    return { text: accepted[0] ?? '' };
  },

  wrongResponse() {
    return { text: 'tidak tahu' };
  },

  answers() {
    return { rowOf: ({ text }) => ({ text: text.trim(), meaning: foldSpelling(text) }) };
  },

  scored(question) {
    const { kind, accepted, slip } = question;
    return { ...scoredBase(question), kind, accepted, slip };
  },

  wordless(question) {
    return { ...wordlessBase(question), kind: question.kind };
  },
};
