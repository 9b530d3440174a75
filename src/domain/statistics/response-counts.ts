import { answersOf } from '#domain/question/authored.ts';
import {
  earnedPoints,
  type Given,
  parseGiven,
  type SimpleQuestion,
  withoutSimpleKey,
} from '#domain/question/simple.ts';

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
  /** Places, in the list of what was given, of those who gave it. */
  readonly givenBy: readonly number[];
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
  const open = withoutSimpleKey(question);
  const read = givens.flatMap((given, at): Placed[] => {
    const parsed = parseGiven(open, given);
    return parsed === undefined ? [] : [{ given: parsed, at }];
  });
  const rows = answersOf(question);
  if (rows === undefined) return [];
  if ('rowOf' in rows) return countTyped(question, read, rows.rowOf);
  return rows.options.map(({ text, right, isPicked }) => {
    const givenBy = read.filter(({ given }) => isPicked(given)).map(({ at }) => at);
    const count = givenBy.length;
    return { text, right, count, givenBy, idle: !right && count === 0 && givens.length >= enoughToPick };
  });
}

/** What somebody gave, and their place in the list. */
interface Placed {
  readonly given: Given;
  readonly at: number;
}

function countTyped(
  question: SimpleQuestion,
  givens: readonly Placed[],
  rowOf: (given: Given) => { readonly text: string; readonly meaning: string },
): readonly AnswerCount[] {
  const typed = givens.map(({ given, at }) => ({ ...rowOf(given), at, right: earnedPoints(question, given) > 0 }));
  return [...Map.groupBy(typed, ({ meaning }) => meaning).values()]
    .map((same) => ({
      ...{ text: same[0]?.text ?? '', right: same[0]?.right ?? false, count: same.length, idle: false },
      givenBy: same.map(({ at }) => at),
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, mostTyped);
}
