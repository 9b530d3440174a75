import { isAccepted } from './spelling.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from './kind.ts';

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

  describeKey({ accepted }) {
    return accepted[0] ?? '';
  },
};
