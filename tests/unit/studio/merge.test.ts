import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, compareBlocks, mergeBlocks } from '#domain/studio/merge.ts';

const lesson = '---\ntitle: Kas\nminutes: 10\n---\n\nSatu.\n\nDua.\n\nTiga.\n\nEmpat.\n\nLima.\n';
const blocks = blocksOf('a.mdx', lesson);
const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });

test('blocks are the whole text, in both kinds of file', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '-', '\n', ' ', ':'), maxLength: 60 });
  fc.assert(
    fc.property(text, (it) => {
      expect(blocksOf('a.mdx', it).join('')).toBe(it);
      expect(blocksOf('a.quiz.yaml', it).join('')).toBe(it);
    }),
  );
  expect(blocks).toContain('Dua.\n\n');
  expect(blocks).toContain('title: Kas\n');
});

test('a comparison leads from one text to the other', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const all = compareBlocks(before, after);
      expect(all.flatMap((it) => (it.kind === 'same' ? it.blocks : it.before))).toEqual(before);
      expect(all.flatMap((it) => (it.kind === 'same' ? it.blocks : it.after))).toEqual(after);
    }),
  );
});

test('changes in blocks apart come together, from either side', () => {
  const mine = blocksOf('a.mdx', lesson.replace('Satu', 'Satu lagi'));
  const theirs = blocksOf('a.mdx', lesson.replace('Empat', 'Empat lagi'));
  const both = lesson.replace('Satu', 'Satu lagi').replace('Empat', 'Empat lagi');
  expect(mergeBlocks(blocks, mine, theirs)?.join('')).toBe(both);
  expect(mergeBlocks(blocks, theirs, mine)?.join('')).toBe(both);
});

test('the same block and its neighbour are left to people', () => {
  const mine = blocksOf('a.mdx', lesson.replace('Dua', 'Dua lagi'));
  for (const [from, to] of [
    ['Dua', 'Dua saja'],
    ['Tiga', 'Tiga lagi'],
  ] as const) {
    expect(mergeBlocks(blocks, mine, blocksOf('a.mdx', lesson.replace(from, to)))).toBeUndefined();
  }
});

test('who changed nothing takes what the other wrote, and the same change counts once', () => {
  fc.assert(
    fc.property(some, some, (base, theirs) => {
      expect(mergeBlocks(base, base, theirs)).toEqual(theirs);
      expect(mergeBlocks(base, theirs, base)).toEqual(theirs);
      expect(mergeBlocks(base, theirs, theirs)).toEqual(theirs);
    }),
  );
});
