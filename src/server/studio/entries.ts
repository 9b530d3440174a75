import type { Viewer } from '#domain/person/person.ts';
import { closeForm } from '#domain/question/editor/close.ts';
import type { FormValues, PlainField } from '#domain/question/editor/field.ts';
import { openForm } from '#domain/question/editor/open.ts';
import type { EditedText } from '#domain/studio/edited-text.ts';
import { Refusal } from '#domain/refusal.ts';
import { pathOf } from '#domain/studio/draft-path.ts';
import { entryFields, type EntryList, entryTitle, findNamesake, type ListEntry } from '#domain/studio/entry-list.ts';
import { slugOf } from '#content/exchange/slug.ts';
import { readShapes } from '#content/read.ts';
import { type EntryFault, placeEntryFaults, readEntries, writeEntry } from '#content/studio/list-entries.ts';
import { sha256 } from '#server/digest.ts';
import type { DataServices } from '#server/services.ts';
import { entryMessages as say } from '#messages/entry.ts';
import type { OpenDraft } from './drafts.ts';
import { draftContent } from './sources.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';

/** A list of a draft as its pages show it. */
export interface ListEditing {
  readonly list: EntryList;
  readonly editing: EditedText;
  readonly entries: readonly ListEntry[];
  readonly fields: readonly PlainField[];
  readonly faults: readonly EntryFault[];
}

/** One entry in its form; without an id the one that is to be added. */
export interface EntryEditing {
  readonly id: string;
  readonly title: string;
  readonly values: FormValues;
  /** Names the entry as it was when the form was made; empty for one that is not there yet. */
  readonly seen: string;
  readonly faults: readonly EntryFault[];
}

export type EntryOutcome =
  /** `isWhole`: the list is a revision of the draft now; else something in it must be mended first. */
  | { readonly kind: 'kept'; readonly id: string; readonly isWhole: boolean }
  /** By the name of the control. */
  | { readonly kind: 'problems'; readonly problems: ReadonlyMap<string, string> }
  | { readonly kind: 'changed' };

/** @throws Refusal not_found, conflict (list_unreadable) */
export async function openList(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  list: EntryList,
): Promise<ListEditing> {
  const editing = await openEditing(services, viewer, draft, pathOf({ kind: 'list', course: '', id: list }));
  const entries = readEntries(editing.text, list);
  if (entries === undefined) throw new Refusal('conflict', 'list_unreadable');
  const { content } = await readShapes(await draftContent(services.db, draft.id));
  const contacts = (content.contacts?.value ?? []).flatMap(({ id, name, phone, whatsapp }) =>
    phone === undefined && whatsapp === undefined ? [] : { value: id, label: name },
  );
  const faults = placeEntryFaults(editing.text, list, editing.faults);
  return { list, editing, entries, fields: entryFields(list, contacts), faults };
}

/** @throws Refusal not_found, when there is no such entry */
export function openEntry({ list, entries, fields, faults }: ListEditing, id: string): EntryEditing {
  if (id === '') return { id, title: '', values: openForm(fields, {}), seen: '', faults: [] };
  const entry = entries.find((it) => it.id === id);
  if (entry === undefined) throw new Refusal('not_found', 'entry');
  return {
    ...{ id, title: String(entry.fields[entryTitle[list]] ?? id), values: openForm(fields, entry.fields) },
    ...{ seen: digestOf(entry), faults: faults.filter((it) => it.id === id) },
  };
}

/** Writes an entry into its list, as far as it can be written. @throws Refusal not_found, conflict (draft_closed, list_unreadable) */
export async function saveEntry(
  services: DataServices,
  viewer: Viewer,
  { draft, list }: { readonly draft: OpenDraft; readonly list: EntryList },
  sent: { readonly id: string; readonly values: FormValues; readonly seen: string },
): Promise<EntryOutcome> {
  const opened = await openList(services, viewer, draft, list);
  if (openEntry(opened, sent.id).seen !== sent.seen) return { kind: 'changed' };
  const { fields, problems } = closeForm(opened.fields, sent.values, (text, taken) => slugOf(text, taken, 'isian'));
  const title = entryTitle[list];
  const taken = new Set(opened.entries.map((it) => it.id));
  const id = sent.id === '' ? slugOf(String(fields[title] ?? ''), taken, 'isian') : sent.id;
  const namesake = findNamesake(list, opened.entries, { id: sent.id, fields });
  const told = new Map(problems);
  if (namesake !== undefined && !told.has(title)) {
    told.set(title, say.isThere(String(namesake.fields[title]), String(namesake.fields.meaning ?? '')));
  }
  if (told.size > 0) return { kind: 'problems', problems: told };
  const text = writeEntry(opened.editing.text, list, { id, fields });
  if (text === undefined) throw new Refusal('conflict', 'list_unreadable');
  const path = pathOf({ kind: 'list', course: '', id: list });
  const { base } = opened.editing;
  const outcome = await edit(services, viewer, draft, path, { act: 'save', text, base, rebased: '' });
  if (outcome.kind === 'conflict') return { kind: 'changed' };
  return { kind: 'kept', id, isWhole: outcome.kind === 'saved' };
}

function digestOf({ fields }: ListEntry): string {
  return sha256(JSON.stringify(fields)).slice(0, 16);
}
