/** What every question has, whatever its kind. */
export interface QuestionBase {
  /** Permanent within the quiz, or within the case. */
  readonly id: string;
  /** Inline Markdown. */
  readonly prompt: string;
  readonly rationale: string;
  readonly hint?: string;
  /** Fact id. */
  readonly source?: string;
  /** Lesson id: what to read again. */
  readonly read?: string;
  /** Points of a fully right response; at least 1. */
  readonly points: number;
  /** Names of faults that the author accepts; no part of an edition. */
  readonly accept?: readonly string[];
}

/** What anybody may see of any question. */
export interface PublicQuestionBase {
  readonly id: string;
  readonly prompt: string;
  readonly points: number;
}

/** Something to be put in order or joined with another. */
export interface Item {
  readonly id: string;
  readonly text: string;
}

/** One option of a question. */
export interface Choice extends Item {
  /** Stays last when choices change places: "semua benar". */
  readonly fixed?: boolean;
  /** Practice only: what to say to somebody who picked it. */
  readonly feedback?: string;
}

/** A choice without what only the author and the grader may know. */
export type PublicChoice = Omit<Choice, 'feedback'>;

/** Why a number as written cannot be taken as it stands; `readings` are the numbers it could mean. */
export type Unclear =
  | { readonly problem: 'not_a_number' }
  | { readonly problem: 'ambiguous'; readonly readings: readonly [number, number] };

/** Puts what may change places into the order of one attempt; fixed ones stay last. */
export type Reorder = <C extends PublicChoice>(items: readonly C[]) => readonly C[];

/**
 * What the phone knows of one kind of question: Q the question with its key, P its public part, G what a participant gives.
 * All functions are total: any input yields a value, none throws.
 */
export interface QuestionKind<Q extends QuestionBase, P extends PublicQuestionBase, G> {
  /** The public part, picked field by field; two questions that differ in nothing but their key have the same one. */
  withoutKey(question: Q): P;
  /** `given` of a record as this kind's shape, or undefined when it is none (unknown choice, wrong type, too long). */
  parseGiven(question: P, value: unknown): G | undefined;
  /** The values of the form's fields `q.<id>`, in the order of the page, as `given`; undefined when nothing usable is there. */
  parseForm(question: P, values: readonly string[]): G | undefined;
  /** The form values that `parseForm` reads back as the same `given`; keeps answers when a form is shown again. */
  formValues(question: P, given: G): readonly string[];
  /** Whether something is filled in and something still open; absent where a question has but one field. */
  isPartial?(question: P, values: readonly string[]): boolean;
  /** Why `given` must be asked about again; absent where all that can be given is clear. */
  findUnclear?(question: P, given: G): Unclear | undefined;
  /** The question with its choices in the order of one attempt; absent where nothing changes places. */
  rearrange?(question: P, reorder: Reorder): P;
  /** Practice only: what to say to somebody who gave this; absent where nothing is said but right or wrong. */
  sayTo?(question: Q, given: G): string | undefined;
  /** Whether the value of the form's field at this place says what the key says; absent where only the whole is right or wrong. */
  isRightValue?(question: Q, value: string, at: number): boolean;
  /** Share (0–1) of the points that `given` earns; 0 when it cannot be read (a number that is none). */
  earnedRatio(question: Q, given: G): number;
}

/** Picks the fields that every public question has. */
export function publicBase(question: QuestionBase): PublicQuestionBase {
  return { id: question.id, prompt: question.prompt, points: question.points };
}

/** Picks the fields of a choice, so that feedback, or a mark left beside one by an author, stays behind. */
export function publicChoice({ id, text, fixed }: Choice): PublicChoice {
  return fixed ? { id, text, fixed } : { id, text };
}

export function publicItem({ id, text }: Item): Item {
  return { id, text };
}
