import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { shiftOf } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, signIn, signOut, send } from '../support/learner.ts';
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

const lesson = '/kursus/up-202/hpp-keripik/';
const practice = '/kursus/up-202/kuis/hpp-keripik/';
const exam = '/kursus/up-202/kuis/ujian-akhir/';

test('every kind of page tells who is signed in, and quiz and exam under whose name they record', async () => {
  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const page = await openPage(await openPhone(browser, server.origin));
  await page.locator('name-chip').getByRole('link', { name: 'Masuk', exact: true }).waitFor();
  await signIn(page, 'siti');
  for (const path of ['/', '/kursus/', '/kursus/up-202/', lesson, '/cari/', '/bantuan/', '/saya/', practice, exam]) {
    await page.goto(path);
    await page.getByRole('link', { name: 'Masuk sebagai Siti' }).waitFor();
    expect(await page.locator('.chip-initials').textContent()).toBe('SA');
  }
  for (const path of [practice, exam, lesson, `${exam}jawab/`]) {
    await page.goto(path);
    await page.locator('[data-recorded-as]', { hasText: 'Dicatat atas nama' }).first().waitFor();
    expect(await page.locator('[data-recorded-as] strong').first().textContent()).toBe('Siti Aminah');
  }
});

test('a page that is open when the network goes still tells it, and asked for nothing', async () => {
  await addLearner(server, 'tini', { name: 'Tini' });
  const phone = await openPhone(browser, server.origin);
  const first = await openPage(phone, '/masuk/');
  await signIn(first, 'tini');
  await first.getByRole('link', { name: 'Masuk sebagai Tini' }).waitFor();
  const page = await openPage(phone);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/me')) asked += 1;
  });
  await page.goto('/bantuan/');
  await page.getByRole('link', { name: 'Masuk sebagai Tini' }).waitFor();
  await server.pause();
  onTestFinished(() => server.resume());
  await page.getByRole('link', { name: 'Masuk sebagai Tini' }).click();
  await page.getByText('Nama masuk: tini').waitFor();
  expect(asked).toBe(0);
});

test('an exam asks once what its reader has done, whatever on the page wants to know', async () => {
  await addLearner(server, 'yanti', { name: 'Yanti' });
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'yanti');
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/me')) asked += 1;
  });
  await page.goto(exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await page.locator('[data-question]:visible').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked).toBe(1);
});

test('signing out says so, says what is unsent, and leaves no name behind', async () => {
  await addLearner(server, 'warti', { name: 'Bu Warti' });
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'warti');
  await page.goto(practice);
  await page.route('**/api/records', (route) => route.abort());
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('akan dikirim sendiri').waitFor();
  await page.getByRole('link', { name: 'Masuk sebagai Warti' }).click();
  await page.getByText('1 jawaban Anda belum terkirim.').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar.').waitFor();
  await page.getByText('1 jawaban Warti belum terkirim.', { exact: false }).waitFor();
  await page.goto(practice);
  await page.getByText('Tercatat bila Anda masuk.').waitFor();
  expect(await page.textContent('body')).not.toContain('Warti');

  await page.unroute('**/api/records');
  await signIn(page, 'warti');
  await page.getByText('1 kali dicoba').waitFor();
  await signOut(page);
  await page.getByText('Anda sudah keluar.').waitFor();
});

test('"Bukan saya" leads to signing in as oneself and back to the same page', async () => {
  await addLearner(server, 'ani', { name: 'Ani' });
  await addLearner(server, 'budi', { name: 'Budi' });
  for (const javaScript of [true, false]) {
    const page = await openPage(await openPhone(browser, server.origin, { javaScript }));
    await signIn(page, 'ani');
    await page.goto(`${practice}jawab/`);
    await page.locator('[data-recorded-as]').getByRole('link', { name: 'Bukan Anda?' }).click();
    await page.getByRole('button', { name: 'Bukan saya' }).click();
    await page.waitForURL('**/masuk/**');
    await signIn(page, 'budi');
    expect(new URL(page.url()).pathname).toBe(`${practice}jawab/`);
    expect(await page.locator('[data-recorded-as] strong').textContent()).toBe('Budi');
  }
});

test('another name in another tab is told when a page is looked at again', async () => {
  await addLearner(server, 'eka', { name: 'Eka' });
  await addLearner(server, 'dwi', { name: 'Dwi' });
  const phone = await openPhone(browser, server.origin);
  const first = await openPage(phone);
  await signIn(first, 'eka');
  await first.goto('/kursus/');
  await first.getByRole('link', { name: 'Masuk sebagai Eka' }).waitFor();
  const second = await openPage(phone, '/masuk/');
  await signIn(second, 'dwi');
  await first.bringToFront();
  await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await first.getByRole('link', { name: 'Masuk sebagai Dwi' }).waitFor();
});

test.each([
  ['sixty letters', `${'Wahyuningsihrahayu'.repeat(3)} Astuti`, 'WA'],
  ['one word', 'Sutarmi', 'S'],
  ['an apostrophe', "Nur'aini D'Arc", 'ND'],
])('a name of %s moves nothing and hangs over no side', async (login, name, initials) => {
  await addLearner(server, login.replace(' ', '-'), { name });
  const phone = await openPhone(browser, server.origin, { width: 320, height: 568 });
  const page = await openPage(phone, exam);
  const before = await placesOf(page);
  await signIn(page, login.replace(' ', '-'));
  await page.goto(exam);
  await page.locator('.chip-initials', { hasText: initials }).waitFor();
  expect(await placesOf(page)).toEqual(before);
  expect(await shiftOf(page)).toBe(0);
  expect(await widthOf(page)).toBeLessThanOrEqual(320);
  await enlargeText(page);
  expect(await widthOf(page)).toBeLessThanOrEqual(320);
});

/** Where the title, the line above the questions, and what follows it stand. */
function placesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    ['h1', '.recorded-as', '.quiz-start', 'footer'].map((it) => {
      const box = document.querySelector(it)?.getBoundingClientRect();
      return Math.round(box?.top ?? -1);
    }),
  );
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 225% !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

function quizOf(quiz: string) {
  const found = findQuiz(server.catalogue, 'up-202', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}
