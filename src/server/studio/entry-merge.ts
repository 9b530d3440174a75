import { canonicalJson } from '#domain/canonical-json.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { pathOf } from '#domain/studio/draft-path.ts';
import { type EntryList, entryTitle, type ListEntry } from '#domain/studio/entry-list.ts';
import { readEntries, writeEntry } from '#content/studio/list-entries.ts';
import type { DataServices } from '#server/services.ts';
import { readBlobs } from './blobs.ts';
import type { OpenDraft } from './drafts.ts';
import { draftContent, liveContent, textIn } from './sources.ts';
import { addRevision } from '#server/studio/writing/texts.ts';

/** Whose entry stays where the draft and what is published both changed one. */
export type Preferred = 'mine' | 'theirs';

/**
 * Takes what a draft changed in a list over into the list as it is published now, entry by entry. Answers the names of those
 * that both changed, while nobody has said whose stays; then nothing was written.
 * @throws Refusal conflict (draft_closed, not_now, list_unreadable, draft_changed)
 */
export async function mergeList(
  { db }: DataServices,
  viewer: Viewer,
  { draft, list }: { readonly draft: OpenDraft; readonly list: EntryList },
  preferred: Preferred | undefined,
): Promise<readonly string[]> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const path = pathOf({ kind: 'list', course: '', id: list });
  const begun = draft.parts.find((it) => it.path === path)?.baseDigest;
  if (begun === undefined || begun === null) throw new Refusal('conflict', 'not_now');
  const live = (await textIn(await liveContent(db), path)) ?? '';
  const base = (await readBlobs(db, [begun])).get(begun)?.toString('utf8') ?? '';
  const [before, mine, theirs] = [base, (await textIn(await draftContent(db, draft.id), path)) ?? '', live].map((it) =>
    byId(readEntries(it, list)),
  ) as [Entries, Entries, Entries];
  const changed = [...mine.values()].filter((it) => !isSame(it, before.get(it.id)));
  const both = changed.filter((it) => !isSame(theirs.get(it.id), before.get(it.id)) && !isSame(theirs.get(it.id), it));
  if (both.length > 0 && preferred === undefined)
    return both.map(({ id, fields }) => String(fields[entryTitle[list]] ?? id));
  let text = live;
  for (const entry of changed) {
    if (preferred === 'theirs' && both.includes(entry)) continue;
    const gone = Object.keys(theirs.get(entry.id)?.fields ?? {}).map((name) => [name, undefined]);
    const written = writeEntry(text, list, { ...entry, fields: { ...Object.fromEntries(gone), ...entry.fields } });
    if (written === undefined) throw new Refusal('conflict', 'list_unreadable');
    text = written;
  }
  await addRevision({ db }, viewer, draft, { path, text, rebased: true });
  return [];
}

type Entries = ReadonlyMap<string, ListEntry>;

function byId(entries: readonly ListEntry[] | undefined): Entries {
  if (entries === undefined) throw new Refusal('conflict', 'list_unreadable');
  return new Map(entries.map((it) => [it.id, it]));
}

function isSame(one: ListEntry | undefined, other: ListEntry | undefined): boolean {
  return canonicalJson(one?.fields ?? null) === canonicalJson(other?.fields ?? null);
}
