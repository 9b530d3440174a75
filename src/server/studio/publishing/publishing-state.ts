import { Refusal } from '#domain/refusal.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';

/** How far the publishing of a draft, or its taking back, has come. */
export interface PublishingState {
  readonly state: 'waiting' | 'building' | 'published' | 'failed';
  /** The release that it went live with. */
  readonly release?: string;
  /** Why it could not, a line each. */
  readonly faults?: readonly string[];
}

interface Building extends DataServices {
  readonly publisher?: { isBuilding(): boolean } | undefined;
  /** The release that answers. */
  readonly releaseId?: string;
}

/** A release that was built is taken over within seconds; afterwards somebody went back to an older one on purpose. */
const takeOverMs = 60_000;

/** @throws Refusal not_found, when nobody asked for it yet */
export async function readPublishingState(
  { db, publisher, releaseId }: Building,
  { id, state, note }: OpenDraft,
): Promise<PublishingState> {
  if (state === 'publish-asked' || state === 'undo-asked') {
    return { state: publisher?.isBuilding() === true ? 'building' : 'waiting' };
  }
  // What could not be taken back stays published, and says why.
  if (state === 'failed' || (state === 'published' && note))
    return { state: 'failed', faults: (note ?? '').split('\n') };
  if (state !== 'published' && state !== 'undone') throw new Refusal('not_found', 'publishing');
  const { rows } = await db.client.execute({
    sql: 'SELECT release, at FROM publication WHERE draft = ? ORDER BY id DESC LIMIT 1',
    args: [id],
  });
  const release = String(rows[0]?.release);
  const isShown = releaseId === release || Date.now() - Number(rows[0]?.at) > takeOverMs;
  return { state: isShown ? 'published' : 'building', release };
}
