import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, pin, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  for (const login of ['siti', 'tini']) await addLearner(server, login);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const lesson = '/kursus/up-202/hpp-keripik/';
const other = '/kursus/up-202/biaya-variabel-dan-tetap/';

test('two who read one lesson are both credited: with a network after the PIN, without one once its owner signs in', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/masuk/');
  await signIn(page, 'tini');
  await page.goto('/masuk/');
  await signIn(page, 'siti');

  await page.goto(lesson);
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await page.getByRole('link', { name: 'Membaca berdua?' }).click();
  await page.getByLabel('Nama masuk teman').fill('tini');
  await page.getByLabel('PIN teman').fill('111222');
  await page.getByRole('button', { name: 'Catat untuk teman' }).click();
  await page.getByText('tidak cocok').waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect(await readers(lesson)).toEqual(['siti']);
  await page.getByLabel('PIN teman').fill(pin);
  await page.getByRole('button', { name: 'Catat untuk teman' }).click();
  await page.getByText('Pelajaran ini tercatat juga untuk').waitFor();
  expect(await readers(lesson)).toEqual(['siti', 'tini']);
  await page.locator('name-chip', { hasText: 'Siti' }).waitFor();

  await page.goto(other);
  await page.locator('lesson-read').scrollIntoViewIfNeeded();
  await page.locator('lesson-read:defined').waitFor();
  await server.pause();
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await page.getByRole('link', { name: 'Membaca berdua?' }).click();
  await page.getByRole('button', { name: 'Ibu tini' }).click();
  await page.getByText('Dikirim sesudah').waitFor();
  await server.resume();
  await page.goto('/saya/');
  await expect.poll(() => readers(other)).toEqual(['siti']);
  // What arrived while the page was open loads it once more, which may come between.
  const arrive = () =>
    page.goto('/masuk/').then(
      (answered) => answered?.status(),
      () => undefined,
    );
  await expect.poll(arrive).toBe(200);
  await signIn(page, 'tini');
  await page.goto('/saya/');
  // The page that was left may have the right to send for some seconds more.
  await expect.poll(() => readers(other), { timeout: 45_000 }).toEqual(['siti', 'tini']);
}, 120_000);

async function readers(path: string): Promise<unknown[]> {
  const { rows } = await server.db.client.execute({
    sql: `SELECT DISTINCT login FROM record JOIN person ON person.id = record.person
      WHERE kind = 'lesson-read' AND record.name = ? ORDER BY login`,
    args: [path.split('/').at(-2) ?? ''],
  });
  return rows.map(({ login }) => login);
}
