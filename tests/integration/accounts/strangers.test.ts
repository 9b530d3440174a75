import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';

// Standing guard: a page that is made on demand turns a stranger away, unless it stands here with what it does instead.
const openDoors: Readonly<Record<string, { readonly get: number; readonly post: number; readonly why: string }>> = {
  '/masuk/': { get: 200, post: 401, why: 'signing in is for strangers' },
  '/gabung/': { get: 200, post: 404, why: 'whoever has a code is a stranger yet' },
  '/masuk/kartu/': { get: 200, post: 401, why: 'a card signs in like its owner' },
  '/pindah/': { get: 303, post: 303, why: 'leads to the front page where the house has not moved' },
  '/keluar/': { get: 303, post: 303, why: 'signing out twice is no fault' },
  '/api/me': { get: 200, post: 404, why: 'says that nobody is signed in' },
  '/bantuan/rumah/': { get: 200, post: 200, why: 'leads to the offices around each house' },
  '/bantuan/kuripan/': { get: 200, post: 200, why: 'whoever needs an office is a stranger to it' },
  '/periksa/daftar.json': { get: 200, post: 404, why: 'keys and ended numbers are for whoever holds a paper' },
  '/pengurus/mulai/': { get: 404, post: 404, why: 'opens with the one-time code alone' },
  '/kursus/up-202/ikut/': { get: 303, post: 303, why: 'leads back to the course, or to the sign-in page' },
  '/kursus/up-202/kuis/ujian-akhir/jawab/': {
    get: 200,
    post: 422,
    why: 'an assessment is answered first, signed for with it',
  },
};

const examples: Readonly<Record<string, string>> = {
  course: 'up-202',
  lesson: 'hpp-keripik',
  quiz: 'ujian-akhir',
  orang: '01980000-0000-7000-8000-000000000000',
  id: '7K3Q9F2M4XB1D',
  angkatan: '01980000-0000-7000-8000-000000000001',
  pertemuan: '01980000-0000-7000-8000-000000000002',
  lembar: '01980000-0000-7000-8000-000000000003',
  rumah: 'kuripan',
  naskah: '01980000-0000-7000-8000-000000000002',
  jenis: 'pelajaran',
  nama: 'hpp-keripik',
};

const routes = listRoutes('src/pages');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('the walk finds the pages that are made on demand', () => {
  expect(routes).toContain('/saya/');
  expect(routes).toContain('/api/records');
  expect(Object.keys(openDoors).filter((path) => !routes.includes(path))).toEqual([]);
});

test.each(routes.filter((path) => !(path in openDoors)))('%s turns a stranger away', async (path) => {
  for (const method of ['GET', 'POST']) {
    const response = await ask(path, method);
    const turnedAway =
      [401, 403, 404, 405].includes(response.status) ||
      (response.status === 303 && response.headers.get('location')?.startsWith('/masuk/'));
    expect([method, response.status, turnedAway]).toEqual([method, response.status, true]);
    expect(response.headers.get('set-cookie')).toBeNull();
  }
});

test.each(Object.entries(openDoors))(
  '%s stands open for a reason, and gives nothing away',
  async (path, { get, post }) => {
    expect([(await ask(path, 'GET')).status, (await ask(path, 'POST')).status]).toEqual([get, post]);
  },
);

test('nothing that strangers send leaves a trace', async () => {
  for (const path of routes) await ask(path, 'POST');
  const tables = ['person', 'session', 'enrollment', 'record', 'grade', 'setup', 'cohort', 'cohort_member'];
  for (const table of [...tables, 'missed_search']) {
    const { rows } = await server.db.client.execute(`SELECT count(*) AS n FROM ${table}`);
    expect([table, Number(rows[0]?.n)]).toEqual([table, 0]);
  }
});

test('a made-up session is nobody’s', async () => {
  const response = await server.request('/saya/', { headers: { cookie: 'sesi=abc; orang=1' } });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/masuk/?next=%2Fsaya%2F');
});

function ask(path: string, method: string): Promise<Response> {
  if (method === 'GET') return server.request(path);
  const json = path.startsWith('/api/');
  return server.request(path, {
    method,
    headers: { 'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: json ? '{"records":[]}' : 'login=&secret=',
  });
}

/** The addresses of all pages and endpoints with `prerender = false`, with an example in place of each parameter. */
function listRoutes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(astro|ts)$/.test(name))
    .filter((name) => /export const prerender = false/.test(readFileSync(join(folder, name), 'utf8')))
    .map((name) => {
      const path = name
        .replaceAll('\\', '/')
        .replace(/\.(astro|ts)$/, '')
        .replace(/(^|\/)index$/, '$1')
        .replace(/\[([^\]]+)\]/g, (_, parameter: string) => examples[parameter] ?? `no-example-for-${parameter}`);
      const slash = path.startsWith('api/') || path.includes('.') || path.endsWith('/') ? '' : '/';
      return `/${path}${slash}`;
    });
}
