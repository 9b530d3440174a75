import { expect, test } from 'vitest';
import type { Office } from '#domain/house-page.ts';
import { readHousePage, readPageForm, saveHousePage } from '#server/houses/house-page.ts';
import { addTestPerson, openTestServices, signedInCookie } from '../../support/database.ts';
import { startServer } from '../../support/server.ts';

const village: Office = {
  ...{ name: 'Kantor Desa Kuripan', place: 'Sebelah pasar', hours: 'Senin–Jumat, 08.00–14.00' },
  ...{ phone: '0286 321-456', bring: 'KTP dan KK' },
};

async function begin() {
  const services = await openTestServices();
  const add = (login: string, role: 'participant' | 'trainer' | 'coordinator') =>
    addTestPerson(services, { login, role, name: 'Bu Wartini' });
  return { services, wartini: await add('wartini', 'coordinator'), tono: await add('tono', 'trainer') };
}

test('a coordinator tells which offices there are, the newest word counts, and of two who save at once one is told', async () => {
  const { services, wartini, tono } = await begin();
  expect(await readHousePage(services.db, wartini.house)).toEqual({ offices: [], row: 0, at: undefined });
  expect(await saveHousePage(services, wartini, { offices: [village], row: 0 })).toEqual({ kept: true });
  const late = saveHousePage(services, wartini, { offices: [], row: 0 });
  await expect(late).rejects.toMatchObject({ code: 'conflict', detail: 'page_changed' });
  const { offices, row } = await readHousePage(services.db, wartini.house);
  expect(offices).toEqual([village]);
  expect(await saveHousePage(services, wartini, { offices: [], row })).toEqual({ kept: true });
  expect((await readHousePage(services.db, wartini.house)).offices).toEqual([]);
  await expect(saveHousePage(services, tono, { offices: [], row })).rejects.toMatchObject({ code: 'forbidden' });
  const rewritten = services.db.write([{ sql: 'UPDATE house_page SET offices = ?', args: ['[]'] }]);
  await expect(rewritten).rejects.toThrow('append-only');
});

test.each<readonly [string, Partial<Office>, readonly string[]]>([
  ['an office without a name', { name: '' }, ['name']],
  ['neither an address nor a number', { place: '', phone: '' }, ['place']],
  ['an address alone', { phone: '' }, []],
  ['an emergency number', { phone: '110' }, []],
  ['a number of another country', { phone: '+852 (2) 345.6789' }, []],
  ['words for a number', { phone: 'tanya Pak Lurah' }, ['phone']],
  ['two numbers', { phone: '0286 321456 / 0286 321457' }, ['phone']],
  ['an address that runs something', { phone: 'javascript:alert(1)' }, ['phone']],
  ['more than fits', { name: 'x'.repeat(81), bring: 'x'.repeat(201) }, ['name', 'bring']],
  ['signs that nobody sees', { hours: 'Senin\u202E', place: 'Desa\u0000' }, ['place', 'hours']],
])('%s', async (_, change, wrong) => {
  const { services, wartini } = await begin();
  const outcome = await saveHousePage(services, wartini, { offices: [village, { ...village, ...change }], row: 0 });
  expect(outcome).toEqual(wrong.length === 0 ? { kept: true } : { wrong: [[], wrong] });
});

test('what was left blank is no office, wherever in the form it stands', () => {
  const form = new FormData();
  form.set('name-3', ' Polsek ');
  form.set('phone-3', '110');
  form.set('name-99', 'Beyond');
  expect(readPageForm(form).offices).toEqual([{ name: 'Polsek', place: '', hours: '', phone: '110', bring: '' }]);
});

test('the page of a house shows what was typed as text and its number to tap, and leads its own people there', async () => {
  const server = await startServer();
  try {
    const wartini = await addTestPerson(server, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
    const siti = await addTestPerson(server, { login: 'siti', name: 'Siti' });
    const pageOf = async (path: string) => (await server.request(path)).text();
    expect(await pageOf('/bantuan/kuripan/')).toContain('belum menulis kantor');
    const hostile = { ...village, name: '<img src=x onerror=alert(1)>', place: '" onclick="alert(1)' };
    await saveHousePage(server, wartini, { offices: [hostile], row: 0 });
    const shown = await pageOf('/bantuan/kuripan/');
    expect(shown).toContain('&lt;img src=x');
    expect(shown).not.toMatch(/<img src=x|" onclick=/);
    expect(shown).toContain('href="tel:0286321456"');
    expect((await server.request('/bantuan/tidak-ada/')).status).toBe(404);
    expect(await pageOf('/bantuan/')).toContain('href="/bantuan/rumah/"');
    expect(await pageOf('/bantuan/rumah/')).toContain('href="/bantuan/tracap/"');
    const own = await server.request('/bantuan/rumah/', { headers: { cookie: await signedInCookie(server, siti) } });
    expect([own.status, own.headers.get('location')]).toEqual([303, '/bantuan/kuripan/']);
  } finally {
    await server.stop();
  }
});
