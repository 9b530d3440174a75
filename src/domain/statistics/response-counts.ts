import { earnedPoints, type SimpleQuestion } from '#domain/question/question.ts';
import { foldSpelling } from '#domain/question/spelling.ts';

/** What was given to one question, counted. */
export interface ResponseCounts {
  /** How many participants got the question. */
  readonly participants: number;
  readonly unanswered: number;
  /** By what they earned; right + partly + wrong + unanswered = participants. */
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  /**
   * For questions with choices: every choice with how often it was picked, in the author's order. For typed ones: the most
   * frequent answers as typed. Empty for other kinds.
   */
  readonly answers: readonly AnswerCount[];
}

export interface AnswerCount {
  readonly text: string;
  readonly right: boolean;
  readonly count: number;
  /** A wrong choice that nobody picked, among enough participants to expect somebody: it distracts no one. */
  readonly idle: boolean;
}

/** How many different typed answers are listed. */
const mostTyped = 5;

/** From this many participants on, a wrong choice that nobody picked is worth a remark. */
const enoughToPick = 10;

/** Counts what participants gave; `undefined` is a question that was left out. */
export function countResponses(question: SimpleQuestion, givens: readonly unknown[]): ResponseCounts {
  const earned = givens.map((given) => earnedPoints(question, given));
  const answered = givens.filter((given) => given !== undefined).length;
  const right = earned.filter((points) => points >= question.points).length;
  const partly = earned.filter((points) => points > 0 && points < question.points).length;
  return {
    participants: givens.length,
    unanswered: givens.length - answered,
    right,
    partly,
    wrong: answered - right - partly,
    answers: countAnswers(question, givens),
  };
}

function countAnswers(question: SimpleQuestion, givens: readonly unknown[]): readonly AnswerCount[] {
  switch (question.kind) {
    case 'single':
      return question.choices.map(({ id, text }) =>
        choiceCount(text, id === question.key, givens, (given) => given.choice === id),
      );
    case 'multiple':
      return question.choices.map(({ id, text }) =>
        choiceCount(
          text,
          question.key.includes(id),
          givens,
          ({ choices }) => Array.isArray(choices) && choices.includes(id),
        ),
      );
    case 'true-false':
      return [true, false].map((value) =>
        choiceCount(value ? 'Benar' : 'Salah', question.key === value, givens, (given) => given.value === value),
      );
    case 'number':
    case 'short-text':
      return countTyped(question, givens);
    default:
      return [];
  }
}

function choiceCount(
  text: string,
  right: boolean,
  givens: readonly unknown[],
  isPicked: (given: Readonly<Record<string, unknown>>) => boolean,
): AnswerCount {
  const count = givens.filter((given) => typeof given === 'object' && given !== null && isPicked({ ...given })).length;
  return { text, right, count, idle: !right && count === 0 && givens.length >= enoughToPick };
}

function countTyped(question: SimpleQuestion, givens: readonly unknown[]): readonly AnswerCount[] {
  const typed = givens.flatMap((given) => {
    const text: unknown = (given as { text?: unknown } | null | undefined)?.text;
    return typeof text === 'string' && text.trim() !== ''
      ? { text: text.trim(), right: earnedPoints(question, given) > 0 }
      : [];
  });
  return [...Map.groupBy(typed, ({ text }) => foldSpelling(text)).values()]
    .map((same) => ({ text: same[0]?.text ?? '', right: same[0]?.right ?? false, count: same.length, idle: false }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, mostTyped);
}
