import type { FaultName } from '#domain/fault/names.ts';
import type { QuestionEditor } from '#domain/question/editor/field.ts';
import type { Choice, Item, PublicChoice, PublicQuestionBase, QuestionBase } from './kind.ts';

/** Where something stands in a question. */
export type Path = readonly (string | number)[];

/** One of a question's own texts. */
export interface QuestionText {
  readonly path: Path;
  readonly text: string;
  /** Whether a picture or a sound has room there. */
  readonly holdsMedia: boolean;
}

/** Something that an author must (or, as a warning, should) mend, before it is known in which file it stands. */
export interface QuestionProblem {
  readonly path: Path;
  /** Permanent name of the fault. */
  readonly name: FaultName;
  /** Indonesian: what is wrong and what to do. */
  readonly message: string;
  readonly isWarning?: boolean;
}

/** How responses of a kind are counted: by what can be picked, or by what was typed. */
export type AnswerRows<G> =
  | { readonly options: readonly AnswerOption<G>[] }
  | {
      /** The words to show, and what all responses that mean the same have in common. */
      readonly rowOf: (given: G) => { readonly text: string; readonly meaning: string };
    };

export interface AnswerOption<G> {
  readonly text: string;
  readonly right: boolean;
  readonly isPicked: (given: G) => boolean;
}

/**
 * What authors, trainers and editions know of one kind of question, and the phone never needs. Everything here may hold the
 * key.
 */
export interface AuthoredKind<Q extends QuestionBase, P extends PublicQuestionBase, G> {
  /** The form that it is written with. */
  readonly editor: QuestionEditor;
  /** The right response in words, for feedback; several lines where it has several parts. */
  describeKey(question: Q): string;
  /** What can be responded, words aside, as plain data: ids of what can be picked, the unit of a number. */
  form(question: P): unknown;
  /** What earns points, as plain data that differs when, and only when, other responses are right. */
  keyParts(question: Q): readonly unknown[];
  /** What this kind tells besides rationale and hint, as plain data; absent where it tells nothing. */
  advice?(question: Q): unknown;
  /** Its own texts, besides prompt, rationale and hint. */
  texts?(question: Q): readonly QuestionText[];
  /** What it asks besides its prompt: "Lengkapi kalimat ini" may stand over many. */
  asks?(question: Q): readonly string[];
  /** What tells the key in words, besides rationale and hint: no page of an exam may hold it. */
  secrets?(question: Q): readonly string[];
  /** What its author must mend, ids and keys against each other; a schema has seen to the rest. */
  problems?(question: Q, quiz: { readonly mode: 'practice' | 'assessment' }): readonly QuestionProblem[];
  /** A response that earns all points: for examples, made-up records and tests. */
  rightResponse(question: Q): G;
  /** A response that can be read and earns nothing, or less than all. */
  wrongResponse(question: Q): G;
  /** How statistics list what was given; absent where they only count. */
  answers?(question: Q): AnswerRows<G>;
  /** What the phone needs to mark a practice: all words that the page shows already are empty. */
  scored(question: Q): Q;
  /** What the phone needs to read an exam's form: the public part, its words empty. */
  wordless(question: P): P;
}

/** Picks what marking needs of every question. */
export function scoredBase({ id, points }: QuestionBase): QuestionBase {
  return { id, points, prompt: '', rationale: '' };
}

/** Picks what reading a form needs of every public question. */
export function wordlessBase({ id, points }: PublicQuestionBase): PublicQuestionBase {
  return { id, points, prompt: '' };
}

/** A choice or an item without its words. */
export function wordlessItem({ id, fixed }: Item & Pick<Choice, 'fixed'>): PublicChoice {
  return fixed ? { id, text: '', fixed } : { id, text: '' };
}

/** Ids in an order that says nothing. */
export function sortedIds(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id).sort();
}
