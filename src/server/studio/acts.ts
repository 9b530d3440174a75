import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { type ChangeKind, proposeChange } from '#domain/studio/change-kind.ts';
import { type DraftAct, type DraftState, judgePublishing, mayAct } from '#domain/studio/draft.ts';
import { needsSecondReader } from '#domain/studio/draft-path.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { countOtherStaff, type OpenDraft } from './drafts.ts';
import { bytesIn, draftContent, liveContent, textIn } from './sources.ts';
import { planDraftRegrades } from '#server/studio/publishing/regrades.ts';
import { compareDraft } from '#server/studio/writing/differences.ts';
import { textDigest } from '#server/studio/writing/texts.ts';

/** What somebody does with a draft; `alone` says that they know nobody else has read it. */
export interface Acting {
  readonly act: DraftAct;
  readonly note: string;
  readonly alone: boolean;
  /** They have seen which results a corrected key changes. */
  readonly sawResults?: boolean;
  /** What the publisher says of the change; what its text looks like when they do not say. */
  readonly change?: ChangeKind | undefined;
}

const noteLength = 2000;

/**
 * Does something with a draft as a whole: adds a remark, or a state. What is to be published or taken back is then waiting
 * for the builder.
 * @throws Refusal invalid (note_empty, note_too_long), conflict (not_now, not_read, needs_second, say_alone, own_text, moved, see_results,
 * draft_changed)
 */
export async function actOn(services: CourseServices, viewer: Viewer, draft: OpenDraft, acting: Acting): Promise<void> {
  const { act } = acting;
  const note = acting.note.trim();
  if (note.length > noteLength) throw new Refusal('invalid', 'note_too_long');
  if (act === 'remark') return addRemark(services, viewer, draft, note);
  if (act === 'publish') {
    await requirePublishable(services, viewer, draft, acting);
  } else if (!mayAct(act, draft.state) || draft.through === 0) {
    throw new Refusal('conflict', 'not_now');
  } else if (act === 'read' && draft.writers.includes(viewer.id)) {
    throw new Refusal('conflict', 'own_text');
  }
  const change = act === 'publish' ? (acting.change ?? (await proposedChange(services, draft))) : undefined;
  await addState(services, viewer, draft, { state: next[act], note, change });
}

const next: Readonly<Record<Exclude<DraftAct, 'remark'>, DraftState>> = {
  'ask-reading': 'reading-asked',
  read: 'read',
  publish: 'publish-asked',
  undo: 'undo-asked',
  discard: 'discarded',
};

/** Whether the viewer may publish a draft now, and how. */
export async function judgeDraft(services: DataServices, viewer: Viewer, draft: OpenDraft) {
  return judgePublishing({
    state: draft.state,
    writers: draft.writers,
    reader: draft.reader,
    publisher: viewer,
    otherStaff: await countOtherStaff(services.db, viewer),
    needsSecond: hasList(draft) || (await listExams(services, draft)).length > 0,
  });
}

/** What the change of a draft looks like; whoever publishes it has the last word. */
export async function proposedChange(services: DataServices, draft: OpenDraft): Promise<ChangeKind> {
  return proposeChange(await compareDraft(services, draft));
}

/** The files of a draft that were changed in what is published since the draft took them up. */
export async function listMoved({ db }: DataServices, draft: OpenDraft): Promise<readonly string[]> {
  const live = await liveContent(db);
  const moved = await Promise.all(
    draft.parts.map(async ({ path, baseDigest }) => {
      return textDigest(await bytesIn(live, path)) === (baseDigest ?? '') ? [] : [path];
    }),
  );
  return moved.flat();
}

async function requirePublishable(
  services: CourseServices,
  viewer: Viewer,
  draft: OpenDraft,
  { alone, sawResults }: Acting,
): Promise<void> {
  const verdict = draft.through === 0 ? 'not_now' : await judgeDraft(services, viewer, draft);
  if (verdict === 'alone' && !alone) throw new Refusal('conflict', 'say_alone');
  if (verdict !== 'read' && verdict !== 'alone') throw new Refusal('conflict', verdict);
  if ((await listMoved(services, draft)).length > 0) throw new Refusal('conflict', 'moved');
  if (sawResults !== true && (await planDraftRegrades(services, draft)).length > 0) {
    throw new Refusal('conflict', 'see_results');
  }
}

/** What a term means, or whom the search tells to call, is read by two wherever there are two. */
function hasList({ parts }: OpenDraft): boolean {
  return parts.some(({ part }) => part.kind === 'list');
}

/** Quizzes of a draft that are an assessment, as they are published or as they are to be. */
async function listExams({ db }: DataServices, { id, parts }: OpenDraft): Promise<readonly string[]> {
  const quizzes = parts.filter(({ part }) => part.kind === 'quiz').map(({ path }) => path);
  if (quizzes.length === 0) return [];
  const sources = [await liveContent(db), await draftContent(db, id)];
  const texts = await Promise.all(
    quizzes.flatMap((path) => sources.map(async (source) => ({ path, text: await textIn(source, path) }))),
  );
  return texts.flatMap(({ path, text }) => (needsSecondReader(text ?? '') ? [path] : []));
}

async function addRemark({ db }: DataServices, viewer: Viewer, { id }: OpenDraft, text: string): Promise<void> {
  if (text === '') throw new Refusal('invalid', 'note_empty');
  await db.write([
    { sql: 'INSERT INTO remark (draft, text, "by", at) VALUES (?, ?, ?, ?)', args: [id, text, viewer.id, Date.now()] },
  ]);
}

/** @throws Refusal conflict, when somebody else was faster */
async function addState(
  { db }: DataServices,
  viewer: Viewer,
  { id, stateId, through }: OpenDraft,
  {
    state,
    note,
    change,
  }: { readonly state: DraftState; readonly note: string; readonly change: ChangeKind | undefined },
): Promise<void> {
  const [result] = await db.write([
    {
      sql: `INSERT INTO draft_state (draft, state, through, note, change, "by", at) SELECT ?, ?, ?, ?, ?, ?, ?
        WHERE (SELECT max(id) FROM draft_state WHERE draft = ?) = ? RETURNING id`,
      args: [id, state, through, note === '' ? null : note, change ?? null, viewer.id, Date.now(), id, stateId],
    },
  ]);
  if (result?.rows.length === 0) throw new Refusal('conflict', 'draft_changed');
}
