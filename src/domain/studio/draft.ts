/** States of a draft; each is a row with who and when, and the last one counts. */
export const draftStates = [
  'written',
  'reading-asked',
  'read',
  'publish-asked',
  'published',
  'failed',
  'undo-asked',
  'undone',
  'discarded',
] as const;
export type DraftState = (typeof draftStates)[number];

/** What staff do with a draft as a whole. */
export const draftActs = ['ask-reading', 'remark', 'read', 'publish', 'undo', 'discard'] as const;
export type DraftAct = (typeof draftActs)[number];

/** From which states an act leads on; a remark may be made in all of them. */
const from: Readonly<Record<Exclude<DraftAct, 'remark' | 'publish'>, readonly DraftState[]>> = {
  'ask-reading': ['written', 'undone', 'failed'],
  read: ['written', 'reading-asked', 'failed'],
  undo: ['published'],
  discard: ['written', 'reading-asked', 'read', 'failed', 'undone'],
};

export function mayAct(act: Exclude<DraftAct, 'remark' | 'publish'>, state: DraftState): boolean {
  return from[act].includes(state);
}

/** Whether its texts may be changed: not while it is built, and not after it was published. */
export function isOpen(state: DraftState): boolean {
  return !['publish-asked', 'undo-asked', 'published', 'discarded'].includes(state);
}

/** What it takes to publish a draft. */
export interface Publishing {
  readonly state: DraftState;
  /** Ids of whoever wrote a part of it; null for somebody who was erased. */
  readonly writers: readonly (string | null)[];
  /** Whoever read what is to be published, as it stands; undefined when nobody has. */
  readonly reader: string | null | undefined;
  readonly publisher: { readonly id: string; readonly role: string };
  /** Others of the staff who could read it. */
  readonly otherStaff: number;
  /** Paths whose mistakes cost somebody money or a certificate, and the path alone tells it. */
  readonly needsSecond: boolean;
}

/**
 * Whether a draft may be published: `read` by a second person; `alone` by a coordinator whom nobody could read for;
 * else why not.
 */
export function judgePublishing(asked: Publishing): 'read' | 'alone' | 'not_read' | 'needs_second' | 'not_now' {
  const { state, writers, reader, publisher, otherStaff, needsSecond } = asked;
  if (!['written', 'reading-asked', 'read', 'failed'].includes(state)) return 'not_now';
  if (reader !== undefined && reader !== null && !writers.includes(reader)) return 'read';
  if (publisher.role !== 'coordinator' || otherStaff > 0) return 'not_read';
  return needsSecond ? 'needs_second' : 'alone';
}
