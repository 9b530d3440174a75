import { type CaseQuestion, expandCases, type PublicCaseQuestion } from './case.ts';
import { type ClozeGiven, type ClozeQuestion, cloze, type PublicClozeQuestion } from './cloze.ts';
import type { QuestionKind } from './kind.ts';
import { type MatchGiven, type MatchQuestion, match, type PublicMatchQuestion } from './match.ts';
import { type MultipleGiven, type MultipleQuestion, multiple, type PublicMultipleQuestion } from './multiple.ts';
import { type NumberGiven, type NumberQuestion, number, type PublicNumberQuestion, readGiven } from './number.ts';
import { type OrderGiven, type OrderQuestion, order, type PublicOrderQuestion } from './order.ts';
import { type PublicShortTextQuestion, type ShortTextGiven, type ShortTextQuestion, shortText } from './short-text.ts';
import { type PublicSingleQuestion, type SingleGiven, type SingleQuestion, single } from './single.ts';
import { type PublicTrueFalseQuestion, type TrueFalseGiven, type TrueFalseQuestion, trueFalse } from './true-false.ts';

/** One thing asked that takes one response, with its key. */
export type SimpleQuestion =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | NumberQuestion
  | ShortTextQuestion
  | OrderQuestion
  | MatchQuestion
  | ClozeQuestion;

/** What a quiz is made of and what is drawn: a question, or a case with several. `expandCases` makes them simple. */
export type Question = SimpleQuestion | CaseQuestion;

/** What anybody may see of a simple question; never key, rationale, hint or feedback. */
export type PublicSimpleQuestion =
  | PublicSingleQuestion
  | PublicMultipleQuestion
  | PublicTrueFalseQuestion
  | PublicNumberQuestion
  | PublicShortTextQuestion
  | PublicOrderQuestion
  | PublicMatchQuestion
  | PublicClozeQuestion;

export type PublicQuestion = PublicSimpleQuestion | PublicCaseQuestion;

/** What a participant gives to a simple question, by its kind. */
export type Given =
  SingleGiven | MultipleGiven | TrueFalseGiven | NumberGiven | ShortTextGiven | OrderGiven | MatchGiven | ClozeGiven;

/** Why a number as written cannot be taken as it stands; `readings` are the numbers it could mean. */
export type Unclear =
  | { readonly problem: 'not_a_number' }
  | { readonly problem: 'ambiguous'; readonly readings: readonly [number, number] };

export const simpleKinds = [
  'single',
  'multiple',
  'true-false',
  'number',
  'short-text',
  'order',
  'match',
  'cloze',
] as const satisfies SimpleQuestion['kind'][];

export const questionKinds = [...simpleKinds, 'case'] as const satisfies Question['kind'][];

/** The public part, picked field by field: the one place where a question leaves without its key. */
export function withoutKey(question: SimpleQuestion): PublicSimpleQuestion;
export function withoutKey(question: Question): PublicQuestion;
export function withoutKey(question: Question): PublicQuestion {
  if (question.kind !== 'case') return kindOf(question).withoutKey(question);
  const { id, story, questions } = question;
  return {
    kind: 'case',
    id,
    story,
    questions: expandCases([question]).map((sub, at) => ({ ...withoutKey(sub), id: questions[at]?.id ?? sub.id })),
  };
}

/** `given` of a record as the question's kind wants it; undefined when it has another shape or names an unknown choice. */
export function parseGiven(question: PublicSimpleQuestion, value: unknown): Given | undefined {
  return kindOf(question).parseGiven(question, value);
}

/** The values of the form fields `q.<id>` as `given`; undefined when nothing usable was filled in. */
export function parseForm(question: PublicSimpleQuestion, values: readonly string[]): Given | undefined {
  const given = kindOf(question).parseForm(question, values);
  return given === undefined ? undefined : parseGiven(question, given);
}

/** The form values that `parseForm` reads back as the same `given`. */
export function formValues(question: PublicSimpleQuestion, given: Given): readonly string[] {
  return kindOf(question).formValues(question, given);
}

/** Whether a part of an order, of pairs or of gaps is filled in and another part is not. */
export function isPartial(question: PublicSimpleQuestion, values: readonly string[]): boolean {
  return kindOf(question).isPartial?.(question, values) ?? false;
}

/**
 * What is unclear about `given`, judged without the key, so that a form may ask again before anything is graded:
 * "Maksud Anda 12,5 atau 12.500?"
 */
export function findUnclear(question: PublicSimpleQuestion, given: Given): Unclear | undefined {
  if (question.kind !== 'number') return undefined;
  const parsed = readGiven(question, given as NumberGiven);
  if ('value' in parsed) return undefined;
  return parsed.problem === 'ambiguous' ? parsed : { problem: 'not_a_number' };
}

/** Points that `given` earns, 0 to `question.points`, in hundredths; 0 when it is absent, ungradable or of another shape. */
export function earnedPoints(question: SimpleQuestion, given: unknown): number {
  const parsed = parseGiven(withoutKey(question), given);
  const ratio = parsed === undefined ? 0 : kindOf(question).earnedRatio(question, parsed);
  return ratio === 'ungradable' ? 0 : Math.round(ratio * question.points * 100) / 100;
}

/** Whether `given` is there but cannot be graded (a number that is none). */
export function isUngradable(question: SimpleQuestion, given: unknown): boolean {
  const parsed = parseGiven(withoutKey(question), given);
  return parsed !== undefined && kindOf(question).earnedRatio(question, parsed) === 'ungradable';
}

/** The right response in words, for feedback; an order and pairs have a line each. Holds the key. */
export function describeKey(question: SimpleQuestion): string {
  return kindOf(question).describeKey(question);
}

const kinds = { single, multiple, 'true-false': trueFalse, number, 'short-text': shortText, order, match, cloze };

/** The rules of a question's kind. The table pairs each kind with its own types; TypeScript cannot follow that. */
function kindOf({
  kind,
}: {
  readonly kind: SimpleQuestion['kind'];
}): QuestionKind<SimpleQuestion, PublicSimpleQuestion, Given> {
  return kinds[kind] as unknown as QuestionKind<SimpleQuestion, PublicSimpleQuestion, Given>;
}
