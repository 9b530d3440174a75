import {
  type Choice,
  type PublicChoice,
  type PublicQuestionBase,
  publicBase,
  publicChoice,
  type QuestionBase,
  type QuestionKind,
} from './kind.ts';

/** One or more right choices; part marks. */
export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple';
  readonly choices: readonly Choice[];
  /** Ids of all right choices. */
  readonly key: readonly string[];
}

export interface PublicMultipleQuestion extends PublicQuestionBase {
  readonly kind: 'multiple';
  readonly choices: readonly PublicChoice[];
}

export interface MultipleGiven {
  /** In the order of the question, each once. */
  readonly choices: readonly string[];
}

export const multiple: QuestionKind<MultipleQuestion, PublicMultipleQuestion, MultipleGiven> = {
  withoutKey(question) {
    return { ...publicBase(question), kind: 'multiple', choices: question.choices.map(publicChoice) };
  },

  parseGiven(question, value) {
    const given: unknown = (value as { choices?: unknown } | null | undefined)?.choices;
    const ids = question.choices.map(({ id }) => id);
    if (!Array.isArray(given) || given.length > ids.length || !given.every((id) => ids.includes(id as string))) return;
    return { choices: ids.filter((id) => given.includes(id)) };
  },

  parseForm(_question, values) {
    const choices = values.filter((value) => value !== '');
    return choices.length === 0 ? undefined : { choices };
  },

  formValues(_question, { choices }) {
    return choices;
  },

  /** Each right choice earns its share, each wrong one costs the same share, never below 0. */
  earnedRatio(question, { choices }) {
    const key = new Set(question.key);
    const given = [...new Set(choices)];
    const right = given.filter((id) => key.has(id)).length;
    const wrong = given.length - right;
    return key.size === 0 ? 0 : Math.max(0, right - wrong) / key.size;
  },

  describeKey(question) {
    const right = question.choices.filter(({ id }) => question.key.includes(id));
    return right.map(({ text }) => text).join('; ');
  },
};
