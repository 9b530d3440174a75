import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { openSetup } from '#server/people/setup.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, answer, letTimePass, passphrase, signIn, signOut, send } from '../support/learner.ts';
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

test('whoever asks to take part takes part once signed in, also after a wrong PIN and without script', async () => {
  await addLearner(server, 'ikut');
  const page = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/kursus/rb-301/');
  await page.getByRole('button', { name: 'Ikut kursus ini' }).click();
  expect(await page.getByLabel('PIN (enam angka)').getAttribute('inputmode')).toBe('numeric');
  await page.getByLabel('Nama masuk').fill('ikut');
  await page.getByLabel('PIN (enam angka)').fill('000000');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('tidak cocok').waitFor();
  await signIn(page, 'ikut');
  await page.waitForURL('**/saya/#kursus-rb-301');
  expect(await page.locator('#kursus-rb-301').isVisible()).toBe(true);
});

test('staff are asked for their words, and find the way there and back', async () => {
  await addLearner(server, 'kata', { role: 'trainer' });
  const page = await openPage(await openPhone(browser, server.origin), '/masuk/?next=/pelatih/');
  await page.getByRole('link', { name: 'Masuk dengan kata sandi' }).click();
  expect(await page.getByLabel('Kata sandi', { exact: true }).getAttribute('inputmode')).toBe(null);
  await page.getByRole('link', { name: 'Peserta? Masuk dengan PIN' }).click();
  await page.getByLabel('PIN (enam angka)').waitFor();
  await page.getByRole('link', { name: 'Masuk dengan kata sandi' }).click();
  await signIn(page, 'kata', passphrase);
  expect(new URL(page.url()).pathname).toBe('/pelatih/');
});

const lesson = '/kursus/up-202/biaya-variabel-dan-tetap/';
const desk = { width: 1280, height: 800 } as const;

test('from the first start to a grade that the trainer sees, and all is there after a restart', async () => {
  const office = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }));
  await office.goto((await openSetup(server.db)) ?? '');
  await office.getByLabel('Rumah belajar').selectOption('kuripan');
  await office.getByLabel('Nama Anda').fill('Bu Wartini');
  await office.getByLabel('Nama masuk').fill('wartini');
  await office.getByLabel('Kata sandi', { exact: true }).fill(passphrase);
  await office.getByLabel('Kata sandi sekali lagi').fill(passphrase);
  await office.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await office.waitForURL('**/saya/');
  expect(await office.getByRole('heading', { level: 1 }).textContent()).toBe('Halo, Bu Wartini');
  expect(await office.getByRole('link', { name: 'Orang', exact: true }).isVisible()).toBe(true);

  await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const phone = await openPage(await openPhone(browser, server.origin), '/');
  await phone.goto('/cari/');
  await phone.getByLabel('Apa yang Anda cari?').fill('margin');
  await phone.locator('.search-results a').first().waitFor();
  expect(new URL(phone.url()).searchParams.get('q')).toBe('margin');

  await phone.goto('/kursus/up-202/');
  await phone.getByRole('button', { name: 'Ikut kursus ini' }).click();
  await phone.getByText('Anda langsung ikut kursus').waitFor();
  await signIn(phone, 'siti');
  expect(new URL(phone.url()).pathname).toBe('/saya/');
  expect(await phone.textContent('main')).toContain('0 dari 7');

  await phone.goto(lesson);
  await answer(phone, quizOf('biaya-variabel-dan-tetap'), 1);
  await send(phone);
  await phone.getByText('Belum tepat.').first().waitFor();
  await phone.getByText('Jawaban sudah tercatat').waitFor();
  await phone.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
  await phone.getByText('Sudah ditandai dibaca. Tercatat').waitFor();

  await phone.goto('/kursus/up-202/kuis/ujian-akhir/');
  await phone.getByRole('link', { name: 'Mulai ujian' }).click();
  const exam = quizOf('ujian-akhir');
  await answer(phone, exam);
  const asked = await phone
    .locator('.question-list > [data-block]')
    .evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset.block));
  expect(new Set(asked).size).toBe(exam.draw);
  await letTimePass(phone);
  await phone.getByRole('button', { name: 'Kirim jawaban' }).click();
  await phone.locator('.result-card').getByText('Nilai Anda 100 %').waitFor();
  expect(await phone.locator('.result-card').textContent()).toContain('Lulus.');

  await phone.goto('/saya/');
  const own = await phone.textContent('main');
  expect(own).toContain('1 dari 7');
  expect(own).toContain('Nilai Anda 100\u00a0%');

  await server.pause();
  await server.resume();
  await phone.reload();
  expect(await phone.textContent('main')).toContain('Halo, Siti Aminah');
  expect(await phone.textContent('main')).toContain('Nilai Anda 100\u00a0%');

  await office.goto('/pelatih/');
  await office.getByRole('link', { name: 'Peserta', exact: true }).click();
  const row = office.getByRole('listitem').filter({ hasText: 'Siti Aminah' });
  expect(await row.textContent()).toMatch(/1 dari 7 pelajaran, nilai ujian 100\s%/);
  await office.getByRole('link', { name: 'Laporan', exact: true }).click();
  // A list of people asks for the passphrase once more.
  const link = office.getByRole('link', { name: 'Unduh nilai UP-202 (CSV)' });
  const wanted = (await link.getAttribute('href')) ?? '';
  await office.goto(`/pelatih/pastikan/?next=${encodeURIComponent(wanted)}`);
  await office.getByLabel('Kata sandi', { exact: true }).fill(passphrase);
  const [csv] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('button', { name: 'Lanjut' }).click(),
  ]);
  expect(csv.suggestedFilename()).toBe('nilai-kuripan-up-202.csv');

  await signOut(phone);
  await phone.goto('/saya/');
  expect(new URL(phone.url()).pathname).toBe('/masuk/');
});

test('a trainer opens a cohort by date, and its participant is told until then, script or not', async () => {
  await addLearner(server, 'tono', { role: 'trainer', name: 'Pak Tono' });
  await addLearner(server, 'ratmi', { name: 'Ibu Ratmi' });
  const trainer = await openPage(await openPhone(browser, server.origin));
  await signIn(trainer, 'tono', passphrase);
  await trainer.goto('/pelatih/');
  await trainer.getByRole('link', { name: 'Angkatan', exact: true }).click();
  await trainer.getByLabel('Kursus').selectOption('lm-101');
  await trainer.getByLabel('Nama angkatan').fill('Angkatan "Lebaran"');
  await trainer.getByLabel('Ujian dibuka').fill('2098-01-31');
  await trainer.getByLabel('Ujian terakhir').fill('2098-01-30');
  await trainer.getByText('Kamis, 30 Januari 2098').waitFor();
  await trainer.getByRole('button', { name: 'Buat angkatan' }).click();
  expect(await trainer.textContent('main')).toContain('Tanggal tutup tidak boleh sebelum tanggal buka');
  expect(await trainer.getByLabel('Nama angkatan').inputValue()).toBe('Angkatan "Lebaran"');
  await trainer.getByLabel('Ujian terakhir').fill('2098-02-28');
  await trainer.getByRole('button', { name: 'Buat angkatan' }).click();
  await trainer.getByText('Pilih dari peserta rumah belajar').click();
  await trainer.getByLabel(/Ibu Ratmi/).check();
  await trainer.getByRole('button', { name: 'Tambahkan' }).click();
  await trainer.getByText('1 peserta, dipimpin Pak Tono').waitFor();
  expect(await trainer.textContent('main')).toContain('31 Januari 2098');
  expect(await trainer.getByLabel('Ujian terakhir').inputValue()).toBe('2098-02-28');

  for (const javaScript of [true, false]) {
    const page = await openPage(await openPhone(browser, server.origin, { javaScript }));
    await signIn(page, 'ratmi');
    expect(await page.textContent('main')).toContain('Angkatan Angkatan "Lebaran": ujian 31 Januari 2098');
    await page.goto(`/kursus/lm-101/kuis/ujian-akhir/${javaScript ? '' : 'jawab/'}`);
    await page.getByText('dibuka 31 Januari 2098').waitFor();
  }
});

test('a trainer of another house sees nothing of it', async () => {
  await addLearner(server, 'rahmat', { role: 'trainer', house: 'tracap', name: 'Pak Rahmat' });
  const page = await openPage(await openPhone(browser, server.origin));
  await signIn(page, 'rahmat', passphrase);
  await page.goto('/pelatih/peserta/');
  expect(await page.textContent('main')).toContain('belum punya peserta');
  expect(await page.textContent('main')).not.toContain('Siti');
});

test('answers survive a closed page, and the same questions come back in the same order', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone, '/kursus/lm-101/kuis/ujian-akhir/');
  await page.getByRole('link', { name: 'Mulai ujian' }).click();
  await page.locator('[data-question]:visible').first().waitFor();
  const order = (of: Page) =>
    of.locator('[data-question]').evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset.question));
  const before = await order(page);
  await answer(page, quizOf('ujian-akhir', 'lm-101'));
  await page.close();
  const again = await openPage(phone, '/kursus/lm-101/kuis/ujian-akhir/');
  await expect.poll(() => order(again)).toEqual(before);
  const checked = again.locator('[data-question] :checked');
  await expect.poll(() => checked.count()).toBeGreaterThanOrEqual(before.length / 2);
});

test('an ambiguous number is asked about and not guessed', async () => {
  const page = await openPage(await openPhone(browser, server.origin), '/kursus/up-202/kuis/hpp-keripik/');
  await page.locator('.question-step:visible').waitFor();
  const field = page.locator('[data-question]:has(input[type="text"])').first();
  await field.getByRole('textbox').fill('1,250');
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  expect(await field.locator('.question-error').textContent()).toContain('Maksud Anda');
  expect(await page.locator('.question-feedback:visible').count()).toBe(0);
  await field.getByRole('button', { name: 'Tulis sebagai 1.250' }).click();
  expect(await field.getByRole('textbox').inputValue()).toBe('1.250');
  expect(await field.locator('.question-error').isVisible()).toBe(false);
});

test('questions left out are named, and may be sent as they are', async () => {
  const page = await openPage(await openPhone(browser, server.origin, desk), '/kursus/up-202/kuis/hpp-keripik/');
  await page.getByRole('button', { name: 'Selesai' }).click();
  const all = quizOf('hpp-keripik').questions.map((_, at) => at + 1);
  expect(await page.locator('.quiz-status').textContent()).toContain(`Belum dijawab: soal ${all.join(', ')}.`);
  await page.getByRole('button', { name: 'Kirim apa adanya' }).click();
  await page.getByText('Belum dijawab.').first().waitFor();
});

test('a quiz can be taken with the keyboard alone', async () => {
  const page = await openPage(await openPhone(browser, server.origin, desk));
  await page.goto('/kursus/up-202/kuis/biaya-variabel-dan-tetap/');
  const answered = new Set<string>();
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement;
      return {
        type: at.type,
        question: at.closest<HTMLElement>('[data-question]')?.dataset.question,
        text: at.textContent,
        hasMore: [...(at.closest('[data-question]')?.querySelectorAll('select') ?? [])].at(-1) !== (at as Element),
      };
    });
    if (focused.type === 'submit' && focused.text?.includes('Selesai')) break;
    if (focused.question === undefined || answered.has(focused.question)) continue;
    if (focused.type === 'text') await page.keyboard.type('1000');
    else if (focused.type === 'radio' || focused.type === 'checkbox') await page.keyboard.press('Space');
    else if (focused.type === 'select-one') {
      await page.keyboard.press('ArrowDown');
      if (focused.hasMore) continue;
    } else continue;
    answered.add(focused.question);
  }
  expect(answered.size).toBe(quizOf('biaya-variabel-dan-tetap').questions.length);
  await page.keyboard.press('Enter');
  await page.locator('.question-feedback:visible').first().waitFor();
});

test('the worksheet computes while typing, keeps its contents and gives them back after clearing', async () => {
  const phone = await openPhone(browser, server.origin);
  const page = await openPage(phone);
  await page.goto(await worksheetAddress());
  const sheet = page.locator('work-sheet');
  await sheet.locator('[data-list="variable"] [name="amount"]').first().fill('228.000');
  await sheet.getByLabel('Jadi berapa buah satu batch?').fill('40');
  await sheet.getByLabel('Berapa batch sebulan?').fill('20');
  const hpp = sheet.locator('[data-result="hpp"]');
  await expect.poll(() => hpp.textContent()).toBe('Rp\u00a05.700');
  // Where one types, what has come of it stands above the way around.
  const now = sheet.locator('.sheet-now');
  expect(await now.textContent()).toContain('HPP Rp\u00a05.700');
  const hangsOver = () =>
    now.evaluate((it) => {
      const { bottom } = it.getBoundingClientRect();
      const way = document.querySelector('.site-nav')?.getBoundingClientRect().top ?? Number.NaN;
      return bottom > 0 ? bottom - way : Number.NaN;
    });
  await expect.poll(hangsOver).toBeLessThanOrEqual(4);
  await page.reload();
  await sheet.scrollIntoViewIfNeeded();
  await expect.poll(() => hpp.textContent()).toBe('Rp\u00a05.700');
  await sheet.getByRole('button', { name: 'Kosongkan' }).click();
  await expect.poll(() => hpp.textContent()).toBe('–');
  await sheet.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(() => hpp.textContent()).toBe('Rp\u00a05.700');
});

test('the cash book says the balance beside each day, again after coming back, and is printed alone', async () => {
  const phone = await openPhone(browser, server.origin);
  // The printer's own window would stand in the way of looking at the paper.
  await phone.addInitScript(() => {
    globalThis.print = () => undefined;
  });
  const page = await openPage(phone, '/kursus/up-203/buku-kas/');
  const sheet = page.locator('work-sheet');
  const day = (at: number) => sheet.locator('[data-list="days"] tbody tr').nth(at - 1);
  const balances = () => Promise.all([1, 2, 3].map((at) => day(at).locator('[data-result]').textContent()));
  await sheet.scrollIntoViewIfNeeded();
  await sheet.getByRole('button', { name: 'Cetak lembar' }).waitFor();
  await sheet.getByLabel('Saldo awal').fill('1.500.000');
  await day(1).locator('[name="out"]').fill('492.000');
  await day(3).locator('[name="in"]').fill('279 ribu');
  await expect.poll(balances).toEqual(['1.008.000', '', '1.287.000']);
  await sheet.getByLabel('Isi kaleng yang dihitung').fill('1.287.000');
  await sheet.getByText('Buku dan isi kaleng cocok.').waitFor();
  await page.reload();
  await sheet.scrollIntoViewIfNeeded();
  await expect.poll(balances).toEqual(['1.008.000', '', '1.287.000']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await sheet.getByRole('button', { name: 'Cetak lembar' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await day(30).isVisible()).toBe(true);
  expect(await page.locator('.gist').isVisible()).toBe(false);
  expect(await page.locator('.prose > p').first().isVisible()).toBe(false);
});

function quizOf(quiz: string, course = 'up-202'): Quiz {
  const found = findQuiz(server.catalogue, course, quiz);
  if (!found) throw new Error(`no quiz ${course}/${quiz}`);
  return found.quiz;
}

async function worksheetAddress(): Promise<string> {
  for (const { lesson: it } of server.catalogue.lessons) {
    const path = `/kursus/${it.course}/${it.id}/`;
    if ((await (await server.request(path)).text()).includes('data-kind="hpp"')) return path;
  }
  throw new Error('no lesson holds the worksheet');
}
