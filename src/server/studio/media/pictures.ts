import { courseFolder, lessonFile, mediaFile, splitCoursePath } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { isOpen } from '#domain/studio/draft.ts';
import { mediaLimits, type PeopleInPicture } from '#domain/studio/picture.ts';
import { slugOf } from '#content/exchange/slug.ts';
import { cleanPhoto, type PhotoProblem } from '#content/media/photo/photo.ts';
import { placeFigure } from '#content/studio/place-figure.ts';
import type { DataServices } from '#server/services.ts';
import { edit, openEditing } from '#server/studio/writing/editing.ts';
import { addRevision } from '#server/studio/writing/texts.ts';
import { type OpenDraft, requireDraft } from '#server/studio/drafts.ts';
import { draftContent } from '#server/studio/sources.ts';

/** A photo as its form sends it. */
export interface SentPicture {
  readonly bytes: Buffer;
  readonly alt: string;
  /** Empty for none. */
  readonly caption: string;
  /** Undefined where nothing was said, or somebody was not asked. */
  readonly people: PeopleInPicture | undefined;
  /** After which section it is to stand, from 0; −1 for the beginning. */
  readonly section: number;
}

export const pictureTextLimits = { alt: 250, caption: 160 } as const;

/**
 * Adds a photo to a draft, cleaned of all that is not seen in it, and shows it in a lesson. `mend`: it is in the draft, but the
 * lesson must be mended before it is saved with it; nothing is lost.
 * @throws Refusal not_found, conflict (draft_closed, draft_changed), invalid (alt_empty, alt_too_long, caption_too_long,
 * people_unasked, draft_full, house_full, and every `PhotoProblem`)
 */
export async function addPicture(
  services: DataServices,
  viewer: Viewer,
  { draft, lesson }: { readonly draft: OpenDraft; readonly lesson: string },
  sent: SentPicture,
): Promise<'placed' | 'mend'> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const alt = sent.alt.trim();
  if (alt === '') throw new Refusal('invalid', 'alt_empty');
  if ([...alt].length > pictureTextLimits.alt) throw new Refusal('invalid', 'alt_too_long');
  if ([...sent.caption].length > pictureTextLimits.caption) throw new Refusal('invalid', 'caption_too_long');
  if (sent.people === undefined) throw new Refusal('invalid', 'people_unasked');
  const photo = cleanPhoto(sent.bytes);
  if ('problem' in photo) throw new Refusal('invalid', photo.problem satisfies PhotoProblem);
  await requireRoom(services, draft.id, photo.bytes.length);
  const path = lessonFile(draft.course, lesson);
  await openEditing(services, viewer, draft, path);
  const file = `${slugOf(alt, await listTaken(services, draft), 'foto')}.${photo.ending}`;
  const picture = { path: mediaFile(draft.course, file), text: photo.bytes, people: sent.people };
  await addRevision(services, viewer, draft, picture);
  const now = await requireDraft(services.db, viewer, draft.id);
  const { text, base } = await openEditing(services, viewer, now, path);
  const shown = placeFigure(text, sent.section, { file, alt, caption: sent.caption.trim() });
  const outcome = await edit(services, viewer, now, path, { act: 'save', text: shown, base, rebased: '' });
  return outcome.kind === 'saved' ? 'placed' : 'mend';
}

/** Takes a picture out of a draft; what is published stays as it is. @throws Refusal not_found, conflict (draft_closed) */
export async function dropPicture(
  services: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  file: string,
): Promise<void> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const own = draft.parts.find(({ part, digest }) => part.kind === 'picture' && part.id === file && digest !== null);
  if (own === undefined) throw new Refusal('not_found', 'picture');
  await addRevision(services, viewer, draft, { path: own.path, text: null });
}

/** Names without ending that a course has, or once had: a name never stands for another picture. */
async function listTaken({ db }: DataServices, { id, course }: OpenDraft): Promise<ReadonlySet<string>> {
  const folder = courseFolder(course);
  const { rows } = await db.client.execute({
    sql: 'SELECT DISTINCT path FROM revision WHERE path >= ? AND path < ?',
    args: [folder, `${folder.slice(0, -1)}0`],
  });
  const { paths } = await (await draftContent(db, id)).list();
  const all = [...paths, ...rows.map(({ path }) => String(path))].flatMap((path) => {
    const found = splitCoursePath(path);
    return found?.course === course ? found.name : [];
  });
  return new Set(all.map((name) => name.replace(/\..*$/, '')));
}

/** Pictures stay for ever, and into every backup. @throws Refusal invalid (draft_full, house_full) */
export async function requireRoom({ db }: DataServices, draft: string, bytes: number): Promise<void> {
  const { rows } = await db.client.execute({
    sql: `SELECT sum(size) AS house, sum(size) FILTER (WHERE draft = ?) AS draft FROM (
        SELECT DISTINCT r.draft, b.digest, length(b.bytes) AS size FROM draft AS d
        JOIN revision AS r ON r.draft = d.id JOIN content_blob AS b ON b.digest = r.digest
        WHERE d.house = (SELECT house FROM draft WHERE id = ?)
      )`,
    args: [draft, draft],
  });
  const used = { draft: Number(rows[0]?.draft ?? 0), house: Number(rows[0]?.house ?? 0) };
  if (used.draft + bytes > mediaLimits.draftBytes) throw new Refusal('invalid', 'draft_full');
  if (used.house + bytes > mediaLimits.houseBytes) throw new Refusal('invalid', 'house_full');
}
