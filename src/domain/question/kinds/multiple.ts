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

  rearrange(question, reorder) {
    return { ...question, choices: reorder(question.choices) };
  },

  isRightValue(question, value) {
    return question.key.includes(value);
  },

  /** Each right choice earns its share, each wrong one costs the same share, never below 0. */
  earnedRatio(question, { choices }) {
    const key = new Set(question.key);
    const given = [...new Set(choices)];
    const right = given.filter((id) => key.has(id)).length;
    const wrong = given.length - right;
    return key.size === 0 ? 0 : Math.max(0, right - wrong) / key.size;
  },
};

export const authoredMultiple: AuthoredKind<MultipleQuestion, PublicMultipleQuestion, MultipleGiven> = {
  editor: {
    title: 'Beberapa jawaban benar',
    purpose: 'Peserta memilih semua yang benar; sebagian benar mendapat sebagian nilai.',
    fields: [choicesField(true)],
  },

  describeKey({ choices, key }) {
    const right = choices.filter(({ id }) => key.includes(id));
    return right.map(({ text }) => text).join('; ');
  },

  form({ choices }) {
    return sortedIds(choices);
  },

  keyParts({ key }) {
    return [...key].sort();
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
    return checkChoices(question, question.key, mode);
  },

  rightResponse({ choices, key }) {
    return { choices: choices.map(({ id }) => id).filter((id) => key.includes(id)) };
  },

  wrongResponse({ choices, key }) {
    return { choices: choices.map(({ id }) => id).filter((id) => !key.includes(id)) };
  },

  answers(question) {
    return {
      options: question.choices.map(({ id, text }) => ({
        text,
        right: question.key.includes(id),
        isPicked: ({ choices }) => choices.includes(id),
      })),
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
