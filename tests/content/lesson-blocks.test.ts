import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBox, rewriteBox } from '#content/studio/blocks/box.ts';
import { splitBlocks } from '#content/studio/blocks/split.ts';
import { findComponentRule } from '#domain/lint/lesson/components.ts';
import { readHeading, rewriteHeading } from '#domain/studio/blocks/block-form.ts';
import { type BlockChange, changeBlocks, type LessonBlocks } from '#domain/studio/blocks/lesson-blocks.ts';

const folder = 'content/courses';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.mdx'));
const lessons = files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);

const whole = ({ head, blocks }: LessonBlocks): string => head + blocks.map(({ text, gap }) => text + gap).join('');
const texts = (mdx: string): readonly string[] => splitBlocks(mdx).blocks.map(({ text }) => text);

test('every shipped lesson and guide opens as its blocks and is saved without one byte changed', () => {
  expect(lessons.length).toBeGreaterThan(50);
  for (const [file, mdx] of lessons) {
    const split = splitBlocks(mdx);
    expect(split.isReadable, file).toBe(true);
    expect(whole(split), file).toBe(mdx);
    expect(split.blocks.length, file).toBeGreaterThan(5);
    for (const [at, { text, line }] of split.blocks.entries()) {
      expect(
        mdx
          .split('\n')
          .slice(line - 1)
          .join('\n')
          .startsWith(text),
        `${file} ${at}`,
      ).toBe(true);
      expect(changeBlocks(split, { act: 'change', at, text }), `${file} ${at}`).toBe(mdx);
    }
  }
});

test('changing, adding, moving or removing one block leaves the bytes of all others alone', () => {
  const place = fc.nat();
  const act = fc.constantFrom('change', 'insert', 'remove', 'up', 'down');
  fc.assert(
    fc.property(fc.constantFrom(...lessons), act, place, ([, mdx], name, at) => {
      const split = splitBlocks(mdx);
      const change = changeOf(name, at % split.blocks.length, split.blocks.length);
      const before = split.blocks.map(({ text }) => text);
      const after = changeBlocks(split, change);
      expect(after.startsWith(split.head)).toBe(true);
      // Lists that come to stand beside each other become one; nothing else may.
      const merged = (all: readonly string[]): string => all.join('\n\n');
      expect(merged(texts(after))).toBe(merged(expected(before, change)));
    }),
    { numRuns: 400 },
  );
});

test('what is added and then removed, or moved there and back, leaves the file as it was', () => {
  for (const [file, mdx] of lessons) {
    const split = splitBlocks(mdx);
    const last = split.blocks.length - 1;
    for (const after of [-1, 0, last]) {
      const added = changeBlocks(split, { act: 'insert', after, text: 'Kalimat baru.' });
      expect(changeBlocks(splitBlocks(added), { act: 'remove', at: after + 1 }), file).toBe(mdx);
    }
    const moved = changeBlocks(split, { act: 'down', at: 0 });
    expect(changeBlocks(splitBlocks(moved), { act: 'up', at: 1 }), file).toBe(mdx);
  }
});

test('every shipped box comes through its form byte for byte, and only what is changed in it changes', () => {
  const boxes = lessons.flatMap(([file, mdx]) =>
    splitBlocks(mdx).blocks.flatMap(({ kind, text }) =>
      findComponentRule(kind) === undefined ? [] : [{ file, text }],
    ),
  );
  expect(boxes.length).toBeGreaterThan(300);
  for (const { file, text } of boxes) {
    const box = readBox(text);
    if (box === undefined) throw new Error(`${file}: ${text}`);
    expect(rewriteBox(text, box), file).toBe(text);
    const titled =
      'title' in box.attributes ? { ...box, attributes: { ...box.attributes, title: 'Judul "lain"' } } : box;
    const other = titled.body === undefined ? titled : { ...titled, body: `${titled.body}\n\nTambahan.` };
    expect(readBox(rewriteBox(text, titled)), file).toEqual(titled);
    expect(readBox(rewriteBox(text, other)), file).toEqual(other);
    if (other.body !== undefined) expect(rewriteBox(text, other)).toContain(box.body);
  }
});

test('every shipped heading comes through its form byte for byte', () => {
  for (const [file, mdx] of lessons) {
    for (const { kind, text } of splitBlocks(mdx).blocks) {
      if (kind !== 'heading') continue;
      const heading = readHeading(text);
      expect(heading && rewriteHeading(text, heading), file).toBe(text);
    }
  }
});

describe('a lesson', () => {
  const head = '---\ntitle: Uji\n---\n';

  test.each([
    ['without prose', `${head}`, []],
    ['without frontmatter', 'Kalimat.\n', ['Kalimat.']],
    ['that cannot be read', `${head}\nSatu.\n\n<Note kind="tip">\n\nDua.\n`, ['Satu.', '<Note kind="tip">', 'Dua.']],
    [
      'with code in it',
      `${head}\nimport a from 'a';\n\n{process.exit()}\n`,
      ["import a from 'a';", '{process.exit()}'],
    ],
    ['with signs beyond the sixteen bits', `${head}\nSatu 😀😀.\n\nDua.\n`, ['Satu 😀😀.', 'Dua.']],
    ['with an indented block', `${head}\n  Satu.\n\n - a\n - b\n`, ['  Satu.', ' - a\n - b']],
    ['with blank signs on empty lines', `${head}\nSatu.\n \t\nDua.\n\n\n`, ['Satu.', 'Dua.']],
    ['with two boxes on one line', `${head}\n<Quiz id="a" /> <Quiz id="b" />\n`, ['<Quiz id="a" /> <Quiz id="b" />']],
    ['with Windows line ends', `${head}\nSatu.\r\n\r\nDua.\r\n`, ['Satu.', 'Dua.']],
    ['with a comment', `${head}\n{/* nanti */}\n\nSatu.\n`, ['{/* nanti */}', 'Satu.']],
  ])('%s comes apart and together again', (_, mdx, found) => {
    expect(texts(mdx)).toEqual(found);
    expect(whole(splitBlocks(mdx))).toBe(mdx);
  });

  test('of any signs comes together again', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab \n\t\r-*#<>/{}|`=_[]()!&"1.😀', '\n\n', '<Note kind="tip">', '</Note>'),
    });
    fc.assert(
      fc.property(signs, (body) => {
        expect(whole(splitBlocks(head + body))).toBe(head + body);
      }),
      { numRuns: 2_000 },
    );
  });

  test('gets a blank line where blocks would else run together', () => {
    const split = splitBlocks(`${head}\n## Judul\nKalimat.\n`);
    expect(changeBlocks(split, { act: 'down', at: 0 })).toBe(`${head}\nKalimat.\n\n## Judul\n`);
    expect(changeBlocks(splitBlocks(head), { act: 'insert', after: -1, text: '\nBaru.\n' })).toBe(`${head}Baru.\n`);
  });
});

function changeOf(name: 'change' | 'insert' | 'remove' | 'up' | 'down', at: number, count: number): BlockChange {
  if (name === 'change') return { act: name, at, text: 'Kalimat lain sama sekali.' };
  if (name === 'insert') return { act: name, after: at, text: 'Kalimat baru.' };
  if (name === 'remove') return { act: name, at };
  return name === 'up' ? { act: name, at: Math.max(1, at) } : { act: name, at: Math.min(at, count - 2) };
}

function expected(before: readonly string[], change: BlockChange): readonly string[] {
  if (change.act === 'insert') return before.toSpliced(change.after + 1, 0, change.text);
  if (change.act === 'change') return before.toSpliced(change.at, 1, change.text);
  if (change.act === 'remove') return before.toSpliced(change.at, 1);
  const [first, second] = change.act === 'up' ? [change.at - 1, change.at] : [change.at, change.at + 1];
  return before.toSpliced(first, 2, before[second] ?? '', before[first] ?? '');
}
