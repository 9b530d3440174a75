import {
  type Choice,
  type PublicChoice,
  type PublicQuestionBase,
  publicBase,
  publicChoice,
  type QuestionBase,
  type QuestionKind,
} from './kind.ts';

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

  earnedRatio(question, { choice }) {
    return choice === question.key ? 1 : 0;
  },

  describeKey(question) {
    return question.choices.find(({ id }) => id === question.key)?.text ?? question.key;
  },
};
