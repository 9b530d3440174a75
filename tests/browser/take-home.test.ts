import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { takeHomeAddress } from '#domain/course/take-home.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { readPointer, readRelease, releaseFolder } from '#server/release/release.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { siteFolder } from '../support/built-site.ts';
import { addLearner, answer, passphrase, send, signIn } from '../support/learner.ts';
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

test('the file of every course is read without a script, and with one opens without asking anybody for anything', async () => {
  const courses = coursesWithFile();
  expect(courses.length).toBeGreaterThan(10);
  const [plain, scripted] = [await openPocket({ javaScript: false }), await openPocket()];
  for (const { id, lessons } of courses) {
    const { page: still } = await openFile(plain, id);
    expect([id, await still.locator('main > section h1').filter({ visible: true }).count()]).toEqual([
      id,
      lessons.length + 3,
    ]);
    expect(await still.locator('.key-fold').first().isVisible()).toBe(true);
    await still.close();
    const { page, asked, faults } = await openFile(scripted, id);
    await page.locator('.take-search').waitFor();
    expect(await page.locator('main h1').filter({ visible: true }).count()).toBe(1);
    expect([id, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([id, 360]);
    expect([id, asked.slice(1), faults]).toEqual([id, [], []]);
    await page.close();
  }
}, 240_000);

test('all that a file names is in it, but for telephone numbers and the pages of others', () => {
  for (const { id } of coursesWithFile()) {
    const html = readFileSync(fileOf(id), 'utf8').replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, '');
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name));
    const named = [...html.matchAll(/\s(?:href|src|for|aria-labelledby|aria-describedby)="([^"]*)"/g)];
    const lost = named
      .flatMap(([whole, value = '']) =>
        /\s(?:href|src)=/.test(whole) ? [value] : value.split(' ').map((it) => `#${it}`),
      )
      .filter((value) =>
        value.startsWith('#') ? !ids.has(value.slice(1)) : !/^(data:|tel:|sms:|https?:)/.test(value),
      );
    expect([id, lost]).toEqual([id, []]);
  }
});

test('in the file a practice is judged, a sheet reckons, words are found, and what was best is still known another time', async () => {
  const pocket = await openPocket();
  const { page } = await openFile(pocket, 'up-202');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Cari di berkas ini').fill('menghitung rendemen');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page.locator('.take-found').getByRole('link', { name: 'Hitung yang jadi' }).click();
  await page.getByRole('heading', { name: 'Hitung yang jadi' }).waitFor();
  const sheet = page.locator('#hpp-keripik work-sheet');
  await sheet.getByLabel('baris 1: Rp').first().fill('130000');
  await sheet.locator('[data-result="variable.amount"]', { hasText: '130.000' }).waitFor();

  await page.getByRole('link', { name: 'Isi berkas ini' }).click();
  await page.locator('#awal').getByRole('link', { name: 'Biaya variabel dan biaya tetap' }).first().click();
  await answer(page, quizOf('biaya-variabel-dan-tetap'));
  await send(page);
  await page.getByText(/(\d+) dari \1 soal tepat/).waitFor();
  await page.getByText('Hasil latihan ini disimpan di HP ini saja.').waitFor();
  const again = await pocket.newPage();
  await again.goto(page.url());
  await again.getByRole('link', { name: 'Isi berkas ini' }).click();
  await again.locator('#awal').getByRole('link', { name: 'Bawa hasil ke rumah belajar' }).click();
  await again.getByLabel('Nomor di kartu masuk Anda').fill('1');
  await again.getByRole('button', { name: 'Buat kode hasil' }).click();
  const code = (await again.locator('.result-code').textContent()) ?? '';
  expect(await again.getByRole('link', { name: 'Kirim lewat SMS' }).getAttribute('href')).toContain(
    encodeURIComponent(code),
  );
  expect(await readQrCode(again, '.result-made svg')).toBe(code);
  expect(await findFaults(again)).toEqual([]);

  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  await addLearner(server, 'wartini', { role: 'coordinator' });
  const desk = await openPage(await openPhone(browser, server.origin));
  await signIn(desk, 'wartini', passphrase);
  await desk.goto(`/pengurus/kartu/?orang=${await idOf('siti')}`);
  await desk.goto('/pelatih/bawa-pulang/');
  const field = desk.getByLabel('Kode hasil');
  await field.fill(code.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')));
  await desk.getByRole('button', { name: 'Periksa' }).click();
  await desk.getByText('Baris 1: kodenya salah tulis').waitFor();
  await field.fill(`Hasil belajar UP-202: ${code}`);
  await desk.getByRole('button', { name: 'Periksa' }).click();
  await desk.getByText('Siti Aminah').waitFor();
  expect(await findFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Terima 1 hasil' }).click();
  await desk.getByText('1 hasil diterima.').waitFor();
  await desk.goto(`/pelatih/peserta/${await idOf('siti')}/`);
  await desk.getByText('di rumah, diterima Ibu wartini').waitFor();
}, 120_000);

test('where the phone stores nothing for files a practice is judged all the same, and its loss is said', async () => {
  const pocket = await openPocket();
  await pocket.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    Object.defineProperties(globalThis, { localStorage: refuse, sessionStorage: refuse, indexedDB: refuse });
  });
  const { page, faults } = await openFile(pocket, 'up-202', '#biaya-variabel-dan-tetap');
  await answer(page, quizOf('biaya-variabel-dan-tetap'), 1);
  await send(page);
  await page.getByText('Hasil ini hilang bila berkas ditutup').waitFor();
  expect(faults).toEqual([]);
});

test('the file is offered on the course’s page: saved by its link, sent on where the phone has a way to', async () => {
  const answered = await server.request(takeHomeAddress('up-202'));
  expect(answered.headers.get('content-disposition')).toBe('attachment; filename="Kursus-UP-202.html"');
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/up-202/');
  await page.getByText('buka WhatsApp, tekan gambar klip').waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh berkas kursus ini' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('Kursus-UP-202.html');

  const phone = await openPhone(browser, server.origin);
  await phone.addInitScript(() => {
    const share = async ({ files = [] }: ShareData) =>
      Object.assign(globalThis, { shared: [files[0]?.name, files[0]?.size] });
    Object.assign(navigator, { canShare: () => true, share });
  });
  const sharing = await openPage(phone, '/kursus/up-202/');
  await sharing.getByRole('button', { name: 'Kirim lewat WhatsApp' }).click();
  const shared = await sharing.waitForFunction(() => (globalThis as { shared?: unknown }).shared);
  expect(await shared.jsonValue()).toEqual(['Kursus-UP-202.html', readFileSync(fileOf('up-202')).byteLength]);
});

/** A phone that has only files: whatever it asks for from elsewhere is seen. */
async function openPocket({ javaScript = true } = {}): Promise<BrowserContext> {
  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: javaScript });
  pocket.setDefaultTimeout(15_000);
  onTestFinished(() => pocket.close());
  return pocket;
}

async function openFile(
  pocket: BrowserContext,
  course: string,
  hash = '',
): Promise<{ readonly page: Page; readonly asked: readonly string[]; readonly faults: readonly string[] }> {
  const page = await pocket.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(pathToFileURL(fileOf(course)).href + hash);
  return { page, asked, faults };
}

function fileOf(course: string): string {
  return join(releaseFolder(siteFolder, readPointer(siteFolder)?.current ?? ''), 'client', takeHomeAddress(course));
}

function coursesWithFile(): TestServer['catalogue']['courses'] {
  const files = readRelease(siteFolder, readPointer(siteFolder)?.current ?? '')?.files ?? {};
  return server.catalogue.courses.filter(({ id }) => takeHomeAddress(id).slice(1) in files);
}

async function idOf(login: string): Promise<string> {
  const { rows } = await server.db.client.execute({ sql: 'SELECT id FROM person WHERE login = ?', args: [login] });
  return String(rows[0]?.id);
}

function quizOf(id: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', id);
  if (!found) throw new Error(`no quiz ${id}`);
  return found.quiz;
}
