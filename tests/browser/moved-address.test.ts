import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { makeCertificate } from '../support/certificate.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { findFreePort } from '../support/free-port.ts';
import { addLearner, answer, send, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('after a house went over to TLS its old address sends what waits on a phone and leads to the new one', async () => {
  const { server, page, moveToTls } = await phoneOfHouse();
  await addLearner(server, 'siti');
  await signIn(page, 'siti');
  await practiseWithoutServer(server, page);

  const address = await moveToTls();
  await page.goto('/kursus/up-202/');
  await page.waitForURL(`${address}/kursus/up-202/`);
  expect(await listRecorded(server)).toEqual([['siti', 'hpp-keripik']]);
});

test('what waits for somebody who is not signed in stays until its owner is, at the old address', async () => {
  const { server, page, moveToTls } = await phoneOfHouse();
  await addLearner(server, 'siti');
  await signIn(page, 'siti');
  await practiseWithoutServer(server, page);
  await page.context().clearCookies();

  const address = await moveToTls();
  await page.goto('/');
  await page.getByText('1 jawaban di HP ini menunggu pemiliknya masuk').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Masuk untuk mengirim' }).click();
  await page.waitForURL('**/masuk/**');
  await page.getByLabel('Nama masuk').fill('siti');
  await page.locator('[name="secret"]').fill('274916');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL(`${address}/`);
  expect(await listRecorded(server)).toEqual([['siti', 'hpp-keripik']]);
});

interface House {
  readonly server: TestServer;
  readonly page: Page;
  /** The house's laptop starts again, with a certificate, at another port; answers its new address. */
  moveToTls(): Promise<string>;
}

async function phoneOfHouse(): Promise<House> {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const phone = await openUntrustingPhone(server.origin);
  const page = await phone.newPage();
  return {
    server,
    page,
    async moveToTls() {
      const port = await findFreePort();
      const siteUrl = `https://localhost:${port}`;
      const { cert, key } = makeCertificate();
      await server.resume({
        tls: async () => ({ cert: Buffer.from(cert), key: Buffer.from(key) }),
        port,
        siteUrl,
        oldHttpPort: Number(new URL(server.origin).port),
      });
      return siteUrl;
    },
  };
}

/** No authority has signed the house's certificate here. */
async function openUntrustingPhone(baseURL: string): Promise<BrowserContext> {
  const phone = await browser.newContext({
    baseURL,
    viewport: { width: 360, height: 640 },
    ignoreHTTPSErrors: true,
    serviceWorkers: 'block',
  });
  onTestFinished(() => phone.close());
  return phone;
}

/** Leaves the server stopped and one attempt on the phone. */
async function practiseWithoutServer(server: TestServer, page: Page): Promise<void> {
  const found = findQuiz(server.catalogue, 'up-202', 'hpp-keripik');
  if (found === undefined) throw new Error('no such quiz');
  await page.goto('/kursus/up-202/kuis/hpp-keripik/');
  await page.locator('.question-step:visible').waitFor();
  await page.waitForLoadState('networkidle');
  await server.pause();
  await answer(page, found.quiz);
  await send(page);
  await page.locator('.result-card').waitFor();
}

async function listRecorded({ db }: TestServer): Promise<unknown[][]> {
  const { rows } = await db.client.execute(
    "SELECT person.login, record.name FROM record JOIN person ON person.id = record.person WHERE record.kind = 'attempt'",
  );
  return rows.map(({ login, name }) => [login, name]);
}
