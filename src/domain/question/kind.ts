/** What every question has, whatever its kind. */
export interface QuestionBase {
  /** Permanent within the quiz. */
  readonly id: string;
  /** Inline Markdown. */
  readonly prompt: string;
  readonly rationale: string;
  readonly hint?: string;
  /** Fact id. */
  readonly source?: string;
  /** Points of a fully right response; at least 1. */
  readonly points: number;
}

/** What anybody may see of any question. */
export interface PublicQuestionBase {
  readonly id: string;
  readonly prompt: string;
  readonly points: number;
}

/** One option of a question. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

/**
 * The rules of one kind of question: Q the question with its key, P its public part, G what a participant gives.
 * All functions are total: any input yields a value, none throws.
 */
export interface QuestionKind<Q extends QuestionBase, P extends PublicQuestionBase, G> {
  /** The public part, picked field by field. */
  withoutKey(question: Q): P;
  /** `given` of a record as this kind's shape, or undefined when it is none (unknown choice, wrong type, too long). */
  parseGiven(question: P, value: unknown): G | undefined;
  /** The values of a form's field `q.<id>` as `given`; undefined when nothing was filled in. */
  parseForm(values: readonly string[]): G | undefined;
  /** The form values that `parseForm` reads back as the same `given`; keeps answers when a form is shown again. */
  formValues(given: G): readonly string[];
  /** Share (0–1) of the points that `given` earns, or `ungradable` when it cannot be read (a number that is none). */
  earnedRatio(question: Q, given: G): number | 'ungradable';
  /** The right response in words, for feedback. */
  describeKey(question: Q): string;
}

/** Picks the fields that every public question has. */
export function publicBase(question: QuestionBase): PublicQuestionBase {
  return { id: question.id, prompt: question.prompt, points: question.points };
}
