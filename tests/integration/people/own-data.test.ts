import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role, Viewer } from '#domain/person/person.ts';
import { addPerson } from '#server/people/people.ts';
import { forgetOld } from '#server/people/own-data/retention.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// What people do with their own data, through the pages.

const day = 86_400_000;
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function enter(login: string, role: Role, name: string): Promise<{ person: Viewer; cookie: string }> {
  const secret = role === 'participant' ? '482715' : 'sawah hijau pagi';
  const { person } = await addPerson(server, { house: 'kuripan', role, name, login, secret });
  const response = await post('/masuk/', { login, secret });
  const cookies = response.headers.getSetCookie().map((it) => it.split(';')[0]);
  return { person, cookie: cookies.join('; ') };
}

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return server.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) });
}

async function read(path: string, cookie: string): Promise<string> {
  return (await server.request(path, { headers: { cookie } })).text();
}

test('people take all that is kept of them along, for reading and for a computer', async () => {
  const { person, cookie } = await enter('bawa', 'participant', 'Ni’mah <b>Sari</b>');
  await enter('lain', 'participant', 'Orang Lain');
  const json = await server.request('/saya/data/berkas.json', { headers: { cookie } });
  expect(json.headers.get('content-disposition')).toContain('attachment');
  expect(json.headers.get('cache-control')).toBe('no-store');
  expect(await json.json()).toMatchObject({ person: { id: person.id, name: person.name }, devices: [{}] });
  const html = await read('/saya/data/berkas.html', cookie);
  expect(html).toContain('Ni’mah &lt;b&gt;Sari&lt;/b&gt;');
  expect(html).toContain('HP yang pernah masuk');
  expect(html).not.toContain('Orang Lain');
  const stranger = await server.request('/saya/data/berkas.html');
  expect([stranger.status, await stranger.text()]).toEqual([303, '']);
});

test('whoever asks to be erased gives the PIN, is seen by the coordinator, and may take it back', async () => {
  const { cookie } = await enter('hapusku', 'participant', 'Bu Ratmi');
  const { cookie: coordinator } = await enter('urus', 'coordinator', 'Bu Wartini');
  const wrong = await post('/saya/data/', { act: 'ask-erasure', secret: '482714' }, cookie);
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('tidak cocok')]);
  expect(await read('/pengurus/', coordinator)).not.toContain('Bu Ratmi minta');
  const asked = await post('/saya/data/', { act: 'ask-erasure', secret: '482715' }, cookie);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/saya/data/?selesai=hapus']);
  expect(await read('/pengurus/', coordinator)).toContain('Bu Ratmi minta datanya dihapus');
  expect(await read('/saya/data/', cookie)).toContain('Batalkan permintaan');
  expect((await post('/saya/data/', { act: 'keep' }, cookie)).status).toBe(303);
  expect(await read('/pengurus/', coordinator)).not.toContain('Bu Ratmi minta');
});

test('a consent is kept with its edition and who stood by, and is not asked for again', async () => {
  const { person, cookie } = await enter('setuju', 'participant', 'Budi');
  expect(await read('/saya/data/', cookie)).toContain('Simpan persetujuan');
  const silent = await post('/saya/data/', { act: 'consent' }, cookie);
  expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Centang')]);
  const given = { act: 'consent', consent: '1', guardian: 'Bu Aminah' };
  expect((await post('/saya/data/', given, cookie)).status).toBe(303);
  expect(await read('/saya/data/', cookie)).toContain('bersama Bu Aminah');
  const { rows } = await server.db.client.execute({
    sql: 'SELECT edition, guardian FROM consent WHERE person = ?',
    args: [person.id],
  });
  expect(rows).toMatchObject([{ edition: '1', guardian: 'Bu Aminah' }]);
});

test('what is too old goes by itself, and nothing younger', async () => {
  const { person } = await enter('lama', 'participant', 'Lama');
  const count = async (table: string) =>
    Number(
      (await server.db.client.execute(`SELECT count(*) AS n FROM ${table} WHERE person = '${person.id}'`)).rows[0]?.n,
    );
  await forgetOld(server.db, Date.now() + 29 * day);
  expect([await count('session'), await count('known_device')]).toEqual([1, 1]);
  await forgetOld(server.db, Date.now() + 31 * day);
  expect([await count('session'), await count('known_device')]).toEqual([0, 1]);
  await forgetOld(server.db, Date.now() + 401 * day);
  expect(await count('known_device')).toBe(0);
});
