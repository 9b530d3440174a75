import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { SingleQuestion } from '#domain/question/kinds/single.ts';
import { lookScript } from '#domain/look.ts';
import { collectInlineCode } from '#release/site/inline-code.ts';
import { openKeyGuard } from '#release/site/key-guard.ts';
import { adviseAuthor, findBudgetFaults, type SiteFiles, weighPage } from '#release/site/page-budgets.ts';

describe('inline code', () => {
  test('of styles is named by its hash', () => {
    const { styleHashes, faults } = collectInlineCode('a.html', '<style media="print">p{}</style><p>Isi</p>');
    expect(styleHashes).toEqual(['sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=']);
    expect(faults).toEqual([]);
  });

  test.each([
    ['<script>alert(1)</script>', 'inline_script'],
    ['<script type="module">alert(1)</script>', 'inline_script'],
    ['<script>alert(1)', 'inline_script'],
    [`<script>${lookScript};alert(1)</script>`, 'inline_script'],
    ['<p style="color:red">', 'inline_attribute'],
    ["<a onclick='x()'>", 'inline_attribute'],
    ['<svg><path STYLE="fill:red"/></svg>', 'inline_attribute'],
  ])('%s is refused', (html, name) => {
    expect(collectInlineCode('a.html', html).faults.join()).toMatch(new RegExp(`^${name}: a.html `));
  });

  test.each([
    `<script>${lookScript}</script>`,
    '<script type="module" src="/_astro/a.js"></script>',
    '<script type="application/json">{"a":"<p style=\\"x\\">"}</script>',
    '<script type="application/ld+json">{}</script>',
    '<p title="style=1 onclick=2">style="teks"</p>',
    '<!-- <p style="x"> -->',
    '<a data-style="x" href="/gaya/?on=1">',
  ])('%s is fine', (html) => {
    expect(collectInlineCode('a.html', html).faults).toEqual([]);
  });
});

describe('page budgets', () => {
  const texts: Record<string, string> = {
    'kursus/a/b/index.html':
      '<link rel="icon" href="/favicon.svg"><script type="module" src="/_astro/a.js"></script><link rel="stylesheet" href="/_astro/a.css">',
    '_astro/a.js': 'import{x}from"./b.js";import("./later.js");',
    '_astro/b.js': 'import"./a.js";export const x=1;',
    '_astro/a.css': 'p{}',
    '_astro/later.js': '',
  };
  const sizes: Record<string, number> = {
    'kursus/a/b/index.html': 1000,
    '_astro/a.js': 200,
    '_astro/b.js': 30,
    '_astro/a.css': 4,
    '_astro/later.js': 100_000,
  };
  const site: SiteFiles = { paths: Object.keys(texts), read: (path) => texts[path], sizeBytes: (path) => sizes[path] };

  test('weigh a page with all that it loads by itself, each file once, and nothing that comes later', () => {
    expect(weighPage('kursus/a/b/index.html', site)).toEqual({ htmlBytes: 1000, scriptBytes: 230, totalBytes: 1234 });
  });

  test('name the page, the measure and the limit that is passed', () => {
    expect(
      findBudgetFaults('kursus/a/b/index.html', { htmlBytes: 14_337, scriptBytes: 1, totalBytes: 14_338 }),
    ).toEqual(['page_budget: kursus/a/b/index.html has htmlBytes 14337, a page may have 14336']);
    expect(findBudgetFaults('index.html', { htmlBytes: 1, scriptBytes: 12_289, totalBytes: 30_721 })).toHaveLength(2);
    expect(findBudgetFaults('index.html', { htmlBytes: 14_336, scriptBytes: 12_288, totalBytes: 30_720 })).toEqual([]);
  });

  test('tell the author of a heavy page which file to shorten, in Indonesian', () => {
    const advice = (page: string, htmlBytes = 14_436) => adviseAuthor(page, { htmlBytes }).join();
    expect(advice('kursus/up-202/biaya/index.html')).toMatch(
      /^content\/courses\/up-202\/biaya\.mdx:1:1 {2}halaman-terlalu-berat: halamannya 14\.436 bita, paling banyak 14\.336\. Pendekkan/,
    );
    expect(advice('kursus/up-202/kuis/ujian-akhir/index.html')).toMatch(
      /^content\/courses\/up-202\/ujian-akhir\.quiz\.yaml:1:1 /,
    );
    expect([
      advice('kursus/up-202/biaya/index.html', 14_336),
      advice('kursus/up-202/index.html'),
      advice('index.html'),
    ]).toEqual(['', '', '']);
  });

  test('leave a page with a working sheet three kilobytes more of script, and no more in all', () => {
    const weight = { htmlBytes: 1, scriptBytes: 15_360, totalBytes: 30_720, hasSheet: true };
    expect(findBudgetFaults('kursus/a/b/index.html', weight)).toEqual([]);
    expect(findBudgetFaults('kursus/a/b/index.html', { ...weight, hasSheet: false })).toHaveLength(1);
    expect(findBudgetFaults('kursus/a/b/index.html', { ...weight, scriptBytes: 15_361 })).toHaveLength(1);
    expect(findBudgetFaults('kursus/a/b/index.html', { ...weight, totalBytes: 30_721 })).toHaveLength(1);
  });
});

describe('the key guard', () => {
  const question: SingleQuestion = {
    kind: 'single',
    id: 'gas',
    prompt: 'Gas untuk menggoreng **termasuk** biaya apa?',
    points: 1,
    choices: [
      { id: 'variabel', text: 'Biaya variabel' },
      { id: 'tetap', text: 'Biaya tetap' },
    ],
    key: 'variabel',
    rationale: 'Makin banyak *batch*, makin banyak gas yang terpakai & dibayar.',
  };
  const quiz = { course: 'up-202', title: 'Ujian', pass: 0.75, shuffle: true, questions: [question] };
  const catalogue: Catalogue = {
    houses: [],
    courses: [],
    lessons: [],
    quizzes: [{ edition: 'e', quiz: { ...quiz, id: 'ujian-akhir', mode: 'assessment' } }],
  };
  const guard = openKeyGuard(catalogue);
  const look = (path: string, text: string | Buffer) => guard(path, Buffer.from(text as string));

  test.each([
    ['a.html', '<p>Makin banyak <em>batch</em>, makin banyak gas yang terpakai &amp; dibayar.</p>'],
    ['a.js', 'const r="Makin banyak *batch*, makin banyak gas yang terpakai & dibayar."'],
    ['a.json', JSON.stringify({ x: [question.rationale] })],
    ['soal.json', JSON.stringify({ questions: [{ id: 'gas', prompt: question.prompt, key: 'variabel' }] })],
    [
      'b.html',
      `<script type="application/json">${JSON.stringify({ q: { id: 'gas', prompt: question.prompt, tolerance: 5 } })}</script>`,
    ],
  ])('finds what leaks into %s', (path, text) => {
    expect(look(path, text).join()).toMatch(/^key_leak: /);
  });

  test('finds what leaks into the search index, packed or not', () => {
    const fragment = `pagefind_dcd${JSON.stringify({ content: `Awal. ${question.rationale} Akhir.` })}`;
    expect(look('pagefind/fragment/x.pf_fragment', fragment)).toHaveLength(1);
    expect(look('pagefind/x.bin', gzipSync(fragment))).toHaveLength(1);
  });

  test('lets pass what anybody may see, and the keys of a practice', () => {
    const { key: _key, rationale: _rationale, ...shown } = question;
    expect(look('soal.json', JSON.stringify({ questions: [shown] }))).toEqual([]);
    const practice = openKeyGuard({
      ...catalogue,
      quizzes: [{ edition: 'e', quiz: { ...quiz, id: 'latihan', mode: 'practice' } }],
    });
    expect(practice('a.html', Buffer.from(JSON.stringify(question)))).toEqual([]);
  });
});
