import { base32nopad } from '@scure/base';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Role, Viewer } from '#domain/person/person.ts';
import { stepOf } from '#domain/person/second-step.ts';
import { createSession } from '#server/accounts/auth.ts';
import { codeAt } from '#server/accounts/second-step/totp.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { clearSecondStep, savePerson } from '#server/people/house-acts.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { addPerson, resetSecret } from '#server/people/people.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// The code that staff may have asked for at sign-in, through the pages.

const secret = 'sawah hijau pagi';
const start = Date.parse('2026-11-29T03:00:00Z');
let server: TestServer;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  server = await startServer();
});
beforeEach(() => {
  vi.setSystemTime(start);
});
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

async function add(login: string, role: Role = 'trainer'): Promise<Viewer> {
  const own = role === 'participant' ? '482715' : secret;
  return (await addPerson(server, { house: 'kuripan', role, name: `Bu ${login}`, login, secret: own })).person;
}

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return server.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) });
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
}

const enter = async (login: string) => cookieOf(await post('/masuk/', { login, secret }));
const ticketIn = (page: string) => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
const codesIn = (page: string) =>
  [...page.matchAll(/<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/g)].map(([, it]) => it ?? '');

/** Somebody of the staff whose sign-in asks for a code; `code` is the app's, some steps away from now. */
async function withCode(login: string, role: Role = 'trainer') {
  const person = await add(login, role);
  const cookie = await enter(login);
  const begun = await (await post('/saya/pengaman/', { act: 'begin', secret }, cookie)).text();
  const key = base32nopad.decode(/data-key[^>]*>\s*<strong>([A-Z2-7 ]+)</.exec(begun)?.[1]?.replaceAll(' ', '') ?? '');
  const code = (off = 0) => codeAt(key, stepOf(Date.now()) + off);
  const done = await post('/saya/pengaman/', { act: 'confirm', ticket: ticketIn(begun), code: code() }, cookie);
  const codes = codesIn(await done.text());
  // The code that confirmed is taken.
  vi.setSystemTime(start + 60_000);
  const askedFor = async () => ticketIn(await (await post('/masuk/', { login, secret })).text());
  const give = async (typed: string) => post('/masuk/', { ticket: await askedFor(), code: typed });
  return { person, cookie, key, code, codes, askedFor, give, status: done.status };
}

test('nothing is asked before the first code was right, from then on the passphrase alone opens nothing', async () => {
  await add('pertama');
  const [here, elsewhere] = [await enter('pertama'), await enter('pertama')];
  const wrong = await post('/saya/pengaman/', { act: 'begin', secret: 'sawah hijau sore' }, here);
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('tidak cocok')]);
  const begun = await post('/saya/pengaman/', { act: 'begin', secret }, here);
  const page = await begun.text();
  expect([begun.status, begun.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')]);
  const shown = /data-key[^>]*>\s*<strong>([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
  const again = await post('/saya/pengaman/', { act: 'confirm', ticket: ticketIn(page), code: '12345' }, here);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Kode tidak cocok')]);
  expect((await post('/masuk/', { login: 'pertama', secret })).status).toBe(303);

  const code = codeAt(base32nopad.decode(shown), stepOf(Date.now()));
  const done = await post('/saya/pengaman/', { act: 'confirm', ticket: ticketIn(page), code }, here);
  const codes = codesIn(await done.text());
  expect(new Set(codes).size).toBe(10);
  expect((await server.request('/saya/', { headers: { cookie: elsewhere } })).status).toBe(303);
  expect((await server.request('/saya/', { headers: { cookie: here } })).status).toBe(200);
  const asked = await post('/masuk/', { login: 'pertama', secret });
  expect([asked.status, asked.headers.get('set-cookie')]).toEqual([200, null]);
  expect(await asked.text()).toContain('Kode dari aplikasi');

  const kept = await server.db.client.execute('SELECT * FROM second_step JOIN recovery_code USING (person)');
  const row = JSON.stringify(kept.rows);
  for (const it of [shown, ...codes, ...codes.map((text) => text.replace('-', ''))]) expect(row).not.toContain(it);
  const logged = JSON.stringify(server.logged);
  expect([logged.includes(shown), logged.includes(ticketIn(page)), logged.includes(code)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a code of the step before or after lets in, once, and one that was taken does not', async () => {
  const { code, give } = await withCode('sekali');
  const early = code(-1);
  expect((await give(early)).status).toBe(303);
  const again = await give(early);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('sudah dipakai')]);
  const ahead = code(1);
  expect((await give(ahead)).status).toBe(303);
  expect((await give(code())).status).toBe(422);
  vi.setSystemTime(start + 180_000);
  expect((await give(code(-3))).status).toBe(422);
  expect((await give(code())).status).toBe(303);
});

test('the code of a wrong clock is told as such, at sign-in and when it is set up', async () => {
  const { code, give } = await withCode('jam');
  const far = await give(code(124));
  const page = await far.text();
  expect([far.status, far.headers.get('set-cookie')]).toEqual([422, null]);
  expect(page).toContain('jam server 29 November 2026 pukul 10.01, jam HP Anda 29 November 2026 pukul 11.03');
  expect(page).toContain('terlambat 1 jam 2 menit');
  expect(page).not.toContain('Kode tidak cocok');

  await add('jam-baru');
  const cookie = await enter('jam-baru');
  const begun = await (await post('/saya/pengaman/', { act: 'begin', secret }, cookie)).text();
  const key = base32nopad.decode(/<strong>([A-Z2-7 ]{20,})</.exec(begun)?.[1]?.replaceAll(' ', '') ?? '');
  const behind = codeAt(key, stepOf(Date.now()) - 240);
  const told = await post('/saya/pengaman/', { act: 'confirm', ticket: ticketIn(begun), code: behind }, cookie);
  expect([told.status, await told.text()]).toEqual([422, expect.stringContaining('terlalu cepat 2 jam')]);
});

test('a recovery code lets in once, without the phone', async () => {
  const { codes, give, code } = await withCode('darurat');
  const [first = ''] = codes;
  expect((await give(first.toLowerCase().replace('-', ' '))).status).toBe(303);
  const again = await give(first);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('sudah dipakai')]);
  const cookie = cookieOf(await give(code()));
  expect(await (await server.request('/saya/pengaman/', { headers: { cookie } })).text()).toContain('9 dari 10');
  vi.setSystemTime(start + 240_000);
  const renewed = await post('/saya/pengaman/', { act: 'renew', secret, code: code() }, cookie);
  expect(codesIn(await renewed.text())).toHaveLength(10);
  expect((await give(codes[1] ?? '')).status).toBe(422);
});

test('whoever knows the passphrase guesses five codes and no more, however often it is given anew', async () => {
  const { give, code } = await withCode('tebak');
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) statuses.push((await give(code(1000 + time))).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  expect((await give(code())).status).toBe(429);
});

test('it is turned off with passphrase and code, not with one of them', async () => {
  const { cookie, code, person } = await withCode('mati');
  const end = (fields: Record<string, string>) => post('/saya/pengaman/', { act: 'end', ...fields }, cookie);
  expect((await end({ secret, code: code(2000) })).status).toBe(422);
  expect((await end({ secret: 'sawah hijau sore', code: code() })).status).toBe(422);
  const done = await end({ secret, code: code() });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/saya/pengaman/?selesai=mati']);
  expect((await post('/masuk/', { login: 'mati', secret })).status).toBe(303);
  const { rows } = await server.db.client.execute({ sql: 'SELECT act FROM deed WHERE person = ?', args: [person.id] });
  expect(rows.map(({ act }) => act)).toEqual(['second-step', 'end-second-step']);
});

test('a coordinator clears a trainer’s, a keeper a coordinator’s, the command anybody’s, and nobody their own', async () => {
  const trainer = await withCode('latih');
  const wartini = await withCode('wartini', 'coordinator');
  const endah = await add('endah', 'coordinator');
  await nameKeeper(server.db, 'endah');
  const other = (
    await addPerson(server, { house: 'tracap', role: 'coordinator', name: 'Bu Retno', login: 'retno', secret })
  ).person;
  const siti = await add('siti', 'participant');
  for (const by of [undefined, siti, trainer.person]) {
    const refused = { code: by === undefined ? 'unauthenticated' : 'forbidden' };
    await expect(clearSecondStep(server, by, trainer.person.id)).rejects.toMatchObject(refused);
  }
  await expect(clearSecondStep(server, other, trainer.person.id)).rejects.toMatchObject({ code: 'not_found' });
  const self = clearSecondStep(server, wartini.person, wartini.person.id);
  await expect(self).rejects.toMatchObject({ detail: 'own_account' });
  await clearSecondStep(server, wartini.person, trainer.person.id);
  expect((await post('/masuk/', { login: 'latih', secret })).status).toBe(303);
  await expect(clearSecondStep(server, wartini.person, trainer.person.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await server.request('/saya/', { headers: { cookie: wartini.cookie } })).status).toBe(200);
  await clearSecondStep(server, endah, wartini.person.id);
  expect((await server.request('/saya/', { headers: { cookie: wartini.cookie } })).status).toBe(303);

  const third = await withCode('perintah', 'coordinator');
  const fourth = await withCode('bukan-penjaga', 'coordinator');
  const byEqual = clearSecondStep(server, wartini.person, third.person.id);
  await expect(byEqual).rejects.toMatchObject({ detail: 'keeper_clears' });
  await resetSecret(server, 'perintah', { secret: 'embun turun lagi', by: 'operator' });
  expect((await post('/masuk/', { login: 'perintah', secret: 'embun turun lagi' })).status).toBe(303);
  const { rows } = await server.db.client.execute({
    sql: 'SELECT act, "by" FROM deed WHERE person = ?',
    args: [third.person.id],
  });
  expect(rows.map((row) => ({ ...row }))).toContainEqual({ act: 'clear-second-step', by: 'operator' });
  expect((await fourth.give(fourth.code(1))).status).toBe(303);
});

test('no session opens past the code: not by a card, nor beside an exam, nor by code that forgets to ask', async () => {
  const { person, askedFor, code } = await withCode('lewat');
  const byCard = await post('/masuk/kartu/', { login: 'lewat', secret });
  expect([byCard.status, byCard.headers.get('set-cookie')]).toEqual([200, null]);
  const card = await post('/masuk/kartu/', { ticket: await askedFor(), code: code() });
  expect([card.status, card.headers.get('location')]).toEqual([303, '/saya/']);
  await expect(createSession(server.db, person.id, false)).rejects.toMatchObject({ code: 'unauthenticated' });
  const exam = await post('/kursus/up-202/kuis/ujian-akhir/jawab/', { login: 'lewat', secret, seed: 'x' });
  expect(exam.headers.getSetCookie().some((it) => it.startsWith('sesi='))).toBe(false);
});

test('a ticket opens nothing once the passphrase is another, nor when it is late, nor for somebody else', async () => {
  const { askedFor, code } = await withCode('tiket');
  const ticket = await askedFor();
  const made = await post('/masuk/', { ticket: `${ticket.slice(0, -3)}AAA`, code: code() });
  expect([made.status, await made.text()]).toEqual([401, expect.stringContaining('Terlalu lama')]);
  vi.setSystemTime(start + 20 * 60_000);
  expect((await post('/masuk/', { ticket, code: code() })).status).toBe(401);
  const fresh = await askedFor();
  await resetSecret(server, 'tiket', { secret: 'embun turun lagi' });
  expect((await post('/masuk/', { ticket: fresh, code: code() })).status).toBe(401);
});

test('participants have none, who becomes one loses it, and an erasure takes key and codes along', async () => {
  await add('siti-lagi', 'participant');
  const cookie = cookieOf(await post('/masuk/', { login: 'siti-lagi', secret: '482715' }));
  expect((await server.request('/saya/pengaman/', { headers: { cookie } })).status).toBe(404);
  expect((await post('/saya/pengaman/', { act: 'begin', secret: '482715' }, cookie)).status).toBe(404);

  const { person } = await withCode('turun');
  const coordinator = await add('urus', 'coordinator');
  const copy = await server.request('/saya/data/berkas.json', {
    headers: { cookie: (await withCode('salin')).cookie },
  });
  expect(await copy.json()).toMatchObject({ secondStep: { codesLeft: 10 } });
  const count = async (id: string) => {
    const sql =
      'SELECT (SELECT count(*) FROM second_step WHERE person = ?) + (SELECT count(*) FROM recovery_code WHERE person = ?) AS n';
    return Number((await server.db.client.execute({ sql, args: [id, id] })).rows[0]?.n);
  };
  expect(await count(person.id)).toBe(11);
  await savePerson(
    server,
    coordinator,
    { id: person.id, changedAt: undefined },
    { name: 'Bu turun', role: 'participant' },
  );
  expect(await count(person.id)).toBe(0);
  const gone = await withCode('pergi');
  await erasePerson(server.db, 'pergi', 'pengurus');
  expect(await count(gone.person.id)).toBe(0);
});
