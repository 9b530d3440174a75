import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { outboxRested } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, letTimePass, signIn, signOut, send } from '../support/learner.ts';
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

test('with the server gone feedback comes at once, and the attempt arrives once when it is back', async () => {
  await addLearner(server, 'siti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'siti');
  await page.goto(practice);
  await page.locator('.question-step:visible').waitFor();
  await server.pause();
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText(/(\d+) dari \1 soal tepat/).waitFor();
  await page.getByText('akan dikirim sendiri begitu ada jaringan').waitFor();
  expect(await recordCount('hpp-keripik')).toBe(0);

  await server.resume();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText('Jawaban sudah tercatat').waitFor();
  expect(await recordCount('hpp-keripik')).toBe(1);
});

test('an assessment kept while the server is gone survives closing the page, and its grade comes later', async () => {
  await addLearner(server, 'warti');
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone);
  await signIn(page, 'warti');
  await page.goto('/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await letTimePass(page);
  await server.pause();
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('akan dikirim sendiri begitu ada jaringan').waitFor();
  await page.close();
  await server.resume();
  const later = await openPage(phone, '/saya/');
  await later.getByText('Nilai Anda 100 %').waitFor();
  expect(await recordCount('ujian-akhir')).toBe(1);
});

test('a record whose receipt got lost is sent again and counts once', async () => {
  await addLearner(server, 'lina');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'lina');
  await page.goto('/kursus/up-202/kuis/markup-atau-margin/');
  let lost = 0;
  await page.route('**/api/records', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await answer(page, quizOf('markup-atau-margin'));
  await send(page);
  await page.getByText('akan dikirim sendiri').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText('Jawaban sudah tercatat').waitFor();
  expect(lost).toBe(1);
  expect(await recordCount('markup-atau-margin')).toBe(1);
});

test('a network that answers everything with its own page takes nothing away', async () => {
  await addLearner(server, 'tuti');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'tuti');
  await page.goto('/kursus/up-202/kuis/musim-dan-harga-bahan/');
  await page.route('**/api/records', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Login WiFi</h1>' }),
  );
  await answer(page, quizOf('musim-dan-harga-bahan'));
  await send(page);
  await page.getByText('akan dikirim sendiri').waitFor();
  await page.unroute('**/api/records');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText('Jawaban sudah tercatat').waitFor();
  expect(await recordCount('musim-dan-harga-bahan')).toBe(1);
});

test('where the browser stores nothing an assessment goes the plain way and is graded', async () => {
  await addLearner(server, 'yani');
  const phone = await openPhone(browser, server.origin);
  await phone.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
  });
  const page = await openPage(phone);
  await signIn(page, 'yani');
  await page.goto('/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'));
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.waitForURL('**/jawab/?hasil=*');
  expect(await page.textContent('main')).toContain('Nilai Anda 100\u00a0%');
});

test('two people on one phone: neither sees the other, and each one’s answers arrive under their own name', async () => {
  const [ani, budi] = [await addLearner(server, 'ani'), await addLearner(server, 'budi')];
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'ani');
  await page.goto('/kursus/up-202/kuis/titik-impas-dan-target-laba/');
  // Ani's answers cannot leave the phone just now.
  await page.route('**/api/records', (route) => route.abort());
  await answer(page, quizOf('titik-impas-dan-target-laba'));
  await send(page);
  await page.getByText('akan dikirim sendiri').waitFor();
  await signOut(page);

  await page.unroute('**/api/records');
  await signIn(page, 'budi');
  await page.goto('/saya/');
  await outboxRested(page);
  expect(await page.textContent('main')).not.toMatch(/Ani|belum terkirim|belum bernama/);
  expect(await page.locator('phone-records .alert').count()).toBe(0);
  expect(await recordsOf(budi)).toBe(0);
  await page.goto('/kursus/up-202/kuis/titik-impas-dan-target-laba/');
  expect(await page.locator('[data-question] :checked').count()).toBe(0);
  await signOut(page);
  expect(await recordsOf(ani)).toBe(0);

  await signIn(page, 'ani');
  await page.getByText('Titik impas', { exact: false }).first().waitFor();
  await expect.poll(() => recordsOf(ani)).toBe(1);
  expect(await recordsOf(budi)).toBe(0);
});

test('answers given before signing in are sent only once somebody says that they are theirs', async () => {
  const person = await addLearner(server, 'dewi');
  const page = await openPage(await openPhone(browser, server.origin), practice);
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('belum bernama').waitFor();
  await signIn(page, 'dewi');
  await page.getByText('Ada 1 jawaban di HP ini yang belum bernama. Milik Anda?').waitFor();
  expect(await recordsOf(person)).toBe(0);
  await page.getByRole('button', { name: 'Ya, milik saya' }).click();
  await page.getByText('Nilai Anda 100 %').waitFor();
  expect(await recordsOf(person)).toBe(1);
});

test('what the server declines is told once and not sent for ever', async () => {
  await addLearner(server, 'eka');
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'eka');
  await page.goto(practice);
  await page.route('**/api/records', async (route) => {
    const { records } = route.request().postDataJSON() as { records: Record<string, unknown>[] };
    const postData = JSON.stringify({ records: records.map((it) => ({ ...it, edition: '0000000000000000' })) });
    await route.continue({ postData });
  });
  await answer(page, quizOf('hpp-keripik'));
  await send(page);
  await page.getByText('tidak pernah diterbitkan').waitFor();
  await page.goto('/saya/');
  await page.getByText('1 jawaban tidak diterima:').waitFor();
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/records')) sent += 1;
  });
  await page.reload();
  await outboxRested(page);
  expect(sent).toBe(0);
  await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
  await page.getByText('tidak diterima').waitFor({ state: 'detached' });
});

function quizOf(quiz: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}

async function recordCount(name: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: 'SELECT count(*) AS n FROM record WHERE name = ?',
    args: [name],
  });
  return Number(rows[0]?.n);
}

async function recordsOf(person: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: 'SELECT count(*) AS n FROM record WHERE person = ?',
    args: [person],
  });
  return Number(rows[0]?.n);
}
