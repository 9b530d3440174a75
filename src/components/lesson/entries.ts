import { getCollection, getEntry } from 'astro:content';
import type { LearningEntries } from '#domain/course/entries.ts';

interface Asked {
  readonly locals: App.Locals;
}

interface Found<Kind extends keyof LearningEntries> {
  readonly id: string;
  readonly data: LearningEntries[Kind];
}

/** An entry of the release, or of the draft that is looked at. */
export async function findEntry<Kind extends keyof LearningEntries>(
  asked: Asked,
  kind: Kind,
  id: string,
): Promise<Found<Kind> | undefined> {
  if (asked.locals.preview === undefined) return (await getEntry(kind, id)) as Found<Kind> | undefined;
  return (await listEntries(asked, kind)).find((it) => it.id === id);
}

/** All entries of a kind. */
export async function listEntries<Kind extends keyof LearningEntries>(
  { locals: { preview } }: Asked,
  kind: Kind,
): Promise<readonly Found<Kind>[]> {
  // In the order in which a release has them.
  if (preview !== undefined) return preview.entries[kind].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const released: readonly { readonly id: string; readonly data: unknown }[] = await getCollection(kind);
  return released as readonly Found<Kind>[];
}
