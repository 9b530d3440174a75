import { findComponentRule } from '#domain/lint/lesson/components.ts';
import { Refusal } from '#domain/refusal.ts';
import { type Box, holdsText, rewriteHeading } from '#domain/studio/blocks/block-form.ts';
import type { BlockValues } from '#domain/studio/blocks/shown-block.ts';
import { ownText } from '#domain/studio/blocks/lesson-blocks.ts';
import { rewriteBox } from '#content/studio/blocks/box.ts';
import { textField } from '#server/http/forms.ts';

const acts = ['change', 'insert', 'remove', 'up', 'down', 'undo', 'save'] as const;

/** What was sent from the page on which a lesson stands as its blocks. */
export interface SentBlock {
  readonly act: (typeof acts)[number];
  /** Place of the block, or of the one that a new block comes behind; undefined where none was open. */
  readonly at: number | undefined;
  /** Digest of that block as its form was made; empty at the top of the lesson. */
  readonly base: string;
  readonly isNew: boolean;
  /** How its form was made: a box, a heading, or `text`. */
  readonly kind: string;
  readonly values: BlockValues;
}

/** @throws Refusal invalid (act_unknown) */
export function readBlockForm(form: FormData): SentBlock {
  const act = acts.find((it) => it === textField(form, 'act'));
  if (act === undefined) throw new Refusal('invalid', 'act_unknown');
  const at = /^(?:-1|\d{1,4})$/.test(textField(form, 'at')) ? Number(textField(form, 'at')) : undefined;
  const values = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && /^(?:text|depth|a\.[a-z]+)$/.test(name) ? [[name, value] as const] : [],
  );
  return {
    act,
    at,
    base: textField(form, 'base'),
    isNew: textField(form, 'new') === 'ya',
    kind: textField(form, 'kind'),
    values: Object.fromEntries(values),
  };
}

/** The block that a form stands for; what nobody touched in it keeps its bytes. `before` is empty for a new one. */
export function writeBlock(before: string, { kind, values }: Pick<SentBlock, 'kind' | 'values'>): string {
  const text = (values.text ?? '').replaceAll('\r\n', '\n');
  if (kind === 'heading') return rewriteHeading(before, { depth: values.depth === '3' ? 3 : 2, text });
  const rule = findComponentRule(kind);
  // A text that came back as it was: browsers end its lines in their own way.
  if (rule === undefined) return ownText(text) === ownText(before) ? before : ownText(text);
  const names = Object.keys(rule.attributes);
  const attributes = names.map((name) => [name, (values[`a.${name}`] ?? '').replace(/\s+/g, ' ').trim()] as const);
  const box: Box = { name: kind, attributes: Object.fromEntries(attributes), body: holdsText(kind) ? text : undefined };
  return rewriteBox(before, box);
}
