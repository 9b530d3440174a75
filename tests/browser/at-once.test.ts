import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { answersKept } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, answerShown, send, signIn } from '../support/learner.ts';
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

const practice = '/kursus/lm-101/kuis/tanda-bahaya-tppo/';
const mixed = '/kursus/up-202/kuis/hpp-keripik/';

test('a practice answers each question at once, on the choice itself, and leads on to the next', async () => {
  const page = await openPage(await openPhone(browser, server.origin), practice);
  const quiz = quizOf('tanda-bahaya-tppo');
  const count = quiz.questions.length;
  await page.getByText(`Soal 1 dari ${count}`).waitFor();
  await answerShown(page, quiz, 1);
  expect(await page.locator('[data-verdict]').count()).toBe(0);
  await button(page, 'Periksa').click();
  // Where reading goes on, and that it is in view.
  await expect.poll(() => focused(page)).toMatch(/^Belum tepat\./);
  await expect.poll(() => isInView(page, '.question-feedback:visible')).toBe(true);
  expect(await page.locator('.choice:visible:has(:checked)').getAttribute('data-mark')).toBe('wrong');
  expect(await page.locator('.choice:visible[data-mark="missed"]').count()).toBe(1);
  expect(await page.locator('.choice:visible[data-mark="missed"]').textContent()).toContain('ini jawaban yang benar');
  expect(await page.locator('.question-key:visible').count()).toBe(1);
  expect(await page.locator('[data-question]:visible input:enabled').count()).toBe(0);
  expect(await page.locator('.quiz-place').first().getAttribute('aria-label')).toBe('Soal 1: Belum tepat.');

  await button(page, 'Soal berikutnya').click();
  await expect.poll(() => focused(page)).toContain(`Soal 2 dari ${count}`);
  await answerShown(page, quiz);
  await button(page, 'Periksa').click();
  await expect.poll(() => focused(page)).toMatch(/^Tepat\./);
  expect(await page.locator('.choice:visible:has(:checked)').first().getAttribute('data-mark')).toBe('right');
  expect(await page.locator('.question-key:visible').count()).toBe(0);

  await button(page, 'Soal berikutnya').click();
  await answer(page, quiz);
  await button(page, 'Lihat hasil').click();
  await page.getByText(`${count - 1} dari ${count} soal tepat.`).waitFor();
  // Now all that was said stands on one page, what was right folded.
  expect(await page.locator('.question-feedback:visible').count()).toBe(1);
  expect(await page.locator('details[data-verdict="right"]').count()).toBe(count - 1);
  expect(await page.locator('.quiz-way, .question-step').filter({ visible: true }).count()).toBe(0);

  await button(page, 'Ulangi').click();
  await expect.poll(() => page.locator('[data-block]:visible').count()).toBe(1);
  expect(await page.locator('.quiz-place.is-answered, [data-mark], [data-verdict], .mark-note').count()).toBe(0);
});

test('the attempt is recorded with the last answer, whether or not anybody looks at the result', async () => {
  const person = await addLearner(server, 'siti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'siti');
  await page.goto(mixed);
  await answer(page, quizOf('hpp-keripik', 'up-202'), 2);
  const recorded = () =>
    server.db.client.execute({ sql: 'SELECT count(*) AS n FROM record WHERE person = ?', args: [person] });
  await expect.poll(async () => (await recorded()).rows[0]?.n).toBe(1);
  await send(page);
  await page.getByText('4 dari 6 soal tepat.').waitFor();
  await page.getByText('Jawaban sudah tercatat').waitFor();
  expect((await recorded()).rows[0]?.n).toBe(1);
});

test('what was judged stays judged when the page is closed and opened again', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, mixed);
  const quiz = quizOf('hpp-keripik', 'up-202');
  await page.getByText('Soal 1 dari 6').waitFor();
  await answerShown(page, quiz, 1);
  await button(page, 'Periksa').click();
  await button(page, 'Soal berikutnya').click();
  await answerShown(page, quiz);
  await answersKept(page);
  await page.close();
  const again = await openPage(phone, mixed);
  await again.getByText('Soal 2 dari 6').waitFor();
  expect(await again.locator('[data-question]:visible input').first().inputValue()).not.toBe('');
  expect(await again.locator('.quiz-place').first().getAttribute('aria-label')).toBe('Soal 1: Belum tepat.');
  await button(again, 'Kembali').click();
  expect(await again.locator('.question-verdict:visible').textContent()).toContain('Belum tepat.');
  expect(await again.locator('[data-question]:visible input').first().isDisabled()).toBe(true);
  await button(again, 'Soal berikutnya').click();
  expect(await again.getByText('Soal 2 dari 6').isVisible()).toBe(true);
});

test('a question without an answer is not judged by mistake, may be skipped, and may be judged as it is', async () => {
  const page = await openPage(await openPhone(browser, server.origin), mixed);
  await page.getByText('Soal 1 dari 6').waitFor();
  await button(page, 'Periksa').click();
  expect(await page.locator('.question-error:visible').textContent()).toBe('Ini belum dijawab.');
  expect(await page.locator('[data-verdict]').count()).toBe(0);
  await page.locator('[data-question]:visible input').first().fill('1');
  expect(await button(page, 'Periksa').isVisible()).toBe(true);
  await button(page, 'Lewati').click();
  await page.getByText('Soal 2 dari 6').waitFor();
  await button(page, 'Periksa').click();
  await button(page, 'Periksa apa adanya').click();
  await expect.poll(() => focused(page)).toMatch(/^Belum dijawab\./);
  expect(await page.locator('.question-key:visible').count()).toBe(1);

  // From the last one it leads back to what was skipped; and it may end there.
  await page.locator('.quiz-place').last().click();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await page.locator('.quiz-status').getByText('Belum dijawab: soal 3, 4, 5, 6.').waitFor();
  await button(page, 'Kirim apa adanya').click();
  await page.getByText('0 dari 6 soal tepat.').waitFor();
});

test('a number with two readings is asked about before it is judged, and Enter judges the question it is typed in', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }), mixed);
  await page.locator('.question-step').first().waitFor();
  const field = page.locator('[data-question]').first();
  await field.getByRole('textbox').fill('1,250');
  await page.keyboard.press('Enter');
  await field.getByText('Maksud Anda').waitFor();
  expect(await page.locator('[data-verdict]').count()).toBe(0);
  await field.getByRole('button', { name: 'Tulis sebagai 1.250' }).click();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^Belum tepat\./);
  expect(await page.locator('[data-verdict]').count()).toBe(1);
  expect(await page.locator('.result-card').count()).toBe(0);
});

test('a case is judged as a whole, with what it teaches', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/kursus/up-202/kuis/musim-dan-harga-bahan/');
  const quiz = quizOf('musim-dan-harga-bahan', 'up-202');
  await page.locator('.question-step:visible').waitFor();
  while (!(await page.locator('.case:visible').isVisible())) await button(page, 'Lewati').click();
  const count = await answerShown(page, quiz, 1);
  await button(page, 'Periksa').click();
  await expect.poll(() => page.locator('.question-verdict:visible').count()).toBe(count);
  expect(await page.getByText('Dari kasus ini:').isVisible()).toBe(true);
  expect(await page.locator('.quiz-place[aria-current]').getAttribute('aria-label')).toContain('Sebagian tepat.');
});

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight + 1);
}

function quizOf(quiz: string, course = 'lm-101'): Quiz {
  const found = findQuiz(server.catalogue, course, quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}
