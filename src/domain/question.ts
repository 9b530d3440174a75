import {
  type MultipleGiven,
  type MultipleQuestion,
  multiple,
  type PublicMultipleQuestion,
} from './question/multiple.ts';
import {
  type NumberGiven,
  type NumberQuestion,
  number,
  type PublicNumberQuestion,
  readGiven,
} from './question/number.ts';
import { type PublicSingleQuestion, type SingleGiven, type SingleQuestion, single } from './question/single.ts';
import type { QuestionKind } from './question/kind.ts';
import {
  type PublicTrueFalseQuestion,
  type TrueFalseGiven,
  type TrueFalseQuestion,
  trueFalse,
} from './question/true-false.ts';

/** One thing asked, with its key. */
export type Question = SingleQuestion | MultipleQuestion | TrueFalseQuestion | NumberQuestion;

/** What anybody may see of a question; never key, rationale or hint. */
export type PublicQuestion =
  PublicSingleQuestion | PublicMultipleQuestion | PublicTrueFalseQuestion | PublicNumberQuestion;

/** What a participant gives to a question, by its kind. */
export type Given = SingleGiven | MultipleGiven | TrueFalseGiven | NumberGiven;

/** Why a number as written cannot be taken as it stands; `readings` are the numbers it could mean. */
export type Unclear =
  | { readonly problem: 'not_a_number' }
  | { readonly problem: 'ambiguous'; readonly readings: readonly [number, number] };

export const questionKinds = ['single', 'multiple', 'true-false', 'number'] as const satisfies Question['kind'][];

/** The public part, picked field by field: the one place where a question leaves without its key. */
export function withoutKey(question: Question): PublicQuestion {
  return kindOf(question).withoutKey(question);
}

/** `given` of a record as the question's kind wants it; undefined when it has another shape or names an unknown choice. */
export function parseGiven(question: PublicQuestion, value: unknown): Given | undefined {
  return kindOf(question).parseGiven(question, value);
}

/** The values of the form field `q.<id>` as `given`; undefined when nothing usable was filled in. */
export function parseForm(question: PublicQuestion, values: readonly string[]): Given | undefined {
  const given = kindOf(question).parseForm(values);
  return given === undefined ? undefined : parseGiven(question, given);
}

/** The form values that `parseForm` reads back as the same `given`. */
export function formValues(question: PublicQuestion, given: Given): readonly string[] {
  return kindOf(question).formValues(given);
}

/**
 * What is unclear about `given`, judged without the key, so that a form may ask again before anything is graded:
 * "Maksud Anda 12,5 atau 12.500?"
 */
export function findUnclear(question: PublicQuestion, given: Given): Unclear | undefined {
  if (question.kind !== 'number') return undefined;
  const parsed = readGiven(question, given as NumberGiven);
  if ('value' in parsed) return undefined;
  return parsed.problem === 'ambiguous' ? parsed : { problem: 'not_a_number' };
}

/** Points that `given` earns, 0 to `question.points`, in hundredths; 0 when it is absent, ungradable or of another shape. */
export function earnedPoints(question: Question, given: unknown): number {
  const parsed = parseGiven(withoutKey(question), given);
  const ratio = parsed === undefined ? 0 : kindOf(question).earnedRatio(question, parsed);
  return ratio === 'ungradable' ? 0 : Math.round(ratio * question.points * 100) / 100;
}

/** Whether `given` is there but cannot be graded (a number that is none). */
export function isUngradable(question: Question, given: unknown): boolean {
  const parsed = parseGiven(withoutKey(question), given);
  return parsed !== undefined && kindOf(question).earnedRatio(question, parsed) === 'ungradable';
}

/** The right response in words, for feedback. Holds the key. */
export function describeKey(question: Question): string {
  return kindOf(question).describeKey(question);
}

const kinds = { single, multiple, 'true-false': trueFalse, number };

/** The rules of a question's kind. The table pairs each kind with its own types; TypeScript cannot follow that. */
function kindOf({ kind }: { readonly kind: Question['kind'] }): QuestionKind<Question, PublicQuestion, Given> {
  return kinds[kind] as unknown as QuestionKind<Question, PublicQuestion, Given>;
}
