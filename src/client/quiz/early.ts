import type { Draft } from './draft.ts';
import type { QuizFields } from '#client/quiz/answering/fields.ts';
import { blockOf } from '#client/quiz/answering/screens.ts';

/** What was answered before the script of the form came, by question id; what the draft says is judged stays as it was. */
export function answeredEarly(
  fields: Pick<QuizFields, 'values'>,
  shown: readonly { readonly id: string }[],
  { checked = [] }: Draft,
): Draft['answers'] {
  const open = shown.filter(({ id }) => !checked.includes(blockOf(id)));
  const values = open.map(({ id }) => [id, fields.values(id)] as const);
  return Object.fromEntries(values.filter(([, given]) => given.some((value) => value !== '')));
}
