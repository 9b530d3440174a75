import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonFile } from '#domain/content-path.ts';
import type { Viewer } from '#domain/person/person.ts';
import { showBlock } from '#content/studio/blocks/show.ts';
import { splitBlocks } from '#content/studio/blocks/split.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { actOnBlocks, blockDigest, openBlocks } from '#server/studio/writing/blocks.ts';
import type { SentBlock } from '#server/studio/writing/block-form.ts';
import { readText } from '#server/studio/writing/texts.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const lesson = 'hpp-keripik';
const shipped = readFileSync(lessonFile('up-202', lesson), 'utf8');
const blocks = splitBlocks(shipped).blocks;
const story = blocks.findIndex(({ kind }) => kind === 'Story');

test('what is changed, added, moved and removed is saved, and each step can be taken back to the same bytes', async () => {
  const { act, text, tono } = await begin();
  const seen = [await text(tono)];
  const steps: readonly Partial<SentBlock>[] = [
    { act: 'change', ...of(0), values: { text: 'Kalimat **baru**.' } },
    { act: 'insert', isNew: true, kind: 'Note', at: -1, base: '', values: { 'a.kind': 'tip', text: 'Isi.' } },
    {
      act: 'down',
      at: 0,
      base: digest('<Note kind="tip">\n\nIsi.\n\n</Note>'),
      kind: 'Note',
      values: { 'a.kind': 'tip', text: 'Isi.' },
    },
    { act: 'remove', ...of(2) },
  ];
  for (const step of steps) {
    expect(await act(tono, step)).toMatchObject({ kind: 'kept' });
    seen.push(await text(tono));
  }
  expect(new Set(seen).size).toBe(steps.length + 1);
  for (const before of seen.slice(0, -1).reverse()) {
    await act(tono, { act: 'undo' });
    expect(await text(tono)).toBe(before);
  }
  await expect(act(tono, { act: 'undo' })).rejects.toMatchObject({ detail: 'nothing_to_undo' });
});

test('saving takes what stands in the open form along, and leaves every other byte', async () => {
  const { act, tono, savedText } = await begin();
  const text = blocks[0]?.text.replace('Setelah pelajaran ini', 'Sesudah pelajaran ini') ?? '';
  expect(await act(tono, { act: 'save', ...of(0), values: { text: text.replaceAll('\n', '\r\n') } })).toMatchObject({
    kind: 'saved',
  });
  expect(await savedText()).toBe(shipped.replace('Setelah pelajaran ini', 'Sesudah pelajaran ini'));
});

test('a form whose block moved is still about that block; one whose block changed is refused', async () => {
  const { act, tono, text } = await begin();
  await act(tono, { act: 'insert', isNew: true, at: -1, base: '', values: { text: 'Di atas.' } });
  await act(tono, { act: 'change', ...of(0), values: { text: 'Diganti.' } });
  expect(
    splitBlocks(await text(tono))
      .blocks.slice(0, 2)
      .map((it) => it.text),
  ).toEqual(['Di atas.', 'Diganti.']);
  await expect(act(tono, { act: 'change', ...of(0), values: { text: 'Lagi.' } })).rejects.toMatchObject({
    detail: 'block_changed',
  });
});

test.each([
  ['', 'block_empty'],
  [' \r\n ', 'block_empty'],
])('an empty block (%j) is refused in a sentence', async (written, detail) => {
  const { act, tono, text } = await begin();
  await expect(act(tono, { act: 'change', ...of(0), values: { text: written } })).rejects.toMatchObject({ detail });
  expect(await text(tono)).toBe(shipped);
});

test.each([
  '<Note kind="tip">',
  '</Note>',
  'a < b',
  '{process.exit()}',
  'import a from "b"',
  '<Note kind={1}>x</Note>',
])('text that the lesson could not be read with any more is not taken: %s', async (written) => {
  const { act, tono, text } = await begin();
  const outcome = await act(tono, { act: 'change', ...of(0), values: { text: written } });
  if (outcome.kind === 'unreadable') expect(outcome.faults[0]?.message).toBeTruthy();
  expect(outcome.kind === 'unreadable' ? await text(tono) : shipped).toBe(shipped);
  expect(splitBlocks(await text(tono)).isReadable).toBe(true);
});

test('two people who write other parts are both heard, and each takes back only what is theirs', async () => {
  const { act, text, tono, wartini, savedText } = await begin();
  await act(tono, { act: 'change', ...of(0), values: { text: 'Dari Pak Tono.' } });
  await act(wartini, { act: 'change', ...of(10), values: { text: 'Dari Bu Wartini.' } });
  expect(await text(tono)).not.toContain('Dari Bu');
  await act(tono, { act: 'save' });
  expect(await act(wartini, { act: 'save' })).toMatchObject({ kind: 'saved', merged: true });
  expect(await savedText()).toContain('Dari Pak Tono.');
  expect(await savedText()).toContain('Dari Bu Wartini.');
});

test('a box is changed by its fields: content that nobody touched keeps its bytes', async () => {
  const { act, tono, text } = await begin();
  const inner = /<Story[^>]*>\n\n([\s\S]*?)\n\n<\/Story>/.exec(shipped)?.[1] ?? '';
  const values = { 'a.title': 'Cerita "Bu" <Sari> & lain', text: inner.replaceAll('\n', '\r\n') };
  await act(tono, { act: 'change', ...of(story), kind: 'Story', values });
  const title = 'Cerita &quot;Bu&quot; &lt;Sari> &amp; lain';
  expect(await text(tono)).toBe(shipped.replace('title="Cerita Bu Wartini"', `title="${title}"`));
});

test.each([
  '<script>alert(1)</script>',
  '<img src="x" onerror="alert(1)" />',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '{alert(1)}',
  '<Note kind="tip" {...{onclick: alert}}>\n\nx\n\n</Note>',
  '<Note kind="tip" onclick="alert(1)">\n\nx\n\n</Note>',
  '<constructor />',
  '<iframe src="/saya/" />',
  'export const a = 1',
  '<Fragment set:html="<b>" />',
])('what could run or load something is shown as its text alone: %s', (written) => {
  const attacks = splitBlocks(`---\ntitle: Uji\n---\n\n${written}\n`).blocks.filter(({ text }) => text !== 'x');
  expect(attacks.length).toBeGreaterThan(0);
  for (const block of attacks) {
    expect(showBlock(block, []).prose).toBeUndefined();
    // Nor when it calls itself prose.
    expect(showBlock({ ...block, kind: 'paragraph' }, []).prose).toBeUndefined();
  }
});

function of(at: number): Pick<SentBlock, 'at' | 'base'> {
  return { at, base: digest(blocks[at]?.text ?? '') };
}

function digest(text: string): string {
  return blockDigest({ text });
}

async function begin() {
  const services = await openTestServices();
  const tono: Viewer = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const wartini: Viewer = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const asked = { id: makeUuid(), course: 'up-202', lesson, fresh: '', title: '' };
  const id = await makeDraft(services, tono, asked);
  const open = () => requireDraft(services.db, tono, id);
  return {
    tono,
    wartini,
    act: async (viewer: Viewer, sent: Partial<SentBlock>) =>
      actOnBlocks(services, viewer, await open(), lesson, {
        ...{ act: 'change', at: undefined, base: '', isNew: false, kind: 'text', values: {} },
        ...sent,
      }),
    text: async (viewer: Viewer) => (await openBlocks(services, viewer, await open(), lesson)).page.editing.text,
    savedText: async () => readText(services, await open(), lessonFile('up-202', lesson)),
  };
}
