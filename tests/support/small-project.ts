import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Catalogue } from '#domain/course/catalogue.ts';

/** A whole project in a folder of its own: our server code, but only a few pages, so that it is built in seconds. */
export interface SmallProject {
  readonly root: string;
  readonly dataFolder: string;
  write(path: string, text: string): void;
  remove(): void;
}

/** What a release of a small project knows of content: nothing. */
export const emptyCatalogue: Catalogue = { houses: [], courses: [], lessons: [], quizzes: [] };

const pages: Record<string, string> = {
  'src/pages/index.astro': page('Depan', '<p>Isi pertama.</p>'),
  'src/pages/404.astro': page('Tidak ada', '<p>Halaman itu tidak ada.</p>'),
  'src/pages/kursus/index.astro': page('Kursus', `<p>${'Pelajaran tentang harga pokok. '.repeat(60)}</p>`),
  'src/pages/cari/index.astro': page('Cari', '<p>Cari</p>'),
  'src/pages/saya/index.astro': `---
export const prerender = false;
const { requestId, clientAddress, secure } = Astro.locals;
const seen = JSON.stringify({ requestId, clientAddress, secure, url: Astro.url.href, forwarded: [...Astro.request.headers.keys()] });
---
<html lang="id"><body><p id="seen">{seen}</p><p>{'kata '.repeat(400)}</p></body></html>`,
  'src/pages/rusak/index.astro': `---
export const prerender = false;
throw new Error('rahasia dapur');
---
<p>tidak pernah terlihat</p>`,
  'src/pages/rusak-tengah/index.astro': `---
export const prerender = false;
const parts = ['satu', 'dua'];
---
<html lang="id"><body>{parts.map((part) => { if (part === 'dua') throw new Error('rahasia dapur'); return <p>{part}</p>; })}</body></html>`,
  'src/pages/tanpa/index.ts': `export const prerender = false;
export const GET = () => new Response(null, { status: 404 });`,
  'src/pages/lambat/index.ts': `export const prerender = false;
export async function GET({ url }) {
  await new Promise((resolve) => setTimeout(resolve, Number(url.searchParams.get('ms'))));
  return new Response('selesai');
}`,
  'src/pages/api/echo.ts': `export const prerender = false;
export const GET = () => Response.json({ ok: true });
export async function POST({ request }) {
  const text = await request.text();
  return Response.json({ bytes: text.length, type: request.headers.get('content-type') });
}`,
  // Content that is always empty, and faulty when a file says so.
  'src/content/read.ts': `import { existsSync, readFileSync } from 'node:fs';
export async function readSource() {
  const faults = existsSync('content/faults.json') ? JSON.parse(readFileSync('content/faults.json', 'utf8')) : [];
  return { content: {}, faults };
}`,
  'src/content/catalogue.ts':
    'export const buildCatalogue = () => ({ houses: [], courses: [], lessons: [], quizzes: [] });',
  'src/content/published.ts':
    'export const publishedContent = (content) => content;\nexport const listWaiting = () => [];',
  'public/robots.txt': 'User-agent: *\nAllow: /\n',
};

export function createSmallProject(): SmallProject {
  const from = resolve('.');
  const root = mkdtempSync(join(tmpdir(), 'rumah-belajar-'));
  const rooms = ['domain', 'messages', 'client', 'server', 'release', 'cli', 'middleware.ts', 'env.d.ts'].map(
    (it) => `src/${it}`,
  );
  rooms.push(...['files', 'schema', 'houses.ts'].map((it) => `src/content/${it}`));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', ...rooms]) {
    cpSync(join(from, name), join(root, name), { recursive: true });
  }
  cpSync(join(from, 'db'), join(root, 'db'), {
    recursive: true,
    filter: (path) => !path.startsWith(join(from, 'db/data')),
  });
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'), 'junction');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(pages)) write(path, text);
  return {
    root,
    dataFolder: join(root, 'db/data'),
    write,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function page(title: string, body: string): string {
  return `<html lang="id"><head><title>${title}</title><style is:inline>p{color:#123}</style></head>
<body><main data-pagefind-body><h1>${title}</h1>${body}</main><script>console.log('hidup');</script></body></html>`;
}
