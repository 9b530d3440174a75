import { type DraftAct, draftActs } from '#domain/studio/draft.ts';
import { Refusal } from '#domain/refusal.ts';
import { textField } from '#server/http/forms.ts';
import type { Acting } from './acts.ts';
import type { SentEdit } from '#server/studio/writing/editing.ts';

/** @throws Refusal invalid (act_unknown) */
export function readActing(form: FormData): Acting {
  const act = draftActs.find((it): it is DraftAct => it === textField(form, 'act'));
  if (act === undefined) throw new Refusal('invalid', 'act_unknown');
  return { act, note: textField(form, 'note'), alone: textField(form, 'alone') === 'ya' };
}

/** A form that says nothing else saves. */
export function readEdit(form: FormData): SentEdit {
  const asked = textField(form, 'act');
  // Whoever goes on to pictures or sound comes back to the same words.
  const act = ['picture', 'sound'].includes(asked)
    ? 'preview'
    : ((['preview', 'drop', 'merge'] as const).find((it) => it === asked) ?? 'save');
  return { act, text: textField(form, 'text'), base: textField(form, 'base'), rebased: textField(form, 'rebased') };
}

/** The row of a draft's state that a form was made with; a form that does not say takes what it finds. */
export function readSeenState(form: FormData): number | undefined {
  const seen = textField(form, 'seen');
  return /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}
