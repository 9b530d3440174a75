import type { Viewer } from '#domain/person/person.ts';
import { mediaFile } from '#domain/content-path.ts';
import type { FoundMedia } from '#domain/question/media.ts';
import { Refusal } from '#domain/refusal.ts';
import { isMediaPart, partOf } from '#domain/studio/draft-path.ts';
import { cleanPhoto } from '#content/media/photo/photo.ts';
import type { DataServices } from '#server/services.ts';
import { contentTypeOf } from '#server/http/content-types.ts';
import { requireDraft } from './drafts.ts';
import { listParts, readOverlay, readOverlayFiles } from './overlay.ts';
import { bytesIn, draftContent } from './sources.ts';

/** A picture as a draft has it. @throws Refusal not_found */
export async function readDraftMedia(
  { db }: DataServices,
  viewer: Viewer,
  draft: string,
  name: string,
): Promise<{ readonly bytes: Buffer; readonly type: string }> {
  const { course } = await requireDraft(db, viewer, draft);
  const path = mediaFile(course, name);
  const part = partOf(path);
  const bytes =
    part === undefined || !isMediaPart(part) ? undefined : await bytesIn(await draftContent(db, draft), path);
  if (bytes === undefined) throw new Refusal('not_found', 'media');
  return { bytes, type: contentTypeOf(name) };
}

/**
 * Finds what a release that answers now may not have yet, by its name: pictures of a draft, and those that houses published. They
 * stand in the page itself: in its sandbox a browser sends no session along.
 */
export async function findDraftMedia(
  { db }: DataServices,
  { id, course }: { readonly id: string; readonly course: string },
): Promise<(name: string) => FoundMedia | undefined> {
  const own = new Map((await listParts(db, id)).map((it) => [it.path, it]));
  const overlay = [...(await readOverlay(db)), ...own].filter(([path]) => {
    const part = partOf(path);
    return part?.course === course && isMediaPart(part);
  });
  const files = await readOverlayFiles(db, new Map(overlay));
  return (name) => {
    const bytes = files.get(mediaFile(course, name));
    return bytes == null ? undefined : inPage(name, bytes);
  };
}

function inPage(name: string, bytes: Buffer): FoundMedia {
  const photo = cleanPhoto(bytes);
  const size = 'problem' in photo ? {} : { width: photo.width, height: photo.height };
  return { src: `data:${contentTypeOf(name)};base64,${bytes.toString('base64')}`, ...size };
}
