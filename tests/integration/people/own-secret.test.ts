import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role, Viewer } from '#domain/person/person.ts';
import { addPerson } from '#server/people/people.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// What people do with their own secret, through the pages.

const passphrase = 'sawah hijau pagi';
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function add(login: string, role: Role): Promise<{ person: Viewer }> {
  const secret = role === 'participant' ? '482715' : passphrase;
  return addPerson(server, { house: 'kuripan', role, name: `Ni’mah ${login}`, login, secret });
}

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return server.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) });
}

async function signIn(login: string, secret: string): Promise<string> {
  const response = await post('/masuk/', { login, secret });
  return response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
}

test('a participant changes the PIN, stays signed in here and is signed out elsewhere', async () => {
  await add('ganti', 'participant');
  const here = await signIn('ganti', '482715');
  const elsewhere = await signIn('ganti', '482715');
  const change = (fields: Record<string, string>) => post('/saya/data/', { act: 'change-pin', ...fields }, here);

  const wrong = await change({ secret: '482714', new: '719403', repeat: '719403' });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('tidak cocok')]);
  const date = await change({ secret: '482715', new: '170845', repeat: '170845' });
  expect([date.status, await date.text()]).toEqual([422, expect.stringContaining('seperti tanggal')]);
  const differ = await change({ secret: '482715', new: '719403', repeat: '719404' });
  expect([differ.status, await differ.text()]).toEqual([422, expect.stringContaining('tidak sama')]);
  const same = await change({ secret: '482715', new: '482715', repeat: '482715' });
  expect([same.status, await same.text()]).toEqual([422, expect.stringContaining('yang sekarang')]);

  const done = await change({ secret: '482715', new: '719403', repeat: '719403' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/saya/data/?selesai=pin']);
  expect((await server.request('/saya/', { headers: { cookie: here } })).status).toBe(200);
  expect((await server.request('/saya/', { headers: { cookie: elsewhere } })).status).toBe(303);
  expect((await post('/masuk/', { login: 'ganti', secret: '482715' })).status).toBe(401);
  expect((await post('/masuk/', { login: 'ganti', secret: '719403' })).status).toBe(303);
});

test('a PIN that staff cleared is chosen anew with the number that they hand over, also without a script', async () => {
  const { person } = await add('hapus', 'participant');
  await add('latihan', 'trainer');
  const trainer = await signIn('latihan', passphrase);
  const old = await signIn('hapus', '482715');
  const cleared = await post(`/pelatih/peserta/${person.id}/`, { act: 'clear-pin' }, trainer);
  const number = /data-secret[^>]*>(\d{6})</.exec(await cleared.text())?.[1] ?? '';
  expect((await server.request('/saya/', { headers: { cookie: old } })).status).toBe(303);
  const refused = await post('/masuk/', { login: 'hapus', secret: '482715' });
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('tidak cocok')]);

  const asked = await post('/masuk/', { login: 'hapus', secret: number, next: '/kursus/' });
  const page = await asked.text();
  expect([asked.status, asked.headers.get('set-cookie')]).toEqual([200, null]);
  expect(page).toContain('Pilih PIN Anda');
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const form = Object.fromEntries(hidden) as Record<string, string>;
  const weak = await post('/masuk/', { ...form, new: '123456', repeat: '123456' });
  expect([weak.status, await weak.text()]).toEqual([422, expect.stringContaining('mudah ditebak')]);
  const done = await post('/masuk/', { ...form, new: '719403', repeat: '719403' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/kursus/']);
  const late = await post('/masuk/', { ...form, new: '719403', repeat: '719403' });
  expect([late.status, await late.text()]).toEqual([401, expect.stringContaining('tidak berlaku lagi')]);
  expect((await post('/masuk/', { login: 'hapus', secret: '719403' })).status).toBe(303);
});

test('a list of people is downloaded only after the passphrase was given once more', async () => {
  await add('unduh', 'trainer');
  const cookie = await signIn('unduh', passphrase);
  const asked = await server.request('/pelatih/nilai.csv?kursus=up-202', { headers: { cookie } });
  expect([asked.status, asked.headers.get('location')]).toEqual([
    303,
    '/pelatih/pastikan/?next=%2Fpelatih%2Fnilai.csv%3Fkursus%3Dup-202',
  ]);
  const next = '/pelatih/nilai.csv?kursus=up-202';
  const wrong = await post('/pelatih/pastikan/', { secret: 'sawah hijau sore', next }, cookie);
  expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining('tidak cocok')]);
  const right = await post('/pelatih/pastikan/', { secret: passphrase, next }, cookie);
  expect([right.status, right.headers.get('location')]).toEqual([303, next]);
  const given = await server.request(next, { headers: { cookie } });
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
});

test('the page that asks again leads nowhere else and is not there for participants', async () => {
  await add('tanya', 'participant');
  await add('latih', 'trainer');
  const participant = await signIn('tanya', '482715');
  expect((await server.request('/pelatih/pastikan/', { headers: { cookie: participant } })).status).toBe(404);
  const trainer = await signIn('latih', passphrase);
  const away = await post('/pelatih/pastikan/', { secret: passphrase, next: 'https://jahat.example/' }, trainer);
  expect(away.headers.get('location')).toBe('/saya/');
});

test('whoever signed in from a device before is let in there while strangers lock everybody else out', async () => {
  await add('dikunci', 'participant');
  const cookie = await signIn('dikunci', '482715');
  for (let time = 0; time < 30; time += 1) await post('/masuk/', { login: `tebak${time}`, secret: '000000' });
  expect((await post('/masuk/', { login: 'dikunci', secret: '482715' })).status).toBe(429);
  expect((await post('/masuk/', { login: 'dikunci', secret: '482715' }, cookie)).status).toBe(303);
});
