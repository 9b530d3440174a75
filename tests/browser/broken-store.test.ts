import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { person } from '#db/schema/people.ts';
import { record } from '#db/schema/records.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { answersKept } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, answerShown, letTimePass, signIn, send } from '../support/learner.ts';
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

const practice = '/kursus/up-202/kuis/hpp-keripik/';
const exam = '/kursus/up-202/kuis/ujian-akhir/';

test('a practice reaches the server although the browser closed the store meanwhile', async () => {
  const page = await openWithStores('tutup');
  await page.goto(practice);
  await page.locator('.question-step:visible').waitFor();
  await closeStores(page);
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('Jawaban sudah tercatat').waitFor();
  expect(await recordsOf('tutup')).toEqual(['hpp-keripik']);
});

test('answers typed after the store was closed are there after the page is opened again', async () => {
  const page = await openWithStores('ketik');
  await page.goto(practice);
  await page.locator('.question-step:visible').waitFor();
  await closeStores(page);
  await answerShown(page, quizOf('hpp-keripik'));
  await answersKept(page);
  const before = await valuesIn(page);
  await page.reload();
  await page.waitForFunction(
    (count) => document.querySelectorAll('form :checked, form input[value]').length >= count,
    1,
  );
  await expect.poll(() => valuesIn(page)).toEqual(before);
});

test('an exam sent without a network after the store was closed is kept, and sent later', async () => {
  const page = await openWithStores('luring');
  await page.goto(exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await letTimePass(page);
  await page.route('**/api/records', (route) => route.abort());
  await closeStores(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('akan dikirim sendiri').waitFor();
  await page.unroute('**/api/records');
  await page.goto('/saya/');
  await expect.poll(() => recordsOf('luring')).toEqual(['ujian-akhir']);
});

test('on a full phone a practice is sent at once, an exam by its form, and reading by its own', async () => {
  const page = await openWithStores('penuh');
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The phone is full', 'QuotaExceededError');
    };
  });
  await page.goto(practice);
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('Jawaban sudah tercatat').waitFor();
  await page.goto(exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.waitForURL('**/jawab/**');
  await page.goto('/kursus/up-202/hpp-keripik/');
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await page.waitForURL('**/dibaca/**');
  await expect.poll(() => recordsOf('penuh')).toEqual(['hpp-keripik', 'hpp-keripik', 'ujian-akhir']);
});

test('on a full phone without a network it is said that nothing is kept', async () => {
  const page = await openWithStores('putus');
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The phone is full', 'QuotaExceededError');
    };
  });
  await page.goto(practice);
  await page.locator('.question-step:visible').waitFor();
  await server.pause();
  onTestFinished(() => server.resume());
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('tidak bisa menyimpan jawaban').waitFor();
});

/** A page of somebody signed in whose stores can be closed as a browser does that is short of memory. */
async function openWithStores(login: string): Promise<Page> {
  await addLearner(server, login);
  const page = await openPage(await openPhone(browser, server.origin));
  await page.addInitScript(() => {
    const stores: IDBDatabase[] = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      request.addEventListener('success', () => stores.push(request.result));
      return request;
    };
    Object.assign(globalThis, { stores });
  });
  await signIn(page, login);
  return page;
}

function closeStores(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const store of (globalThis as unknown as { stores: IDBDatabase[] }).stores) store.close();
  });
}

function valuesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('quiz-form input, quiz-form select')]
      .filter((it) => (it.type === 'radio' || it.type === 'checkbox' ? it.checked : it.type !== 'hidden'))
      .map((it) => `${it.name}=${it.value}`)
      .sort(),
  );
}

async function recordsOf(login: string): Promise<readonly string[]> {
  const rows = await server.db.orm
    .select({ name: record.name })
    .from(record)
    .innerJoin(person, eq(person.id, record.person))
    .where(eq(person.login, login));
  return rows.map(({ name }) => name).sort();
}

function quizOf(quiz: string) {
  const found = findQuiz(server.catalogue, 'up-202', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}
