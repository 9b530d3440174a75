import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from './kind.ts';

/** A statement that is right or wrong. */
export interface TrueFalseQuestion extends QuestionBase {
  readonly kind: 'true-false';
  readonly key: boolean;
}

export interface PublicTrueFalseQuestion extends PublicQuestionBase {
  readonly kind: 'true-false';
}

export interface TrueFalseGiven {
  readonly value: boolean;
}

export const trueFalse: QuestionKind<TrueFalseQuestion, PublicTrueFalseQuestion, TrueFalseGiven> = {
  withoutKey(question) {
    return { ...publicBase(question), kind: 'true-false' };
  },

  parseGiven(_question, value) {
    const given = (value as Partial<TrueFalseGiven> | null | undefined)?.value;
    return typeof given === 'boolean' ? { value: given } : undefined;
  },

  parseForm(_question, values) {
    const [value] = values;
    return values.length === 1 && (value === 'true' || value === 'false') ? { value: value === 'true' } : undefined;
  },

  formValues(_question, { value }) {
    return [String(value)];
  },

  earnedRatio(question, { value }) {
    return value === question.key ? 1 : 0;
  },

  describeKey(question) {
    return question.key ? 'Benar' : 'Salah';
  },
};
