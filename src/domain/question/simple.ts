import type { QuestionKind, Reorder, Unclear } from './kind.ts';
import { cloze } from '#domain/question/kinds/cloze.ts';
import { match } from '#domain/question/kinds/match.ts';
import { multiple } from '#domain/question/kinds/multiple.ts';
import { number } from '#domain/question/kinds/number.ts';
import { order } from '#domain/question/kinds/order.ts';
import { shortText } from '#domain/question/kinds/short-text.ts';
import { single } from '#domain/question/kinds/single.ts';
import { trueFalse } from '#domain/question/kinds/true-false.ts';

/** Every kind of simple question, as the phone knows it. What the phone never needs stands in `authored.ts`. */
const kinds = { single, multiple, 'true-false': trueFalse, number, 'short-text': shortText, order, match, cloze };

export type SimpleKind = keyof typeof kinds;

export const simpleKinds = Object.keys(kinds) as readonly SimpleKind[];

/** One thing asked that takes one response, with its key. */
export type SimpleQuestion = Parameters<(typeof kinds)[SimpleKind]['withoutKey']>[0];

/** What anybody may see of a simple question; never key, rationale, hint or feedback. */
export type PublicSimpleQuestion = ReturnType<(typeof kinds)[SimpleKind]['withoutKey']>;

/** What a participant gives to a simple question, by its kind. */
export type Given = NonNullable<ReturnType<(typeof kinds)[SimpleKind]['parseGiven']>>;

/** What a participant gave to one question; `given` takes the shape of the question's kind. */
export interface Response {
  readonly question: string;
  readonly given: unknown;
}

/** The public part of a simple question, picked field by field. */
export function withoutSimpleKey(question: SimpleQuestion): PublicSimpleQuestion {
  return kindOf(question).withoutKey(question);
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
  return kindOf(question).findUnclear?.(question, given);
}

/** The question with its choices, items or right sides in another order. */
export function rearrange(question: PublicSimpleQuestion, reorder: Reorder): PublicSimpleQuestion {
  return kindOf(question).rearrange?.(question, reorder) ?? question;
}

/** Points that `given` earns, 0 to `question.points`, in hundredths; 0 when it is absent, cannot be read or has another shape. */
export function earnedPoints(question: SimpleQuestion, given: unknown): number {
  const parsed = parseGiven(withoutSimpleKey(question), given);
  const ratio = parsed === undefined ? 0 : kindOf(question).earnedRatio(question, parsed);
  return Math.round(ratio * question.points * 100) / 100;
}

/**
 * For each field of the question's form whether a value in it says what the key says; undefined where only the whole is right
 * or wrong. Holds the key.
 */
export function rightValues(question: SimpleQuestion): ((value: string, at: number) => boolean) | undefined {
  const kind = kindOf(question);
  return kind.isRightValue && ((value, at) => kind.isRightValue?.(question, value, at) ?? false);
}

/** What a practice says to somebody who gave this: the mistake that was probably made. Undefined when there is none. */
export function sayTo(question: SimpleQuestion, given: unknown): string | undefined {
  const parsed = parseGiven(withoutSimpleKey(question), given);
  return parsed === undefined ? undefined : kindOf(question).sayTo?.(question, parsed);
}

/** The rules of a question's kind. The table pairs each kind with its own types; TypeScript cannot follow that. */
function kindOf({ kind }: { readonly kind: SimpleKind }): QuestionKind<SimpleQuestion, PublicSimpleQuestion, Given> {
  return kinds[kind] as unknown as QuestionKind<SimpleQuestion, PublicSimpleQuestion, Given>;
}
