import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, letTimePass, send, signIn, signOut } from '../support/learner.ts';
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

const practice = 'hpp-keripik';

test('a practice says its result at the top, in view and focused, and leads on from there', async () => {
  await addLearner(server, 'siti');
  const page = await openPage(await openPhone(browser, server.origin, { width: 360, height: 640 }));
  await signIn(page, 'siti');
  await page.goto(`/kursus/up-202/kuis/${practice}/`);
  const count = await answer(page, quizOf(practice), 1);
  await send(page);
  await page.getByText(`${count - 1} dari ${count} soal tepat.`).waitFor();
  expect(await isSeenAndFocused(page)).toBe(true);

  const dots = page.locator('.result-dots a');
  expect(await dots.evaluateAll((all) => all.map((dot) => dot.getAttribute('aria-label')))).toEqual(
    Array.from({ length: count }, (_, at) => `Soal ${at + 1}: ${at === 0 ? 'Belum tepat.' : 'Tepat.'}`),
  );
  // The key is named where it was missed, and nowhere else.
  expect(await page.locator('[data-verdict="wrong"] .question-key:visible').count()).toBeGreaterThan(0);
  expect(await page.locator('[data-verdict="right"] .question-key:visible').count()).toBe(0);
  // What was right is folded away, and comes back by the keyboard, by its dot and on paper.
  const folded = page.locator('.question-list details[data-verdict]');
  expect(await folded.count()).toBe(count - 1);
  expect(await page.locator('.question:visible').count()).toBe(1);
  await folded.first().locator('> summary').press('Enter');
  expect(await page.locator('.question:visible').count()).toBe(2);
  await dots.nth(count - 1).click();
  expect(await focused(page)).toBe('Tepat.');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.question:visible').count()).toBe(count);
  await page.emulateMedia({ media: 'screen' });

  await page.getByText('Jawaban sudah tercatat').waitFor();
  const ways = page.locator('.result-card .actions > *');
  expect(await ways.first().textContent()).toMatch(/^Lanjut: /);
  expect(await ways.nth(1).textContent()).toBe('Ulangi');
  const { lessons = [] } = server.catalogue.courses.find(({ id }) => id === 'up-202') ?? {};
  const following = lessons[lessons.indexOf(practice) + 1];
  expect(await ways.first().getAttribute('href')).toContain(`/kursus/up-202/${following}/`);
  await page.getByRole('link', { name: 'Lihat hasil lengkap' }).click();
  expect(await page.textContent('main')).toMatch(/Baca lagi[\s\S]*Percobaan Anda/);
});

test('a practice inside a lesson shows its result in view and goes on to the lesson that follows', async () => {
  const page = await openPage(await openPhone(browser, server.origin), `/kursus/up-202/${practice}/`);
  await answer(page, quizOf(practice));
  await send(page);
  await page
    .locator('.result-card')
    .getByText(/(\d+) dari \1 soal tepat/)
    .waitFor();
  expect(await isSeenAndFocused(page)).toBe(true);
  const next = await page.locator('.turn-next').getAttribute('href');
  expect(await page.locator('.result-card .actions > *').first().getAttribute('href')).toContain(next ?? '?');

  await button(page, 'Ulangi').click();
  expect(await page.locator('.result-card').count()).toBe(0);
  expect(await page.locator('[data-verdict]').count()).toBe(0);
});

test('an exam tells its score at the top, marks no question while it is not passed, and leads to its result page', async () => {
  await addLearner(server, 'warti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'warti');
  const exam = quizOf('ujian-akhir');
  await page.goto('/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, exam, 99);
  await letTimePass(page);
  await button(page, 'Kirim jawaban').click();
  await page
    .locator('.result-card')
    .getByText(/^Nilai Anda \d+\s%\.$/)
    .waitFor();
  expect(await isSeenAndFocused(page)).toBe(true);
  expect(await page.locator('.result-card').textContent()).toContain('Belum lulus.');
  expect(await page.locator('.result-card').textContent()).not.toContain('poin');
  expect(await page.locator('[data-verdict]').count()).toBe(0);
  await page.getByRole('link', { name: 'Lihat hasil dan langkah berikutnya' }).click();
  expect(await page.textContent('main')).toMatch(/Nilai Anda \d+\s%[\s\S]*Percobaan Anda/);
});

test('an exam that cannot be sent says so where it is seen', async () => {
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await button(page, 'Kirim jawaban').click();
  await page.locator('.result-card').getByText('belum bernama').waitFor();
  expect(await isSeenAndFocused(page)).toBe(true);
  expect(await page.locator('.result-card').getByRole('link', { name: 'Masuk' }).isVisible()).toBe(true);
});

test('each attempt is reached from the own page and from the page of the quiz, with a script and without', async () => {
  await addLearner(server, 'yanti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'yanti');
  const quizPage = `/kursus/up-202/kuis/${practice}/`;
  await page.goto(quizPage);
  await answer(page, quizOf(practice), 2);
  await send(page);
  await page.getByText('Jawaban sudah tercatat').waitFor();
  await page.goto(quizPage);
  await page.getByRole('link', { name: 'Hasil percobaan Anda' }).click();
  await page.getByRole('heading', { name: 'Percobaan Anda' }).waitFor();
  const first = new URL(page.url()).searchParams.get('hasil');
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(await page.locator('.quiz-result > details[open]').count()).toBe(2);
  // What was answered, what would have been right, and why.
  expect(await page.locator('main').textContent()).toMatch(/Jawaban Anda:[\s\S]*Jawaban yang benar:/);

  const plain = await openPage(await openPhone(browser, server.origin, { javaScript: false }));
  await signIn(plain, 'yanti');
  await plain.goto(quizPage);
  await answer(plain, quizOf(practice));
  await plain.getByRole('button', { name: 'Periksa jawaban' }).click();
  const second = new URL(plain.url()).searchParams.get('hasil');
  // All of it was right: folded, and open at a touch without a script.
  const items = plain.locator('.quiz-result details');
  expect(await items.evaluateAll((all) => all.some((it) => (it as HTMLDetailsElement).open))).toBe(false);
  await items.first().locator('summary').click();
  expect(await items.first().getByText('Jawaban Anda:').isVisible()).toBe(true);
  await plain.goto('/saya/');
  await plain.getByRole('link', { name: /^Lihat hasil: Latihan: HPP/ }).click();
  expect(new URL(plain.url()).searchParams.get('hasil')).toBe(second);
  await plain.locator('.attempt-history a').first().click();
  expect(new URL(plain.url()).searchParams.get('hasil')).toBe(first);

  // Nobody reads another's.
  await addLearner(server, 'surti');
  await signOut(plain);
  await signIn(plain, 'surti');
  for (const hasil of [first, 'terakhir']) {
    expect((await plain.goto(`${quizPage}jawab/?hasil=${hasil}`))?.status()).toBe(404);
  }
});

/** Whether the card begins within the view and what is read next is the card. */
function isSeenAndFocused(page: Page): Promise<boolean> {
  return page.locator('.result-card').evaluate((card) => {
    const { top } = card.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2 && document.activeElement === card;
  });
}

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function quizOf(id: string): Quiz {
  const quiz = findQuiz(server.catalogue, 'up-202', id)?.quiz;
  if (!quiz) throw new Error(`missing quiz ${id}`);
  return quiz;
}
