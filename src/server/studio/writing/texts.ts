import type { Statement } from '#db/client.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Fault } from '#domain/lint/fault.ts';
import { todayOn } from '#domain/local-date.ts';
import { isOpen } from '#domain/studio/draft.ts';
import type { PeopleInPicture } from '#domain/studio/picture.ts';
import { blocksOf, mergeBlocks } from '#domain/studio/merge.ts';
import { contentOver } from '#content/files/content-source.ts';
import { checkFile } from '#content/studio/check.ts';
import { sha256 } from '#server/digest.ts';
import type { DataServices } from '#server/services.ts';
import { blobStatement, readBlobs } from '#server/studio/blobs.ts';
import type { OpenDraft } from '#server/studio/drafts.ts';
import { bytesIn, draftContent, liveContent, shippedContent, textIn } from '#server/studio/sources.ts';
import { dropWork } from './work.ts';

/** A text as it is sent: with the digest of the one that it was begun from. */
export interface SentText {
  readonly path: string;
  readonly text: string;
  readonly base: string;
  /** Whether the published text was merged into it by hand. */
  readonly rebased?: boolean;
}

export type SaveOutcome =
  /** `merged`: somebody else had saved meanwhile, and both changes are in. */
  | { readonly kind: 'saved'; readonly merged: boolean; readonly warnings: readonly Fault[] }
  | { readonly kind: 'faults'; readonly text: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'conflict'; readonly mine: string; readonly theirs: string; readonly base: string };

/** The text that a draft holds of a file, else the live one; undefined where there is neither. */
export async function readText({ db }: DataServices, draft: OpenDraft, path: string): Promise<string | undefined> {
  return textIn(await draftContent(db, draft.id), path);
}

/** Names a text, or other bytes; empty for what there is not. */
export function textDigest(text: string | Uint8Array | undefined): string {
  return text === undefined ? '' : sha256(text);
}

/**
 * Saves a text as a revision when nothing must be mended in it. What others saved meanwhile is merged where no block was
 * changed by both.
 * @throws Refusal conflict, when the draft is not open
 */
export async function saveText(
  { db }: DataServices,
  viewer: Viewer,
  draft: OpenDraft,
  sent: SentText,
): Promise<SaveOutcome> {
  if (!isOpen(draft.state)) throw new Refusal('conflict', 'draft_closed');
  const { path } = sent;
  const source = await draftContent(db, draft.id);
  const current = await textIn(source, path);
  const written = normalised(sent.text);
  const isMoved = sent.base !== textDigest(current) && current !== undefined;
  const text = isMoved ? await merge({ db }, { path, mine: written, theirs: current, base: sent.base }) : written;
  if (text === undefined) {
    return { kind: 'conflict', mine: written, theirs: current ?? '', base: textDigest(current) };
  }
  const { faults } = await checkFile(contentOver(source, new Map([[path, Buffer.from(text)]])), path, todayOn());
  if (faults.some(({ severity }) => severity === 'error')) return { kind: 'faults', text, faults };
  const { rebased = false } = sent;
  if (text !== current || rebased) await addRevision({ db }, viewer, draft, { path, text, rebased });
  else await db.write([dropWork(draft.id, path, viewer)]);
  return { kind: 'saved', merged: isMoved, warnings: faults };
}

/** What becomes of a file of a draft; `text` holds the bytes of a picture, and null where the file is taken away. */
export interface NewRevision {
  readonly path: string;
  readonly text: string | Buffer | null;
  readonly rebased?: boolean;
  /** Of a picture: whether people can be known in it, and have agreed. */
  readonly people?: PeopleInPicture;
}

/** Adds a revision to a draft, whose text is then to be read anew. @throws Refusal conflict, when somebody was faster */
export async function addRevision(
  { db }: DataServices,
  viewer: Viewer,
  draft: Pick<OpenDraft, 'id' | 'through' | 'parts'>,
  { path, text, rebased = false, people }: NewRevision,
): Promise<void> {
  const [live, shipped] = [await bytesIn(await liveContent(db), path), await bytesIn(shippedContent, path)];
  const begun = rebased ? undefined : draft.parts.find((it) => it.path === path);
  const bytes = text === null ? undefined : Buffer.from(text);
  const blobs = [bytes, live, shipped];
  const now = Date.now();
  const digests = {
    own: bytes === undefined ? null : sha256(bytes),
    base: begun === undefined ? (live === undefined ? null : sha256(live)) : begun.baseDigest,
    shipped: begun === undefined ? (shipped === undefined ? null : sha256(shipped)) : begun.shippedDigest,
  };
  const statements: Statement[] = [
    ...blobs.flatMap((blob) => (blob === undefined ? [] : [blobStatement(blob)])),
    {
      sql: `INSERT INTO revision (draft, path, digest, base_digest, shipped_digest, people, "by", at)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?
        WHERE (SELECT coalesce(max(id), 0) FROM revision WHERE draft = ?) = ? RETURNING id`,
      args: [
        ...[draft.id, path, digests.own, digests.base, digests.shipped, people ?? null, viewer.id, now],
        ...[draft.id, draft.through],
      ],
    },
    {
      sql: `INSERT INTO draft_state (draft, state, through, "by", at)
        SELECT ?, 'written', (SELECT max(id) FROM revision WHERE draft = ?), ?, ? WHERE changes() > 0`,
      args: [draft.id, draft.id, viewer.id, now],
    },
    dropWork(draft.id, path, viewer),
  ];
  const results = await db.write(statements);
  if (results[statements.length - 3]?.rows.length === 0) throw new Refusal('conflict', 'draft_changed');
}

interface Sides {
  readonly path: string;
  readonly mine: string;
  readonly theirs: string;
  /** Digest of the text that mine was begun from. */
  readonly base: string;
}

/** Both texts together; undefined where they touch the same block, or where nobody knows what they began from. */
async function merge({ db }: DataServices, { path, mine, theirs, base }: Sides): Promise<string | undefined> {
  if (mine === theirs) return mine;
  const begun = await findText({ db }, path, base);
  if (begun === undefined) return undefined;
  return mergeBlocks(blocksOf(path, begun), blocksOf(path, mine), blocksOf(path, theirs))?.join('');
}

async function findText({ db }: DataServices, path: string, digest: string): Promise<string | undefined> {
  const kept = (await readBlobs(db, [digest])).get(digest)?.toString('utf8');
  if (kept !== undefined) return kept;
  for (const source of [await liveContent(db), shippedContent]) {
    const text = await textIn(source, path);
    if (textDigest(text) === digest) return text;
  }
  return undefined;
}

/** Line ends as files have them; browsers send others. */
export function normalised(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
