import { type AuthoredKind, scoredBase, wordlessBase } from '#domain/question/authored-kind.ts';
import { type PublicQuestionBase, publicBase, type QuestionBase, type QuestionKind } from '#domain/question/kind.ts';

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

  isRightValue(question, value) {
    return value === String(question.key);
  },

  earnedRatio(question, { value }) {
    return value === question.key ? 1 : 0;
  },
};

export const authoredTrueFalse: AuthoredKind<TrueFalseQuestion, PublicTrueFalseQuestion, TrueFalseGiven> = {
  editor: {
    title: 'Benar atau salah',
    purpose: 'Satu pernyataan: benar atau salah.',
    fields: [
      {
        ...{ control: 'pick', name: 'key', label: 'Pernyataan ini' },
        options: [true, false].map((value) => ({ value, label: wordOf(value) })),
      },
    ],
  },

  describeKey({ key }) {
    return wordOf(key);
  },

  form() {
    return 'true-false';
  },

  keyParts({ key }) {
    return [key];
  },

  rightResponse({ key }) {
    return { value: key };
  },

  wrongResponse({ key }) {
    return { value: !key };
  },

  answers({ key }) {
    return {
      options: [true, false].map((value) => ({
        text: wordOf(value),
        right: value === key,
        isPicked: (given) => given.value === value,
      })),
    };
  },

  scored(question) {
    return { ...scoredBase(question), kind: question.kind, key: question.key };
  },

  wordless(question) {
    return { ...wordlessBase(question), kind: question.kind };
  },
};

function wordOf(value: boolean): string {
  return value ? 'Benar' : 'Salah';
}
