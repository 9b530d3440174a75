import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { answersKept, outboxRested } from '../support/at-rest.ts';
import { openPage } from '../support/browser.ts';
import { type KillableBrowser, makeKillableBrowser } from '../support/killable-browser.ts';
import { addLearner, answer, answerShown, letTimePass, signIn, send } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('a browser killed in the middle of an exam, with no network, loses no answer; what was sent counts once', async () => {
  const person = await addLearner(server, 'siti');
  const phone = makeKillableBrowser();
  const exam = `${server.origin}/kursus/lm-101/kuis/ujian-akhir/`;
  await signInOn(phone, 'siti');
  let page = await openPage(await phone.open(), exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await page.locator('[data-question]:visible').first().waitFor();
  const asked = await questions(page);
  await answerOne(page);

  // The network goes; she answers on, and the phone takes the browser's memory away.
  await server.pause();
  for (let more = 0; more < 3; more += 1) await answerOne(page);
  const before = await filledIn(page);
  await answersKept(page);
  await phone.kill();

  await server.resume();
  page = await openPage(await phone.open(), exam);
  await page.getByText('Soal 5 dari 12').waitFor();
  expect(await questions(page)).toEqual(asked);
  expect(await filledIn(page)).toEqual(before);

  // She ends it without a network, and is killed again at once.
  await server.pause();
  await answer(page, quizOf('ujian-akhir'));
  await letTimePass(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('akan dikirim sendiri begitu ada jaringan').waitFor();
  await phone.kill();
  expect(await recordsOf(person)).toEqual([]);

  await server.resume();
  page = await openPage(await phone.open(), `${server.origin}/saya/`);
  await page.getByText('Nilai Anda 100 %').waitFor();
  expect(await recordsOf(person)).toEqual([{ flags: '[]', passed: 1 }]);

  // What was sent is no draft any more, and opening it again sends nothing.
  await page.goto(exam);
  await page.getByRole('link', { name: 'Mulai ujian' }).waitFor();
  await outboxRested(page);
  expect(await recordsOf(person)).toHaveLength(1);
}, 120_000);

test('killed between being sent and hearing so, it is sent again and counts once', async () => {
  const person = await addLearner(server, 'warti');
  const phone = makeKillableBrowser();
  const practice = `${server.origin}/kursus/lm-101/kuis/tanda-bahaya-tppo/`;
  await signInOn(phone, 'warti');
  let page = await openPage(await phone.open(), practice);
  let arrived: () => void = () => undefined;
  const stored = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await page.route('**/api/records', async (route) => {
    await route.fetch();
    // The answer never reaches the page.
    arrived();
  });
  await answer(page, quizOf('tanda-bahaya-tppo'));
  await send(page);
  await stored;
  await phone.kill();
  expect(await recordsOf(person)).toHaveLength(1);

  page = await openPage(await phone.open(), `${server.origin}/bantuan/`);
  // The page that died had the right to send for some seconds more.
  const sending = page.waitForResponse('**/api/records', { timeout: 40_000 });
  await page.goto(practice);
  const sent = await sending;
  expect(((await sent.json()) as { receipts: unknown[] }).receipts).toMatchObject([{ outcome: 'duplicate' }]);
  expect(await recordsOf(person)).toHaveLength(1);
}, 120_000);

/** Some day before; the browser keeps a cookie in memory for half a minute. */
async function signInOn(phone: KillableBrowser, login: string): Promise<void> {
  await signIn(await openPage(await phone.open(), `${server.origin}/masuk/`), login);
  await phone.close();
}

/** Answers the question that is seen, and goes on to the next one. */
async function answerOne(page: Page): Promise<void> {
  await answerShown(page, quizOf('ujian-akhir'));
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

function questions(page: Page): Promise<(string | undefined)[]> {
  return page.locator('[data-question]').evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset.question));
}

function filledIn(page: Page): Promise<string[]> {
  return page.locator('[data-question] :is(input, select)').evaluateAll((all) =>
    all.flatMap((it) => {
      const control = it as HTMLInputElement;
      if ((control.type === 'radio' || control.type === 'checkbox') && !control.checked) return [];
      return control.value === '' ? [] : [`${control.name}=${control.value}`];
    }),
  );
}

function quizOf(quiz: string): Quiz {
  const found = findQuiz(server.catalogue, 'lm-101', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}

async function recordsOf(person: string): Promise<unknown[]> {
  const { rows } = await server.db.client.execute({
    sql: 'SELECT record.flags, grade.passed FROM record JOIN grade ON grade.record = record.id WHERE person = ?',
    args: [person],
  });
  return rows.map((row) => ({ ...row }));
}
