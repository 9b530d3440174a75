import { changeKinds } from '#domain/studio/change-kind.ts';
import { type DraftAct, draftActs } from '#domain/studio/draft.ts';
import { Refusal } from '#domain/refusal.ts';
import { textField } from '#server/http/forms.ts';
import type { Acting } from './acts.ts';
import type { SentEdit } from '#server/studio/writing/editing.ts';

/** @throws Refusal invalid (act_unknown) */
export function readActing(form: FormData): Acting {
  const act = draftActs.find((it): it is DraftAct => it === textField(form, 'act'));
  if (act === undefined) throw new Refusal('invalid', 'act_unknown');
  return {
    act,
    note: textField(form, 'note'),
    alone: textField(form, 'alone') === 'ya',
    sawResults: textField(form, 'results') === 'ya',
    change: changeKinds.find((it) => it === textField(form, 'change')),
  };
}

/** Pages of a text's draft that its writer goes on to and comes back from to the same words, by the button's value. */
const waysOn: Readonly<Record<string, string>> = {
  preview: 'pratinjau',
  picture: 'gambar',
  sound: 'suara',
  sources: 'sumber',
};

/** The page that a form leads on to, once its text is kept. */
export function readWayOn(form: FormData): string | undefined {
  const act = textField(form, 'act');
  return Object.hasOwn(waysOn, act) ? waysOn[act] : undefined;
}

/** A form that says nothing else saves. */
export function readEdit(form: FormData): SentEdit {
  const asked = readWayOn(form) === undefined ? textField(form, 'act') : 'preview';
  const act = (['preview', 'drop', 'merge'] as const).find((it) => it === asked) ?? 'save';
  return { act, text: textField(form, 'text'), base: textField(form, 'base'), rebased: textField(form, 'rebased') };
}

/** The row of a draft's state that a form was made with; a form that does not say takes what it finds. */
export function readSeenState(form: FormData): number | undefined {
  const seen = textField(form, 'seen');
  return /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}
