import type { QuestionEditor } from '#domain/question/editor/field.ts';
import type { AnswerRows, AuthoredKind, QuestionProblem, QuestionText } from './authored-kind.ts';
import { authoredCloze } from '#domain/question/kinds/cloze.ts';
import { authoredMatch } from '#domain/question/kinds/match.ts';
import { authoredMultiple } from '#domain/question/kinds/multiple.ts';
import { authoredNumber } from '#domain/question/kinds/number.ts';
import { authoredOrder } from '#domain/question/kinds/order.ts';
import { authoredShortText } from '#domain/question/kinds/short-text.ts';
import { authoredSingle } from '#domain/question/kinds/single.ts';
import { authoredTrueFalse } from '#domain/question/kinds/true-false.ts';
import {
  type Given,
  type PublicSimpleQuestion,
  type SimpleKind,
  type SimpleQuestion,
  withoutSimpleKey,
} from './simple.ts';

/** Every kind of simple question, as its author knows it; the other half of the table in `simple.ts`. */
const kinds = {
  single: authoredSingle,
  multiple: authoredMultiple,
  'true-false': authoredTrueFalse,
  number: authoredNumber,
  'short-text': authoredShortText,
  order: authoredOrder,
  match: authoredMatch,
  cloze: authoredCloze,
} satisfies Readonly<Record<SimpleKind, unknown>>;

/** The form that questions of a kind are written with. */
export function editorOf(kind: SimpleKind): QuestionEditor {
  return kindOf({ kind }).editor;
}

/** The right response in words, for feedback; an order and pairs have a line each. Holds the key. */
export function describeKey(question: SimpleQuestion): string {
  return kindOf(question).describeKey(question);
}

/** What can be responded, words aside, as plain data: another form is another question. */
export function formOf(question: SimpleQuestion): unknown {
  return kindOf(question).form(withoutSimpleKey(question));
}

/** What earns points, as plain data. Holds the key. */
export function keyParts(question: SimpleQuestion): readonly unknown[] {
  return kindOf(question).keyParts(question);
}

/** What a kind tells besides rationale and hint, as plain data. */
export function adviceOf(question: SimpleQuestion): unknown {
  return kindOf(question).advice?.(question);
}

/** Every text of a question; prompt, hint and rationale first. */
export function textsOf(question: SimpleQuestion): readonly QuestionText[] {
  const { prompt, hint, rationale } = question;
  const common = Object.entries({ prompt, hint, rationale }).flatMap(([field, text]) =>
    text === undefined ? [] : [{ path: [field], text, holdsMedia: true }],
  );
  return [...common, ...(kindOf(question).texts?.(question) ?? [])];
}

/** All that is asked, in words, the prompt first; not what is offered as an answer. */
export function askedTexts(question: SimpleQuestion): readonly string[] {
  return [question.prompt, ...(kindOf(question).asks?.(question) ?? [])];
}

/** What tells the key in words: no file of an exam that a browser can fetch may hold it. Short keys are not among them. */
export function secretTexts(question: SimpleQuestion): readonly string[] {
  const { rationale, hint = '' } = question;
  return [rationale, hint, ...(kindOf(question).secrets?.(question) ?? [])];
}

/** What the author must mend in the question by itself. */
export function problemsOf(
  question: SimpleQuestion,
  quiz: { readonly mode: 'practice' | 'assessment' },
): readonly QuestionProblem[] {
  return kindOf(question).problems?.(question, quiz) ?? [];
}

/** A response that earns all points: for examples, made-up records and tests. Holds the key. */
export function rightResponse(question: SimpleQuestion): Given {
  return kindOf(question).rightResponse(question);
}

/** A response that can be read and earns nothing, or less than all. */
export function wrongResponse(question: SimpleQuestion): Given {
  return kindOf(question).wrongResponse(question);
}

/** How statistics list what was given; undefined where they only count. */
export function answersOf(question: SimpleQuestion): AnswerRows<Given> | undefined {
  return kindOf(question).answers?.(question);
}

/** What the phone needs to mark a practice; all words that the page shows already are empty. Holds the key. */
export function scored(question: SimpleQuestion): SimpleQuestion {
  return kindOf(question).scored(question);
}

/** What the phone needs to read an exam's form: the public part, its words empty. */
export function wordless(question: PublicSimpleQuestion): PublicSimpleQuestion {
  return kindOf(question).wordless(question);
}

/** The knowledge of a question's kind. The table pairs each kind with its own types; TypeScript cannot follow that. */
function kindOf({ kind }: { readonly kind: SimpleKind }): AuthoredKind<SimpleQuestion, PublicSimpleQuestion, Given> {
  return kinds[kind] as unknown as AuthoredKind<SimpleQuestion, PublicSimpleQuestion, Given>;
}
