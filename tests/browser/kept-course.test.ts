import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Offer } from '#domain/offline/sets.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { formatBytes } from '#messages/keep.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, letTimePass, send, signIn } from '../support/learner.ts';
import { cachedPaths, controlled, keepButton, keepCourse, keptPackNames } from '../support/kept.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
let offer: Offer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  offer = (await (await server.request('/luring/rilis.json')).json()) as Offer;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

let isStopped = false;
afterEach(start);

async function stop(): Promise<void> {
  await server.pause();
  isStopped = true;
}

async function start(): Promise<void> {
  if (isStopped) await server.resume();
  isStopped = false;
}

const ours = '/kursus/up-202/';

test('a kept course is read, practised and examined without network, and the exam arrives when it is back', async () => {
  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const phone = await openPhone(browser, server.origin, { worker: true });
  const page = await openPage(phone);
  await signIn(page, 'siti');
  await page.goto(ours);
  const button = await keepButton(page);
  const bytes = travels('umum') + travels('kursus-up-202');
  expect(await button.textContent()).toBe(`Simpan kursus ini di HP (${formatBytes(bytes)})`);
  await keepCourse(page);
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Simpan juga pencarian/ }).click();
  await page.getByText('Pencarian juga tersimpan.').waitFor();

  await stop();
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // Whoever goes on before a page is whole breaks off what it still loads.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(new URL(request.url()).pathname);
  });
  const paths = pagesOf('up-202');
  for (const path of paths) {
    const answered = await page.goto(path);
    expect([path, answered?.status(), await page.locator('h1').count()]).toEqual([path, 200, 1]);
  }
  expect(failed.filter((path) => /^\/(_astro|pagefind)\//.test(path))).toEqual([]);
  // The name stands on pages that came without network; what is the person's own opens nowhere.
  await page.locator('name-chip', { hasText: 'Siti' }).waitFor();
  expect((await page.goto('/saya/'))?.status()).toBe(503);
  await page.getByRole('heading', { name: 'Halaman ini belum tersimpan di HP ini' }).waitFor();
  await page.goto('/kursus/lm-101/');
  await page.getByRole('link', { name: titleOf('up-202') }).click();
  await page.waitForURL(`**${ours}`);

  await page.goto(`${ours}kuis/hpp-keripik/`);
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText(/(\d+) dari \1 soal tepat/).waitFor();
  await page.goto(`${ours}kuis/ujian-akhir/`);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await letTimePass(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('akan dikirim sendiri begitu ada jaringan').waitFor();

  await page.goto('/cari/?q=hpp keripik');
  await page.locator('a.found-title[href^="/kursus/up-202/"]').first().waitFor();
  const marked = page.locator('li', { has: page.locator('.found-unkept') }).locator('a.found-title');
  await marked.first().waitFor();
  const unkept = await marked.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(unkept.filter((path) => path.startsWith('/kursus/up-202/'))).toEqual([]);
  // Whoever is in need finds the number without a line too.
  await page.goto('/cari/?q=dipukul majikan');
  await page
    .locator('.found-urgent')
    .getByRole('link', { name: /^(Telepon|WhatsApp) / })
    .waitFor();

  await start();
  await page.goto('/saya/');
  const exam = page.locator('li', { hasText: 'Ujian akhir' });
  await exam.filter({ hasText: 'Nilai Anda 100 %' }).waitFor();
  expect(await cachedPaths(page)).not.toContainEqual(expect.stringMatching(/^\/(saya|masuk|keluar|api|pelatih)/));
  await phone.close();
}, 180_000);

test('pages that were visited are readable without network, one that was not says what is, and all can be taken off', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { worker: true }));
  await controlled(page);
  await page.goto('/kursus/lm-101/mengadu-dan-pulang-selamat/');
  await expect.poll(() => cachedPaths(page)).toContain('/kursus/lm-101/mengadu-dan-pulang-selamat/');
  await stop();
  expect((await page.goto('/bantuan/'))?.status()).toBe(503);
  await page.locator('a[href="/kursus/lm-101/mengadu-dan-pulang-selamat/"]').click();
  await page.getByRole('heading', { level: 1, name: 'Mengadu' }).waitFor();
  await start();
  await page.goto('/luring/');
  await page.getByRole('button', { name: 'Hapus daftar ini dari HP' }).click();
  await expect.poll(() => cachedPaths(page)).toEqual([]);
  await page.getByText('Tidak ada.').waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test('a phone that keeps a course may have the site among its programs, and no banner asks for it', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { worker: true }), ours);
  await controlled(page);
  expect(await page.locator('link[rel=manifest]').count()).toBe(0);
  await keepCourse(page);
  await page.goto('/');
  const manifest = page.locator('link[rel=manifest]');
  await manifest.waitFor({ state: 'attached' });
  const { icons, start_url: start } = (await (
    await server.request((await manifest.getAttribute('href')) ?? '')
  ).json()) as { icons: { src: string }[]; start_url: string };
  for (const path of [start, ...icons.map(({ src }) => src)])
    expect([path, (await server.request(path)).status]).toEqual([path, 200]);

  await page.goto('/luring/');
  await page.locator('link[rel=manifest]').waitFor({ state: 'attached' });
  expect(await page.evaluate(offerInstalling)).toBe(true);
  await page.getByRole('button', { name: 'Pasang di layar HP ini' }).click();
  await page.waitForFunction(() => 'wasAsked' in globalThis);
  await page.getByRole('button', { name: 'Pasang di layar HP ini' }).waitFor({ state: 'detached' });
});

test('a line that is cut keeps what was whole, and the next try brings only the rest', async () => {
  const phone = await openPhone(browser, server.origin, { worker: true });
  const page = await openPage(phone);
  await controlled(page);
  await phone.route(/kursus-up-202\..*\.pak/, (route) => route.abort());
  await page.goto(ours);
  await (await keepButton(page)).click();
  await page.getByText('Sambungan terputus').waitFor();
  expect((await cachedPaths(page)).filter((path) => path.endsWith('.pak'))).toEqual([
    expect.stringContaining('/umum.'),
  ]);
  await phone.unroute(/kursus-up-202\..*\.pak/);
  await page.reload();
  const button = await keepButton(page);
  expect(await button.textContent()).toContain(formatBytes(travels('kursus-up-202')));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await keepCourse(page);
  expect(asked.filter((path) => path.endsWith('.pak'))).toEqual([expect.stringContaining('/kursus-up-202.')]);
});

test('a pack with one changed byte is not kept', async () => {
  const phone = await openPhone(browser, server.origin, { worker: true });
  const page = await openPage(phone);
  await controlled(page);
  await phone.route(/umum\..*\.pak/, async (route) => {
    const answered = await route.fetch();
    const body = await answered.body();
    body[body.byteLength - 9] = (body[body.byteLength - 9] ?? 0) ^ 1;
    await route.fulfill({ response: answered, body });
  });
  await page.goto(ours);
  await (await keepButton(page)).click();
  await page.getByText('tidak utuh').waitFor();
  expect(await keptPackNames(page)).toEqual([]);
});

/** Runs in the page, as Chrome does on a phone; answers whether the browser's own banner was held back. */
function offerInstalling(): boolean {
  const offer = new Event('beforeinstallprompt', { cancelable: true });
  dispatchEvent(Object.assign(offer, { prompt: async () => Object.assign(globalThis, { wasAsked: true }) }));
  return offer.defaultPrevented;
}

function pagesOf(course: string): string[] {
  const { courses, quizzes } = server.catalogue;
  const lessons = courses.find(({ id }) => id === course)?.lessons ?? [];
  return [
    ...['/', '/kursus/', '/bantuan/', '/istilah/', '/cari/', '/periksa/', `/kursus/${course}/`],
    ...lessons.map((lesson) => `/kursus/${course}/${lesson}/`),
    ...quizzes.filter(({ quiz }) => quiz.course === course).map(({ quiz }) => `/kursus/${course}/kuis/${quiz.id}/`),
  ];
}

function travels(set: string): number {
  return offer.sets[set]?.travels ?? Number.NaN;
}

function titleOf(course: string): string {
  return server.catalogue.courses.find(({ id }) => id === course)?.title ?? '';
}

function quizOf(id: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', id);
  if (!found) throw new Error(`no quiz ${id}`);
  return found.quiz;
}
