import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, pin, signIn, signOut } from '../support/learner.ts';
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

/** Without a script the server's clock says when an attempt began and ended. */
function passAtTheHouse(minutes: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
}

test('without JavaScript a participant signs in, enrols, reads, practises, takes the assessment and signs out', async () => {
  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const page = await openPlainPage('/saya/');
  await signIn(page, 'siti');
  expect(new URL(page.url()).pathname).toBe('/saya/');
  await page.getByRole('button', { name: /Ikut kursus ini.*Menghitung HPP/ }).click();
  expect(await page.textContent('main')).toContain('0 dari 7');

  await page.goto('/kursus/up-202/biaya-variabel-dan-tetap/');
  await answer(page, quizOf('biaya-variabel-dan-tetap'), 1);
  await page.getByRole('button', { name: 'Periksa jawaban' }).click();
  const feedback = await page.textContent('main');
  expect(feedback).toContain('Belum tepat.');
  expect(feedback).toContain('Jawaban yang benar:');
  expect(feedback).toContain('Jawaban sudah tercatat');

  await page.goto('/kursus/up-202/biaya-variabel-dan-tetap/');
  await page.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  expect(await page.textContent('main')).toContain('sudah ditandai dibaca');
  await page.getByRole('link', { name: 'Membaca berdua?' }).click();
  await page.getByLabel('PIN teman').waitFor();

  await page.goto('/kursus/up-202/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await answer(page, quizOf('ujian-akhir'), 8);
  passAtTheHouse(10);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  const failed = await page.textContent('main');
  expect(failed).toContain('Belum lulus');
  expect(failed).not.toContain('Jawaban yang benar:');

  await page.goto('/kursus/up-202/kuis/ujian-akhir/jawab/');
  expect(await page.textContent('main')).toContain('Anda boleh mencoba lagi mulai');
  passAtTheHouse(16);
  await page.reload();
  await answer(page, quizOf('ujian-akhir'));
  passAtTheHouse(10);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  const result = await page.textContent('main');
  expect(result).toContain('Nilai Anda 100\u00a0%');
  expect(result).toContain('Lulus.');
  expect(result).toContain('Jawaban yang benar:');

  await page.goto('/saya/');
  expect(await page.textContent('main')).toContain('1 dari 7');
  await signOut(page);
  await page.goto('/saya/');
  expect(new URL(page.url()).pathname).toBe('/masuk/');
});

test('an assessment is signed for and sent in one step, and a wrong PIN loses no answer', async () => {
  await addLearner(server, 'warti');
  const page = await openPlainPage('/kursus/up-202/kuis/ujian-akhir/jawab/');
  const count = await answer(page, quizOf('ujian-akhir'));
  const before = await filled(page);
  await page.getByLabel('Nama masuk').fill('warti');
  await page.getByLabel('PIN (enam angka)').fill('000000');
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  expect(await page.textContent('main')).toContain('tidak cocok');
  expect(await filled(page)).toEqual(before);
  expect(before.length).toBeGreaterThanOrEqual(count);
  await page.getByLabel('PIN (enam angka)').fill(pin);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  expect(await page.textContent('main')).toContain('Nilai Anda 100\u00a0%');
  expect(await recordCount('ujian-akhir', 'warti')).toBe(1);
});

test('questions left out are named, the other answers stay, and all may be sent as they are', async () => {
  await addLearner(server, 'lina');
  const page = await openPlainPage('/masuk/');
  await signIn(page, 'lina');
  await page.goto('/kursus/up-202/kuis/ujian-akhir/jawab/');
  await page.locator('[data-question] :is([type="radio"], [type="checkbox"])').first().check();
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  expect(await page.textContent('main')).toMatch(/Belum dijawab: soal \d+[a-z]?, \d+/);
  expect(await page.locator('input:checked').count()).toBe(1);
  await page.getByRole('button', { name: 'Kirim apa adanya' }).click();
  const told = await page.textContent('main');
  expect(told).toContain('Nilai Anda');
  expect(told).not.toContain('Hasil tiap soal');
});

test('a number with two readings is asked about', async () => {
  const page = await openPlainPage('/kursus/up-202/kuis/hpp-keripik/');
  await answer(page, quizOf('hpp-keripik'));
  const name = await page.getByLabel('Jawaban Anda (angka)').first().getAttribute('name');
  const field = page.locator(`[name="${name}"]`);
  await field.fill('1,250');
  await page.getByRole('button', { name: 'Periksa jawaban' }).click();
  expect(await page.textContent('main')).toContain('Maksud Anda');
  expect(await field.inputValue()).toBe('1,250');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
});

test('a practice by nobody gives feedback and says that it was not recorded', async () => {
  const page = await openPlainPage('/kursus/up-202/kuis/hpp-keripik/');
  await answer(page, quizOf('hpp-keripik'));
  await page.getByRole('button', { name: 'Periksa jawaban' }).click();
  expect(await page.textContent('main')).toMatch(/(\d+) dari \1 soal tepat/);
  expect(await page.textContent('main')).toContain('tidak dicatat');
});

test('the same form sent twice counts once', async () => {
  await addLearner(server, 'tuti');
  const page = await openPlainPage('/masuk/');
  await signIn(page, 'tuti');
  for (let time = 0; time < 2; time += 1) {
    await page.goto('/kursus/up-202/kuis/hpp-keripik/');
    await answer(page, quizOf('hpp-keripik'));
    await page.getByRole('button', { name: 'Periksa jawaban' }).click();
    expect(await page.textContent('main')).toMatch(/(\d+) dari \1 soal tepat/);
  }
  expect(await recordCount('hpp-keripik', 'tuti')).toBe(1);
});

async function openPlainPage(path: string): Promise<Page> {
  return openPage(await openPhone(browser, server.origin, { javaScript: false }), path);
}

/** What is checked, chosen and typed in, as `name=value`. */
async function filled(page: Page): Promise<readonly string[]> {
  const html = page.locator('[data-question] :is(input, select)');
  const values: string[] = [];
  for (const input of await html.all()) {
    const name = await input.getAttribute('name');
    const type = await input.getAttribute('type');
    const isMark = type === 'radio' || type === 'checkbox';
    if (!isMark) values.push(`${name}=${await input.inputValue()}`);
    else if (await input.isChecked()) values.push(`${name}=${await input.getAttribute('value')}`);
  }
  return values;
}

function quizOf(quiz: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}

async function recordCount(name: string, login: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: 'SELECT count(*) AS n FROM record JOIN person ON person.id = record.person WHERE record.name = ? AND login = ?',
    args: [name, login],
  });
  return Number(rows[0]?.n);
}
