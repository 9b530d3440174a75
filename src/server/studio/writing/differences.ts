import { blocksOf, compareBlocks, type Difference } from '#domain/studio/merge.ts';
import { isMediaPart } from '#domain/studio/draft-path.ts';
import type { PeopleInPicture } from '#domain/studio/picture.ts';
import type { DataServices } from '#server/services.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { draftContent, liveContent, textIn } from '#server/studio/sources.ts';

/** What a draft changes in one file. */
export interface FileDifference {
  readonly path: string;
  /** Whether there was no such file, or will be none. */
  readonly isNew: boolean;
  readonly isRemoved: boolean;
  /** Of a picture none. */
  readonly differences: readonly Difference[];
  readonly people?: PeopleInPicture | undefined;
}

/** What publishing a draft would change, file by file; of one that is published what it changed cannot be told by this. */
export async function compareDraft({ db }: DataServices, draft: OpenDraft): Promise<readonly FileDifference[]> {
  const [live, own] = [await liveContent(db), await draftContent(db, draft.id)];
  return Promise.all(
    draft.parts.map(async ({ path, part, people }) => {
      const [before, after] = [await textIn(live, path), await textIn(own, path)];
      return isMediaPart(part)
        ? { ...compareTexts(path, before && '', after && ''), people }
        : compareTexts(path, before, after);
    }),
  );
}

export function compareTexts(path: string, before: string | undefined, after: string | undefined): FileDifference {
  const differences = compareBlocks(blocksOf(path, before ?? ''), blocksOf(path, after ?? ''));
  return { path, isNew: before === undefined, isRemoved: after === undefined, differences };
}
