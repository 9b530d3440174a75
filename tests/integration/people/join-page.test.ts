import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '#server/people/people.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// The whole way of a join code through the pages, without a script.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return server.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) });
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
}

test('a trainer shows a code, a newcomer types it with name, PIN and consent, and is told the login', async () => {
  const secret = 'sawah hijau pagi';
  const it = { house: 'kuripan', role: 'trainer', name: 'Pak Tono', login: 'tono', secret } as const;
  const { person: tono } = await addPerson(server, it);
  const noDates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(server, tono, { course: 'up-202', name: 'Januari', dates: noDates });
  const trainer = cookieOf(await post('/masuk/', { login: 'tono', secret }));
  const page = `/pelatih/angkatan/${cohort}/kode/`;
  expect((await post(page, { act: 'renew' }, trainer)).status).toBe(303);
  const shown = await (await server.request(page, { headers: { cookie: trainer } })).text();
  const code = (/class="join-code"[^>]*>\s*([A-Z]{3} [A-Z]{3})/.exec(shown)?.[1] ?? '').replace(' ', '');

  const asked = await server.request(`/gabung/?kode=${code.toLowerCase()}`);
  const form = await asked.text();
  expect([asked.status, form]).toEqual([200, expect.stringContaining('Angkatan Januari')]);
  const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const own = { kode: code, id, name: 'Siti Aminah', secret: '482715' };
  const silent = await post('/gabung/', own);
  expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Tanpa itu nama Anda tidak')]);
  const simple = await post('/gabung/', { ...own, secret: '123456', consent: '1' });
  expect([simple.status, await simple.text()]).toEqual([422, expect.stringContaining('mudah ditebak')]);
  const done = await post('/gabung/', { ...own, consent: '1', guardian: 'Bu Aminah' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/saya/data/?selesai=gabung']);
  const told = await server.request('/saya/data/?selesai=gabung', { headers: { cookie: cookieOf(done) } });
  expect(await told.text()).toContain('nama masuk Anda: siti');

  const wrong = await server.request('/gabung/?kode=ZZZZZZ');
  expect([wrong.status, await wrong.text()]).toEqual([404, expect.stringContaining('tidak dikenal')]);
  expect((await post(page, { act: 'close' }, trainer)).status).toBe(303);
  const late = await post('/gabung/', { ...own, consent: '1' });
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('sudah ditutup')]);
});
