import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCircles, importsOf, listArrows } from '../support/import-graph.ts';

// The law itself stands in biome.json; this holds that lint knows it. [importing file, imported module, allowed?]
const law: [string, string, boolean][] = [
  ['src/domain/quiz/draw/draw.ts', '#domain/quiz/quiz.ts', true],
  ['src/domain/quiz/draw/draw.ts', './quiz.ts', true],
  ['src/domain/question/case.ts', '#domain/number.ts', true],
  ['src/domain/question/case.ts', '../number.ts', false],
  ['src/domain/quiz/draw/draw.ts', 'node:fs', false],
  ['src/domain/quiz/draw/draw.ts', 'zod', false],
  ['src/domain/quiz/draw/draw.ts', '@libsql/client', false],
  ['src/domain/quiz/draw/draw.ts', 'astro:content', false],
  ['src/domain/quiz/draw/draw.ts', '#server/accounts/auth.ts', false],
  ['src/domain/quiz/draw/draw.ts', '#messages/quiz.ts', false],
  ['src/domain/draw.ts', '../server/auth.ts', false],
  ['src/messages/quiz.ts', '#domain/number.ts', true],
  ['src/messages/quiz.ts', './refusal.ts', true],
  ['src/messages/quiz.ts', '#server/accounts/auth.ts', false],
  ['db/client.ts', '@libsql/client', true],
  ['db/client.ts', 'drizzle-orm/libsql', true],
  ['db/client.ts', 'node:fs/promises', true],
  ['db/client.ts', '#domain/learning/record.ts', true],
  ['db/client.ts', '#server/accounts/auth.ts', false],
  ['db/client.ts', '../src/pages/index.ts', false],
  ['src/server/accounts/auth.ts', 'lucia', true],
  ['src/server/accounts/auth.ts', '#db/client.ts', true],
  ['src/server/host/host.ts', '#server/release/release.ts', true],
  ['src/server/accounts/auth.ts', './secret.ts', true],
  ['src/server/accounts/auth.ts', '../uuid.ts', false],
  ['src/server/accounts/auth.ts', '#client/outbox/outbox.ts', false],
  ['src/server/accounts/auth.ts', '#components/ui/page.ts', false],
  ['src/server/auth.ts', '../pages/masuk.ts', false],
  ['src/server/accounts/auth.ts', 'astro:content', false],
  ['src/server/accounts/auth.ts', '#content/read.ts', false],
  ['src/server/accounts/auth.ts', '#release/build.ts', false],
  ['src/server/studio/writing/preview.ts', '#content/read.ts', true],
  ['src/server/studio/writing/preview.ts', '#release/build.ts', false],
  ['src/release/build.ts', '#server/release/release.ts', true],
  ['src/release/build.ts', '#server/http/security-headers.ts', true],
  ['src/release/build.ts', '#content/read.ts', true],
  ['src/release/build.ts', 'pagefind', true],
  ['src/release/build.ts', '#server/accounts/auth.ts', false],
  ['src/release/build.ts', '#db/client.ts', false],
  ['src/release/build.ts', '#client/outbox/outbox.ts', false],
  ['src/content/read.ts', 'zod', true],
  ['src/content/read.ts', '#server/accounts/auth.ts', false],
  ['src/content/read.ts', '#release/build.ts', false],
  ['src/client/outbox/outbox.ts', '#domain/learning/record.ts', true],
  ['src/client/outbox/outbox.ts', '#messages/quiz.ts', true],
  ['src/client/certificate/verify-plainly.ts', '@noble/ed25519', true],
  ['src/client/outbox/outbox.ts', 'zod', false],
  ['src/client/outbox/outbox.ts', '#server/accounts/auth.ts', false],
  ['src/client/outbox/outbox.ts', '#db/client.ts', false],
  ['src/client/outbox.ts', '../../db/client.ts', false],
  ['src/client/outbox/outbox.ts', 'node:fs', false],
  ['src/components/ui/Badge.astro', '#domain/course/course.ts', true],
  ['src/components/ui/Badge.astro', 'astro:content', true],
  ['src/components/ui/Badge.astro', '#db/client.ts', false],
  ['src/components/ui/Badge.astro', '#server/accounts/auth.ts', false],
  ['src/components/ui/Badge.astro', '#content/read.ts', false],
  ['src/layouts/Page.astro', '../server/auth.ts', false],
  ['src/pages/masuk.ts', '#server/accounts/auth.ts', true],
  ['src/pages/masuk.ts', '../pages/keluar.ts', false],
  ['src/pages/api/me.ts', '../keluar.ts', false],
  ['src/cli/start.ts', '#content/read.ts', true],
  ['src/cli/start.ts', './release.ts', false],
];

const root = resolve('.');
const folder = mkdtempSync(join(tmpdir(), 'import-law-'));
let reported: { path: string; line: number }[] = [];

beforeAll(() => {
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  const files = Map.groupBy(law, ([file]) => file);
  for (const [file, rows] of files) {
    const imports = rows.map(([, module], i) => `import { a as a${i} } from '${module}';`);
    const uses = `export const used = [${rows.map((_, i) => `a${i}`).join(', ')}];`;
    const fence = file.endsWith('.astro') ? '---' : '';
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), [fence, ...imports, uses, fence].join('\n'));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
  };
  reported = diagnostics
    .filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .map(({ location }) => ({ path: location.path, line: location.start.line }));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(law)('%s importing %s: allowed = %s', (file, module, allowed) => {
  const line = 2 + law.filter(([other]) => other === file).findIndex(([, other]) => other === module);
  expect(reported.some((it) => it.path.endsWith(file) && it.line === line)).toBe(!allowed);
});

test('no file hides behind a name that says nothing', () => {
  const names = ['src', 'db', 'tests'].flatMap((dir) => readdirSync(dir, { recursive: true, encoding: 'utf8' }));
  const empty = names.filter((name) => /^(utils?|helpers?|common|types|misc)\b/.test(basename(name)));
  expect(empty).toEqual([]);
});

/** What each layer may import besides itself; whole layers and files at the root of src are named alike. */
const below: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  messages: ['domain'],
  content: ['domain', 'messages'],
  db: ['domain'],
  server: ['domain', 'messages', 'db', 'content'],
  release: ['domain', 'messages', 'content', 'db', 'server'],
  client: ['domain', 'messages'],
  styles: [],
  components: ['domain', 'messages', 'client', 'styles'],
  layouts: ['domain', 'messages', 'client', 'styles', 'components'],
  'env.d.ts': ['domain', 'db'],
  'content.config.ts': ['domain', 'content'],
  'middleware.ts': ['domain', 'messages', 'content', 'server'],
  cli: ['domain', 'messages', 'content', 'db', 'server', 'release'],
  pages: ['domain', 'messages', 'client', 'styles', 'components', 'layouts', 'content', 'db', 'server', 'release'],
};

describe('the imports as they are', () => {
  const arrows = listArrows(['src', 'db']);
  const layerOf = (file: string) => (file.startsWith('db/') ? 'db' : (file.split('/')[1] ?? ''));

  test('are all found: of values and of types, over several lines, in scripts of pages, and late ones', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '#domain/b.ts';",
      "import {\n  c,\n} from './c.ts';",
      "<script>\n  import '#client/d.ts';\n</script>",
      "const e = await import('./e.ts');",
      "export { f } from './f.ts';",
    ].join('\n');
    expect(importsOf(text)).toEqual(['./a.ts', '#domain/b.ts', './c.ts', '#client/d.ts', './e.ts', './f.ts']);
    expect(arrows.length).toBeGreaterThan(1000);
  });

  test('never lead upward', () => {
    const upward = arrows.filter(({ from, to }) => {
      const [own, other] = [layerOf(from), layerOf(to)];
      return own !== other && !(below[own] ?? []).includes(other);
    });
    expect(upward).toEqual([]);
  });

  test('go round in no circle, neither between files nor between the rooms of a layer', () => {
    const within = arrows.filter(({ from, to }) => layerOf(from) === layerOf(to));
    expect(findCircles(within)).toEqual([]);
    // It would find them: between two files, between two rooms, and where each file by itself goes round in none.
    const pair = (from: string, to: string) => ({ from: `src/domain/${from}`, to: `src/domain/${to}` });
    expect(findCircles([pair('a.ts', 'b.ts'), pair('b.ts', 'a.ts')])).toEqual(['src/domain: a.ts → b.ts → a.ts']);
    expect(findCircles([pair('quiz/a.ts', 'learning/b.ts'), pair('learning/c.ts', 'quiz/d.ts')])).toEqual([
      'src/domain: quiz → learning → quiz',
    ]);
  });
});
