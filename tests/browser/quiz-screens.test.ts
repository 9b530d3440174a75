import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, letTimePass, signIn } from '../support/learner.ts';
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

afterEach(() => void vi.useRealTimers());

const practice = '/kursus/lm-101/kuis/tanda-bahaya-tppo/';
const lesson = '/kursus/lm-101/tanda-bahaya-tppo/';

test('one question is seen at a time, and the way through says where one is and what is answered', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { width: 320, height: 640 }), practice);
  const count = quizOf('tanda-bahaya-tppo').questions.length;
  await page.getByText(`Soal 1 dari ${count}`).waitFor();
  expect(await page.locator('[data-block]:visible').count()).toBe(1);
  expect(await button(page, 'Kembali').isVisible()).toBe(false);
  expect(await button(page, 'Periksa jawaban').isVisible()).toBe(false);
  expect(await places(page)).toEqual(Array.from({ length: count }, (_, at) => `Soal ${at + 1}, belum dijawab`));

  await page.locator('[data-question]:visible input').first().check();
  expect((await places(page))[0]).toBe('Soal 1, sudah dijawab');
  expect(await page.locator('.quiz-way [role="status"]').textContent()).toBe(`1 dari ${count} soal sudah dijawab.`);
  await button(page, 'Lanjut').click();
  expect(await page.getByText(`Soal 2 dari ${count}`).isVisible()).toBe(true);
  expect(await page.getByText(`Soal 1 dari ${count}`).isVisible()).toBe(false);
  expect(await page.locator('.quiz-place[aria-current="step"]').textContent()).toBe('2');
  // Whoever listens or has large letters begins at the question.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(`Soal 2 dari ${count}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await button(page, 'Kembali').click();
  expect(await page.locator('[data-question]:visible input').first().isChecked()).toBe(true);
});

test('nothing moves when the script takes the page over', async () => {
  for (const look of [{}, { width: 1280, height: 800 }]) {
    const phone = await openPhone(browser, server.origin, look);
    await phone.addInitScript(() => {
      const moves: PerformanceEntry[] = [];
      new PerformanceObserver((list) => moves.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      });
      // What comes in while the page is still being read may push; scripts begin after that.
      const moved = () => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return moves.filter((move) => move.startTime >= (navigation?.domInteractive ?? 0)).map((move) => move.toJSON());
      };
      Object.assign(globalThis, { moved });
    });
    for (const path of [practice, lesson]) {
      const page = await openPage(phone, path);
      await page.getByText('Soal 1 dari').waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (globalThis as unknown as { moved(): unknown[] }).moved())).toEqual([]);
      await page.close();
    }
  }
});

test('it is gone through with the keyboard alone, and Enter in a field goes on instead of sending', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }), practice);
  await page.getByText('Soal 1 dari').waitFor();
  await page.locator('[data-question]:visible input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Soal 2 dari').waitFor();
  expect(await page.locator('.quiz-status').textContent()).toBe('');
  // A term or a hint may stand before the first field.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  for (let tab = 0; tab < 4 && !(await focused()).startsWith('q.'); tab += 1) await page.keyboard.press('Tab');
  expect(await focused()).toMatch(/^q\./);
  const last = quizOf('tanda-bahaya-tppo').questions.length;
  await page.locator('.quiz-place').last().focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText(`Soal ${last} dari ${last}`).isVisible()).toBe(true);
});

test('what is left open is named with a way to it, and what is wrong is shown where it is', async () => {
  const page = await openPage(await openPhone(browser, server.origin), practice);
  const quiz = quizOf('tanda-bahaya-tppo');
  await page.locator('.quiz-place').last().click();
  await button(page, 'Periksa jawaban').click();
  await page.locator('.quiz-status').getByRole('link', { name: '2', exact: true }).click();
  expect(await page.getByText(`Soal 2 dari ${quiz.questions.length}`).isVisible()).toBe(true);
  expect(
    await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question),
  ).toBe(quiz.questions[1]?.id);

  await page.locator('.quiz-place').first().click();
  expect(await answer(page, quiz)).toBe(quiz.questions.length);
  // All is answered: it can be sent from everywhere.
  await page.locator('.quiz-place').first().click();
  await button(page, 'Periksa jawaban').click();
  await page
    .locator('.result-card')
    .getByText(/(\d+) dari \1 soal tepat/)
    .waitFor();
  // What is said to each question stands on one page.
  expect(await page.locator('.question-feedback:visible').count()).toBe(quiz.questions.length);
  expect(await page.locator('.quiz-way').isVisible()).toBe(false);

  await button(page, 'Ulangi').click();
  expect(await page.locator('[data-block]:visible').count()).toBe(1);
  expect(await page.locator('.quiz-place.is-answered').count()).toBe(0);
});

test('whoever comes back goes on at the first open question with all answers kept', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, practice);
  await page.locator('[data-question]:visible input').first().check();
  await button(page, 'Lanjut').click();
  await page.locator('[data-question]:visible input').first().check();
  await button(page, 'Lanjut').click();
  await page.close();
  const again = await openPage(phone, practice);
  await again.getByText('Soal 3 dari').waitFor();
  expect((await places(again)).slice(0, 3)).toEqual([
    'Soal 1, sudah dijawab',
    'Soal 2, sudah dijawab',
    'Soal 3, belum dijawab',
  ]);
});

test('a practice inside a lesson is taken the same way', async () => {
  const page = await openPage(await openPhone(browser, server.origin), lesson);
  await page.getByText('Soal 1 dari').waitFor();
  expect(await page.locator('[data-block]:visible').count()).toBe(1);
  await answer(page, quizOf('tanda-bahaya-tppo'));
  await button(page, 'Periksa jawaban').click();
  await page
    .locator('.result-card')
    .getByText(/(\d+) dari \1 soal tepat/)
    .waitFor();
});

test('without JavaScript all questions stand on one page', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { javaScript: false }), practice);
  const quiz = quizOf('tanda-bahaya-tppo');
  expect(await page.locator('[data-block]:visible').count()).toBe(quiz.questions.length);
  expect(await page.locator('.quiz-way').count()).toBe(0);
  await answer(page, quiz);
  await button(page, 'Periksa jawaban').click();
  expect(await page.textContent('main')).toMatch(/(\d+) dari \1 soal tepat/);
});

test('each attempt at an exam draws by the rule, on the phone as on the server, and none is flagged', async () => {
  const person = await addLearner(server, 'siti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'siti');
  const exam = quizOf('ujian-akhir');
  await page.goto('/kursus/lm-101/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, exam, 12);
  expect(await page.locator('.question-list > [data-block]').count()).toBe(exam.draw);
  await letTimePass(page);
  await button(page, 'Kirim jawaban').click();
  await page.getByText('Jawaban sudah tercatat').waitFor();
  await waitAnHour(page);
  await button(page, 'Ulangi').click();
  await page.locator('.quiz-way').waitFor();
  await answer(page, exam);
  await letTimePass(page);
  await button(page, 'Kirim jawaban').click();
  await page.getByText('Nilai Anda 100 %').waitFor();

  // A phone that has never seen her asks the server how many there were.
  const other = await openPage(await openPhone(browser, server.origin));
  await signIn(other, 'siti');
  await other.goto('/kursus/lm-101/kuis/ujian-akhir/');
  await letTimePass(other, 60);
  await waitAnHour(other);
  await other.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(other, exam);
  await letTimePass(other);
  await button(other, 'Kirim jawaban').click();
  await other.getByText('Nilai Anda 100 %').waitFor();
  const { rows } = await server.db.client.execute({
    sql: "SELECT json_extract(body, '$.seed') AS seed, flags FROM record WHERE person = ? ORDER BY recorded_at",
    args: [person],
  });
  expect(rows.map(({ seed, flags }) => [String(seed).split('-')[0], flags])).toEqual([
    ['0', '[]'],
    ['1', '[]'],
    ['2', '[]'],
  ]);
});

/** On the phone and at the house. */
async function waitAnHour(page: Page): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await letTimePass(page, 60);
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function places(page: Page): Promise<(string | null)[]> {
  return page.locator('.quiz-place').evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
}

function quizOf(quiz: string): Quiz {
  const found = findQuiz(server.catalogue, 'lm-101', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}
