import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renamePerson } from '#server/people/own-data/personal-data.ts';
import { addTestCertificate } from '../support/certificates.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { readQrCode } from '../support/qr-code.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const long = 'Raden Ayu Siti Nur’aini Kusumaningtyas binti Haji Muhammad Z';

test.each([
  ['of 60 letters', 'panjang', long],
  ['of one word', 'sumi', 'Sumi'],
  ['with an apostrophe', 'aini', "Nur'aini"],
])('a name %s stands on one printed page, whose code is read from the picture', async (_, login, name) => {
  const person = await addLearner(server, login, { name });
  const { id, statement } = await addTestCertificate(server, person);
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await signIn(page, login);
  await page.goto('/sertifikat/');
  await page.goto(`/sertifikat/${id}/`);
  expect(await page.locator('.certificate-name').textContent()).toBe(name);
  expect(await findFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  expect(await readQrCode(page, '.certificate-check svg')).toBe(`${server.origin}/periksa/#${statement}`);
});

test('a paper is checked without the server, and one changed sign is refused', async () => {
  const person = await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const { statement } = await addTestCertificate(server, person);
  const page = await openPage(await openPhone(browser, server.origin));
  const listed = page.waitForResponse('**/periksa/daftar.json');
  await page.goto('/periksa/');
  await (await listed).finished();
  await server.pause();
  try {
    expect(await check(page, `${server.origin}/periksa/#${statement}`)).toBe('valid');
    const words = await page.locator('[data-verdict]').textContent();
    for (const word of ['Siti Aminah', 'Rumah Belajar Kuripan', 'Daftar per']) expect(words).toContain(word);
    expect(await findFaults(page)).toEqual([]);
    const at = statement.length - 30;
    const changed = `${statement.slice(0, at)}${statement[at] === 'A' ? 'B' : 'A'}${statement.slice(at + 1)}`;
    expect(await check(page, changed)).toBe('invalid');
    expect(await check(page, statement.slice(0, -20))).toBe('invalid');
    expect(await check(page, 'halo')).toBe('invalid');
  } finally {
    await server.resume();
  }
});

test('on plain HTTP and with a clock that is years off it is checked too; another house’s and an ended one are told', async () => {
  const person = await addLearner(server, 'tini', { name: 'Tini' });
  const [good, ended] = [
    await addTestCertificate(server, person),
    await addTestCertificate(server, person, 'jalur/pulang'),
  ];
  const end = `INSERT INTO certificate_end (certificate, why, at, "by") VALUES (?, 'replaced', ?, 'x')`;
  await server.db.write([{ sql: end, args: [ended.id, Date.parse('2026-11-20T05:00:00Z')] }]);
  const other = await startServer();
  const foreign = await addTestCertificate(other, await addLearner(other, 'tini')).finally(() => other.stop());
  const phone = await openPhone(browser, server.origin);
  await phone.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  const page = await openPage(phone);
  await page.clock.setFixedTime('2011-01-01');
  await page.goto(`/periksa/#${good.statement}`);
  await page.locator('[data-verdict="valid"]').waitFor();
  expect(await page.locator('[data-verdict]').textContent()).not.toContain('2011');
  expect(await check(page, ended.statement)).toBe('ended');
  expect(await page.locator('[data-verdict]').textContent()).toContain(
    'Diganti dengan sertifikat baru pada 20 November 2026',
  );
  expect(await check(page, foreign.statement)).toBe('invalid');
});

test('the staff of the house give a new paper for a wrong name, and revoke one', async () => {
  const person = await addLearner(server, 'yanti', { name: 'Yanti' });
  await addLearner(server, 'rahmat', { name: 'Pak Rahmat', role: 'trainer' });
  const { id } = await addTestCertificate(server, person);
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/');
  await signIn(page, 'rahmat', passphrase);
  await page.goto(`/sertifikat/${id}/`);
  await press(page, 'Ganti dengan nama yang betul');
  await page.getByText('masih sama dengan di sertifikat ini').waitFor();
  await renamePerson(server.db, 'yanti', 'Yanti Lestari');
  await press(page, 'Ganti dengan nama yang betul');
  await page.locator('.certificate-name', { hasText: 'Yanti Lestari' }).waitFor();
  await press(page, 'Cabut sertifikat ini');
  await page.locator('.certificate-ended', { hasText: 'dicabut pada' }).waitFor();
  await page.goto(`/sertifikat/${id}/`);
  await page.getByRole('link', { name: 'Lihat yang baru' }).waitFor();
  expect(await page.getByText('Untuk pelatih dan pengurus').count()).toBe(0);
  expect(await findFaults(page)).toEqual([]);
});

async function press(page: Page, button: string): Promise<void> {
  await page.getByText('Untuk pelatih dan pengurus').click();
  await page.getByRole('button', { name: button }).click();
}

async function check(page: Page, text: string): Promise<string | null> {
  await page.locator('[role="status"]').evaluate((it) => it.removeAttribute('data-verdict'));
  await page.getByLabel('Atau tempel tulisan').fill(text);
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.locator('[data-verdict]').waitFor();
  return page.locator('[data-verdict]').getAttribute('data-verdict');
}
