import { findComponentRule, type LessonComponent } from '#domain/lint/lesson/components.ts';
import { beginnings, isAddable, readHeading } from '#domain/studio/blocks/block-form.ts';
import type { BlockKind, LessonBlock } from '#domain/studio/blocks/lesson-blocks.ts';
import { readBox } from '#content/studio/blocks/box.ts';
import { formName, type OpenForm } from '#domain/studio/blocks/shown-block.ts';
import type { SentBlock } from './block-form.ts';
import { blockDigest } from './blocks.ts';

/** What the address of the page asks to be opened. */
export interface Asked {
  readonly at: number;
  /** Of a new block. */
  readonly kind: string | undefined;
}

/** `?bagian=3`, or `?tambah=Note&sesudah=3`; undefined where nothing is to be opened. */
export function findAsked(query: URLSearchParams, blocks: readonly LessonBlock[]): Asked | undefined {
  const kind = query.get('tambah') ?? undefined;
  const place = query.get(kind === undefined ? 'bagian' : 'sesudah') ?? '';
  if (!/^(?:-1|\d{1,4})$/.test(place)) return undefined;
  const at = Number(place);
  const isThere = at < blocks.length && at >= (kind === undefined ? 0 : -1);
  return isThere && (kind === undefined || isAddable(kind)) ? { at, kind } : undefined;
}

/** The form of a block as it stands in the lesson, or of a new one. */
export function openForm(blocks: readonly LessonBlock[], { at, kind }: Asked): OpenForm {
  const block = blocks[at];
  const base = block === undefined ? '' : blockDigest(block);
  if (kind !== undefined && isAddable(kind)) {
    const values = { text: beginnings[kind] ?? '', ...(kind === 'Note' && { 'a.kind': 'tip' }) };
    return { kind, manner: mannerOf(kind), at, base, isNew: true, values };
  }
  return { at, base, isNew: false, ...contentOf(block) };
}

/** The form as it was sent, where it was not taken; undefined where its block is no longer there. */
export function reopenForm(blocks: readonly LessonBlock[], sent: SentBlock): OpenForm | undefined {
  const { at, base, isNew, kind: manner, values } = sent;
  if (at === undefined) return undefined;
  const block = blocks[at];
  if ((block === undefined ? '' : blockDigest(block)) !== base) return undefined;
  const isBox = findComponentRule(manner) !== undefined;
  const ofText = isNew ? 'paragraph' : (block?.kind ?? 'paragraph');
  const kind = isBox ? (manner as LessonComponent) : manner === 'heading' ? 'heading' : ofText;
  return { kind, manner: isBox || manner === 'heading' ? manner : 'text', at, base, isNew, values };
}

/** Where to go after a form was taken: what is moved stays open, so that it can be moved on. */
export function whereAfter(sent: SentBlock, at: number | undefined): string {
  if (at === undefined) return '';
  const used = encodeURIComponent(formName({ ...sent, manner: sent.kind }));
  const open = sent.act === 'up' || sent.act === 'down' ? `bagian=${at}` : `terakhir=${at}`;
  return `?${open}&dipakai=${used}#bagian-${at}`;
}

function mannerOf(kind: BlockKind): string {
  return kind === 'heading' || findComponentRule(kind) !== undefined ? kind : 'text';
}

/** What a box or heading cannot be taken apart into is edited as its text. */
function contentOf(block: LessonBlock | undefined): Pick<OpenForm, 'kind' | 'manner' | 'values'> {
  const { kind = 'other', text = '' } = block ?? {};
  const heading = kind === 'heading' ? readHeading(text) : undefined;
  if (heading !== undefined) {
    return { kind, manner: 'heading', values: { text: heading.text, depth: String(heading.depth) } };
  }
  const box = findComponentRule(kind) === undefined ? undefined : readBox(text);
  if (box === undefined) return { kind, manner: 'text', values: { text } };
  const attributes = Object.entries(box.attributes).map(([name, value]) => [`a.${name}`, value]);
  return { kind, manner: box.name, values: { ...Object.fromEntries(attributes), text: box.body ?? '' } };
}
