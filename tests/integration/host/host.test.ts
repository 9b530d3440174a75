import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRelease } from '#release/build.ts';
import { rememberBackup } from '#server/backup/copies.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createSmallProject, emptyCatalogue, type SmallProject } from '../../support/small-project.ts';

let project: SmallProject;
let server: TestServer;

beforeAll(async () => {
  project = createSmallProject();
  const { root, dataFolder } = project;
  const outcome = await buildRelease({ root, dataFolder, catalogue: emptyCatalogue, sourceDigest: 'aaaaaaaa' });
  expect(outcome).not.toHaveProperty('faults');
  server = await startServer({ dataFolder, limits: { headersMs: 1_000, requestMs: 2_000, silenceMs: 3_000 } });
});

afterAll(async () => {
  await server?.stop();
  project?.remove();
});

const securityNames = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'x-request-id',
];

describe('security headers', () => {
  const answers: [string, number, string, RequestInit?][] = [
    ['a static page', 200, '/'],
    ['an asset', 200, '/robots.txt'],
    ['a redirect to the slash', 308, '/kursus'],
    ['an on-demand page', 200, '/saya/'],
    ['an endpoint', 200, '/api/echo'],
    ['the health check', 200, '/healthz'],
    ['a missing page', 404, '/tidak-ada/'],
    ['a missing endpoint', 404, '/api/tidak-ada'],
    ['a page that says 404 itself', 404, '/tanpa/'],
    ['an unreadable address', 400, '/%E0%A4%A/'],
    ['a too long address', 414, `/${'a'.repeat(3000)}/`],
    ['a foreign form', 403, '/api/echo', { method: 'POST', body: 'x', headers: { origin: 'https://jahat.example' } }],
    ['a method that is not ours', 405, '/', { method: 'DELETE' }],
    ['a POST to a static page', 405, '/', { method: 'POST', body: 'x' }],
    ['a body that is too large', 413, '/api/echo', { method: 'POST', body: 'x'.repeat(300_000) }],
    ['a defect', 500, '/rusak/'],
    ['a defect half-way', 500, '/rusak-tengah/'],
  ];

  test.each(answers)('stand on %s (%i)', async (_, status, path, init) => {
    const response = await server.request(path, init);
    expect(response.status).toBe(status);
    for (const name of securityNames) expect(response.headers.has(name), name).toBe(true);
    expect(response.headers.get('content-security-policy')).not.toMatch(
      /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/,
    );
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });

  test('stand on 304', async () => {
    const etag = (await server.request('/')).headers.get('etag') ?? '';
    const response = await server.request('/', { headers: { 'if-none-match': etag } });
    expect(response.status).toBe(304);
    for (const name of securityNames) expect(response.headers.has(name), name).toBe(true);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('allow the inline style of a page by its hash, and WebAssembly on the search page alone', async () => {
    const page = (await server.request('/')).headers.get('content-security-policy');
    const search = (await server.request('/cari/')).headers.get('content-security-policy');
    expect(page).toMatch(/style-src 'self' 'sha256-[^']+'/);
    expect(page).not.toContain('wasm');
    expect(page).toMatch(/script-src 'self' 'sha256-[^' ]+';/);
    expect(search).toMatch(/script-src 'self' 'sha256-[^' ]+' 'wasm-unsafe-eval'/);
  });
});

test('parts of the search index and assets carry the headers that concern them, and are kept for a year where named by content', async () => {
  const manifest = await server.request('/pagefind/kata.json');
  const { parts } = (await manifest.json()) as { parts: Record<string, string> };
  const part = await server.request(`/pagefind/${Object.values(parts)[0]}`);
  const [script = ''] = (await (await server.request('/')).text()).match(/\/_astro\/[^"]+\.js/) ?? [];
  for (const response of [manifest, part, await server.request(script)]) {
    expect(response.status).toBe(200);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cross-origin-resource-policy')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  }
  expect(manifest.headers.get('cache-control')).toBe('no-cache');
  expect(part.headers.get('cache-control')).toContain('immutable');
  expect((await server.request('/pagefind/tidak-ada')).headers.has('content-security-policy')).toBe(true);
});

describe('static files', () => {
  test('come in the smallest encoding that the client takes', async () => {
    const sizes = await Promise.all(
      ['br', 'gzip', 'identity', 'br;q=0, gzip', 'gzip;q=0'].map(async (accept) => {
        const response = await server.request('/kursus/', { headers: { 'accept-encoding': accept } });
        expect(response.headers.get('vary')).toBe('Accept-Encoding');
        expect(await response.text()).toContain('Pelajaran tentang harga pokok.');
        return response.headers.get('content-encoding');
      }),
    );
    expect(sizes).toEqual(['br', 'gzip', null, 'gzip', null]);
  });

  test('with a hash in their name are kept for a year, pages are asked for again', async () => {
    const page = await server.request('/');
    const asset = /src="(\/_astro\/[^"]+)"/.exec(await page.text())?.[1] ?? '';
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await server.request(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('are found by their address only', async () => {
    const hidden = [
      '/_image/?href=/x.png',
      '/_actions/x/',
      '/index.html',
      '/kursus/index.html',
      '/kursus/index.html.br',
      '/kursus/index.html.gz',
      '/404.html',
    ];
    const statuses = await Promise.all(hidden.map(async (path) => (await server.request(path)).status));
    expect(statuses).toEqual(hidden.map(() => 404));
  });

  test('never lead out of the released folder', async () => {
    const paths = [
      '/../release.json',
      '/..%2frelease.json',
      '/%2e%2e/release.json',
      '/kursus/..%5c..%5crelease.json',
      '/kursus/../../catalogue.json',
      '//etc/passwd',
      '/\\etc\\passwd',
      '/kursus%00/',
      '/%252e%252e/release.json',
    ];
    for (const path of paths) {
      const answer = await sendRaw(server.origin, [`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`]);
      expect(answer, path).toMatch(/^HTTP\/1\.1 (400|404) /);
      expect(answer, path).not.toContain('sourceDigest');
    }
  });

  test('answer HEAD with the headers of GET and no body', async () => {
    const response = await server.request('/kursus/', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await response.text()).toBe('');
  });
});

describe('addresses', () => {
  test('without their slash are sent on, query and all, and never to another site', async () => {
    expect((await server.request('/kursus?a=1')).headers.get('location')).toBe('/kursus/?a=1');
    const answer = await sendRaw(server.origin, [
      `GET //jahat.example HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toMatch(/^location:/im);
  });

  test('given whole, as proxies do, are read by their path', async () => {
    const answer = await sendRaw(server.origin, [
      'GET http://lain.example/kursus/ HTTP/1.1\r\nHost: lain.example\r\nConnection: close\r\n\r\n',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('of nothing show the site’s own page to people and JSON to programs', async () => {
    const page = await server.request('/tidak-ada/');
    expect(await page.text()).toContain('<h1>Tidak ada</h1>');
    const json = await server.request('/api/tidak-ada');
    expect(await json.json()).toMatchObject({ error: { code: 'not_found', requestId: expect.any(String) } });
  });
});

describe('on-demand pages', () => {
  test('are not stored by anybody and are compressed', async () => {
    const response = await server.request('/saya/', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('kata kata');
  });

  test('see the address of the socket, whatever headers claim', async () => {
    const response = await server.request('/saya/', {
      headers: {
        'x-forwarded-for': '9.9.9.9',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'jahat.example',
        forwarded: 'for=9.9.9.9',
      },
    });
    const html = await response.text();
    expect(html).toContain('127.0.0.1');
    expect(html).not.toMatch(/9\.9\.9\.9|jahat|x-forwarded|https:/);
  });

  test('that break show one sentence and the number of the request; the log holds the rest', async () => {
    const response = await server.request('/rusak/');
    const html = await response.text();
    const requestId = response.headers.get('x-request-id') ?? '';
    expect(html).toContain(requestId);
    expect(html).not.toMatch(/rahasia dapur|Error|at file/);
    const line = server.logged.find((it) => it.requestId === requestId && 'defect' in it);
    expect(line?.defect).toContain('rahasia dapur');
  });
});

describe('a POST', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${server.origin}/api/echo`, { method: 'POST', body: 'halo', headers });

  test('from our own origin arrives whole', async () => {
    const response = await post({ origin: server.origin, 'content-type': 'text/plain' });
    expect(await response.json()).toEqual({ bytes: 4, type: 'text/plain' });
  });

  const foreign: [string, Record<string, string>][] = [
    ['another origin', { origin: 'https://jahat.example' }],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1.jahat.example' }],
    ['no origin at all', {}],
    ['the origin null', { origin: 'null' }],
    ['a foreign Referer', { referer: 'https://jahat.example/' }],
  ];
  test.each(foreign)('with %s is refused with JSON', async (_, headers) => {
    const response = await post(headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
  });

  test('that the browser calls cross-site is refused even with our origin', async () => {
    const answer = await sendRaw(server.origin, [
      `POST /api/echo HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nOrigin: ${server.origin}\r\n` +
        'Sec-Fetch-Site: cross-site\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('of exactly 256 KiB is taken, one byte more is not', async () => {
    const send = (bytes: number) => server.request('/api/echo', { method: 'POST', body: 'x'.repeat(bytes) });
    expect(await (await send(262_144)).json()).toMatchObject({ bytes: 262_144 });
    const refused = await send(262_145);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ error: { code: 'too_large' } });
  });
});

test('HEAD of an on-demand page or endpoint is answered without a body', async () => {
  for (const path of ['/saya/', '/api/echo']) {
    const response = await server.request(path, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.text()).toBe('');
  }
});

describe('with SITE_URL set, a request', () => {
  let named: TestServer;
  const answerTo = (host: string, line = 'GET / HTTP/1.1', more = '') =>
    sendRaw(named.origin, [`${line}\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`]);

  beforeAll(async () => {
    named = await startServer({ dataFolder: project.dataFolder, siteUrl: 'http://belajar.example:4321' });
  });
  afterAll(() => named?.stop());

  test.each(['belajar.example:4321', 'BELAJAR.example', '192.168.1.10:4321', '[fe80::1]:4321', 'localhost:4321'])(
    'for %s is answered',
    async (host) => {
      expect(await answerTo(host)).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  test('for a name that somebody else made lead here is told so, its own origin or not', async () => {
    const refused = await answerTo('jahat.example:4321');
    expect(refused).toMatch(/^HTTP\/1\.1 421 /);
    expect(refused).toContain('tidak dibuka lewat alamat itu');
    const form = 'Origin: http://jahat.example:4321\r\nContent-Length: 0\r\n';
    expect(await answerTo('jahat.example:4321', 'POST /api/echo HTTP/1.1', form)).toMatch(/^HTTP\/1\.1 421 /);
    expect(await answerTo('jahat.example:4321', 'GET /kursus HTTP/1.1')).not.toMatch(/Location: [^/]/i);
  });

  test('for the health is answered whatever it is called', async () => {
    expect(await answerTo('penjaga.internal', 'GET /healthz HTTP/1.1')).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('the log', () => {
  test('holds one line per request, without query, cookies, bodies or addresses', async () => {
    const response = await server.request('/kursus/?q=nama-orang', { headers: { cookie: 'sesi=rahasia' } });
    const requestId = response.headers.get('x-request-id');
    await response.text();
    const lines = server.logged.filter((it) => it.requestId === requestId);
    expect(lines).toEqual([
      {
        time: expect.any(String),
        level: 'info',
        requestId,
        method: 'GET',
        path: '/kursus/',
        status: 200,
        durationMs: expect.any(Number),
        bytes: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(server.logged)).not.toMatch(/nama-orang|rahasia"|127\.0\.0\.1/);
  });

  test('does not tell whose page was asked for', async () => {
    const id = '019ad0b2-7c61-7c55-8f04-0123456789ab';
    const response = await server.request(`/pelatih/${id}/`);
    await response.text();
    const [line] = server.logged.filter((it) => it.requestId === response.headers.get('x-request-id'));
    expect(line?.path).toBe('/pelatih/:id/');
  });
});

test('the health check names the release, the age of the last backup, and the part that fails', async () => {
  const healthy = await server.request('/healthz');
  const well = { status: 'ok', release: 'r000001-aaaaaaaa', database: 'ok', backupAgeHours: null };
  expect(await healthy.json()).toEqual(well);
  const broken = await startServer({ dataFolder: project.dataFolder });
  const database = broken.db.file ?? '';
  rememberBackup(database, { file: '/stick/lama.age', at: Date.now() - 50.5 * 3_600_000, encrypted: true });
  await broken.db.close();
  const response = await broken.request('/healthz');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: 'failing', database: 'failing', backupAgeHours: 50 });
  await broken.stop();
});
