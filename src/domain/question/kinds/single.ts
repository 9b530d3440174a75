import { choicesField } from '#domain/question/editor/field.ts';
import {
  type AuthoredKind,
  scoredBase,
  sortedIds,
  wordlessBase,
  wordlessItem,
} from '#domain/question/authored-kind.ts';
import { checkChoices, choiceTexts } from '#domain/question/checks.ts';
import {
  type Choice,
  type PublicChoice,
  type PublicQuestionBase,
  publicBase,
  publicChoice,
  type QuestionBase,
  type QuestionKind,
} from '#domain/question/kind.ts';

/** Exactly one right choice. */
export interface SingleQuestion extends QuestionBase {
  readonly kind: 'single';
  readonly choices: readonly Choice[];
  /** Id of the right choice. */
  readonly key: string;
}

export interface PublicSingleQuestion extends PublicQuestionBase {
  readonly kind: 'single';
  readonly choices: readonly PublicChoice[];
}

export interface SingleGiven {
  readonly choice: string;
}

export const single: QuestionKind<SingleQuestion, PublicSingleQuestion, SingleGiven> = {
  withoutKey(question) {
    return { ...publicBase(question), kind: 'single', choices: question.choices.map(publicChoice) };
  },

  parseGiven(question, value) {
    const choice = (value as Partial<SingleGiven> | null | undefined)?.choice;
    return typeof choice === 'string' && question.choices.some(({ id }) => id === choice) ? { choice } : undefined;
  },

  parseForm(_question, [choice, ...more]) {
    return choice === undefined || choice === '' || more.length > 0 ? undefined : { choice };
  },

  formValues(_question, { choice }) {
    return [choice];
  },

  rearrange(question, reorder) {
    return { ...question, choices: reorder(question.choices) };
  },

  isRightValue(question, value) {
    return value === question.key;
  },

  earnedRatio(question, { choice }) {
    return choice === question.key ? 1 : 0;
  },
};

export const authoredSingle: AuthoredKind<SingleQuestion, PublicSingleQuestion, SingleGiven> = {
  editor: {
    title: 'Satu jawaban benar',
    purpose: 'Peserta memilih satu dari beberapa pilihan.',
    fields: [choicesField(false)],
  },

  describeKey({ choices, key }) {
    return choices.find(({ id }) => id === key)?.text ?? key;
  },

  form({ choices }) {
    return sortedIds(choices);
  },

  keyParts({ key }) {
    return [key];
  },

  advice({ choices }) {
    return choices.map(({ feedback }) => feedback);
  },

  texts({ choices }) {
    return choiceTexts(choices);
  },

  secrets({ choices }) {
    return choices.map(({ feedback = '' }) => feedback);
  },

  problems(question, { mode }) {
    return checkChoices(question, [question.key], mode);
  },

  rightResponse({ key }) {
    return { choice: key };
  },

  wrongResponse({ choices, key }) {
    return { choice: choices.find(({ id }) => id !== key)?.id ?? key };
  },

  answers({ choices, key }) {
    return {
      options: choices.map(({ id, text }) => ({ text, right: id === key, isPicked: ({ choice }) => choice === id })),
    };
  },

  scored(question) {
    const { kind, choices, key } = question;
    return { ...scoredBase(question), kind, choices: choices.map(wordlessItem), key };
  },

  wordless(question) {
    return { ...wordlessBase(question), kind: question.kind, choices: question.choices.map(wordlessItem) };
  },
};
