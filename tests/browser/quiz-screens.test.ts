import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { lessonsOf } from '#domain/quiz/draw/drawn.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { shiftOf } from '../support/at-rest.ts';
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
const exam = '/kursus/lm-101/kuis/ujian-akhir/';

test('an exam shows one question at a time, and the way through says where one is and what is answered', async () => {
  const page = await openExam(await openPhone(browser, server.origin, { width: 320, height: 640 }));
  const count = quizOf('ujian-akhir').draw ?? 0;
  await page.getByText(`Soal 1 dari ${count}`).waitFor();
  expect(await page.locator('[data-block]:visible').count()).toBe(1);
  expect(await button(page, 'Kembali').isVisible()).toBe(false);
  expect(await button(page, 'Kirim jawaban').isVisible()).toBe(false);
  expect(await button(page, 'Periksa').count()).toBe(0);
  expect(await places(page)).toEqual(Array.from({ length: count }, (_, at) => `Soal ${at + 1}, belum dijawab`));

  await page.locator('[data-question]:visible input').first().check();
  expect((await places(page))[0]).toBe('Soal 1, sudah dijawab');
  expect(await page.locator('.quiz-answered').textContent()).toBe(`1 dari ${count} soal sudah dijawab.`);
  await button(page, 'Lanjut').click();
  expect(await page.getByText(`Soal 2 dari ${count}`).isVisible()).toBe(true);
  expect(await page.getByText(`Soal 1 dari ${count}`).isVisible()).toBe(false);
  expect(await page.locator('.quiz-place[aria-current="step"]').textContent()).toBe('2');
  // Whoever listens or has large letters begins at the question.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(`Soal 2 dari ${count}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await button(page, 'Kembali').click();
  expect(await page.locator('[data-question]:visible input').first().isChecked()).toBe(true);

  // Where it can be sent, it is told before what is still open.
  await page.locator('.quiz-place').last().click();
  const open = Array.from({ length: count - 1 }, (_, at) => at + 2);
  expect(await page.locator('.quiz-answered').textContent()).toContain(`Belum: soal ${open.join(', ')}.`);
  expect(await page.locator('[data-mark], [data-verdict]').count()).toBe(0);
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
    for (const path of [practice, lesson, '/kursus/up-202/kuis/hpp-keripik/']) {
      const page = await openPage(phone, path);
      // A lesson's practice is taken over once it comes near.
      await page.locator('[data-question]').first().scrollIntoViewIfNeeded();
      await page.locator('.question-step').first().waitFor();
      await shiftOf(page);
      expect(await page.evaluate(() => (globalThis as unknown as { moved(): unknown[] }).moved())).toEqual([]);
      await page.close();
    }
  }
});

test('an exam is gone through with the keyboard alone, and Enter in a field goes on instead of sending', async () => {
  const page = await openExam(await openPhone(browser, server.origin, { width: 1280, height: 800 }));
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
  await page.locator('.quiz-place').last().focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText(/Soal (\d+) dari \1$/).isVisible()).toBe(true);
});

test('what an exam leaves open is named with a way to it', async () => {
  const page = await openExam(await openPhone(browser, server.origin));
  await page.locator('.quiz-place').last().click();
  await button(page, 'Kirim jawaban').click();
  await page.locator('.quiz-status').getByRole('link', { name: '2', exact: true }).click();
  expect(await page.getByText('Soal 2 dari').isVisible()).toBe(true);
  const shown = await page.locator('[data-question]:visible').getAttribute('data-question');
  expect(
    await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question),
  ).toBe(shown);
  // All is answered: it can be sent from everywhere.
  await page.locator('.quiz-place').first().click();
  await answer(page, quizOf('ujian-akhir'));
  await page.locator('.quiz-place').first().click();
  expect(await button(page, 'Kirim jawaban').isVisible()).toBe(true);
});

test('whoever comes back to an exam goes on at the first open question with all answers kept', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openExam(phone);
  for (let at = 0; at < 2; at += 1) {
    await page.locator('[data-question]:visible input').first().check();
    await button(page, 'Lanjut').click();
  }
  await page.close();
  const again = await openPage(phone, exam);
  await again.getByText('Soal 3 dari').waitFor();
  expect((await places(again)).slice(0, 3)).toEqual([
    'Soal 1, sudah dijawab',
    'Soal 2, sudah dijawab',
    'Soal 3, belum dijawab',
  ]);
});

test('a quiz that says nothing shows one question on a phone and all on a desk, also when the window changes', async () => {
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/up-202/kuis/hpp-keripik/');
  await page.getByText('Soal 1 dari 6').waitFor();
  expect(await page.locator('[data-block]:visible').count()).toBe(1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => page.locator('[data-block]:visible').count()).toBe(6);
  await page.setViewportSize({ width: 360, height: 640 });
  await expect.poll(() => page.locator('[data-block]:visible').count()).toBe(1);
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
}, 180_000);

test('where one chooses lessons the exam is about those that were read, also when the network is gone by then', async () => {
  const person = await addLearner(server, 'tumini');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'tumini');
  await page.goto('/kursus/op-104/arab-saudi/');
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await page.getByText('Sudah ditandai dibaca.').waitFor();
  await page.goto('/kursus/op-104/kuis/ujian-akhir/');
  await page.locator('quiz-form:defined').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await page.locator('.quiz-way').waitFor();
  const exam = findQuiz(server.catalogue, 'op-104', 'ujian-akhir')?.quiz;
  if (!exam) throw new Error('no exam');
  const shown = await page
    .locator('.question-list > [data-block]')
    .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.block));
  expect(shown).toHaveLength(exam.draw ?? 0);
  const about = exam.questions.filter(({ id }) => shown.includes(id)).flatMap(lessonsOf);
  expect(new Set(about)).toEqual(new Set(['arab-saudi']));
  await answer(page, exam);
  await page.context().setOffline(false);
  await letTimePass(page);
  await button(page, 'Kirim jawaban').click();
  await page.getByText('Nilai Anda 100 %').waitFor();
  const { rows } = await server.db.client.execute({
    sql: "SELECT flags FROM record WHERE person = ? AND kind = 'attempt'",
    args: [person],
  });
  expect(rows.map(({ flags }) => flags)).toEqual(['[]']);
});

async function openExam(phone: BrowserContext): Promise<Page> {
  const page = await openPage(phone, exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  return page;
}

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
