import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { expandCases } from '#domain/question/case.ts';
import { questionKinds } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { answersKept } from '../support/at-rest.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { answer, inOrder, send, valuesOf } from '../support/learner.ts';
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

/** Together they ask in every way there is. */
const quizzes = [
  'biaya-variabel-dan-tetap',
  'hpp-keripik',
  'markup-atau-margin',
  'penyusutan-dan-upah-sendiri',
  'musim-dan-harga-bahan',
];

test('a question of every kind is answered with the keyboard alone', async () => {
  const asked = quizzes.flatMap((id) => quizOf(id).questions);
  const kinds = new Set<string>([...asked, ...expandCases(asked)].map(({ kind }) => kind));
  expect(questionKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  const page = await openPage(await openPhone(browser, server.origin, { width: 1280, height: 800 }));
  for (const id of quizzes) {
    await page.goto(`/kursus/up-202/kuis/${id}/`);
    await page.locator('.order-move, quiz-form:defined').first().waitFor();
    await answerByKeyboard(page, quizOf(id));
    await page.keyboard.press('Enter');
    await page
      .locator('.result-card')
      .getByText(/(\d+) dari \1 soal tepat/)
      .waitFor();
  }
});

test('without JavaScript every kind is asked, shown again as it was filled in, and graded', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { javaScript: false }));
  for (const id of quizzes) {
    await page.goto(`/kursus/up-202/kuis/${id}/`);
    const count = await answer(page, quizOf(id));
    await emptyLast(page);
    const before = await filledIn(page);
    expect(new Set(before.map((it) => it.split('=')[0])).size).toBeGreaterThanOrEqual(count - 1);
    await page.getByRole('button', { name: 'Periksa jawaban' }).click();
    expect(await page.textContent('main')).toContain('Belum dijawab');
    expect((await filledIn(page)).sort()).toEqual(before.sort());
    await answer(page, quizOf(id));
    await page.getByRole('button', { name: 'Periksa jawaban' }).click();
    expect(await page.textContent('main')).toMatch(/(\d+) dari \1 soal tepat/);
  }
});

test('what was ordered, joined and filled into gaps is there again after the page was closed', async () => {
  const phone = await openPhone(browser, server.origin, { width: 1280, height: 800 });
  for (const id of quizzes) {
    const page = await openPage(phone, `/kursus/up-202/kuis/${id}/`);
    await answer(page, quizOf(id), 1);
    const before = await filledIn(page);
    await answersKept(page);
    await page.close();
    const again = await openPage(phone, `/kursus/up-202/kuis/${id}/`);
    await expect.poll(async () => (await filledIn(again)).sort()).toEqual(before.sort());
    await again.close();
  }
}, 120_000);

test('rows of an order move by their buttons, keep the focus and say where they are', async () => {
  const desk = await openPhone(browser, server.origin, { width: 1280, height: 800 });
  const page = await openPage(desk, '/kursus/up-202/kuis/hpp-keripik/');
  const field = page.locator('[data-kind="order"]');
  const rows = () => field.locator('.order-row label').allTextContents();
  const [first = '', second = ''] = await rows();
  expect(await field.locator('select').first().inputValue()).toBe('');
  const down = field.getByRole('button', { name: `Turunkan: ${first}` });
  await down.focus();
  await page.keyboard.press('Enter');
  expect((await rows()).slice(0, 2)).toEqual([second, first]);
  expect(await down.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await field.locator('[aria-live]').textContent()).toBe(`${first}: urutan ke-2 dari 5`);
  const places = await field
    .locator('select')
    .evaluateAll((all) => all.map((it) => (it as HTMLSelectElement).selectedIndex));
  expect(places).toEqual([1, 2, 3, 4, 5]);
});

test('rows that nobody moved are no answer before somebody says that they stand right', async () => {
  const page = await openPage(
    await openPhone(browser, server.origin, { width: 1280, height: 800 }),
    '/kursus/up-202/kuis/hpp-keripik/',
  );
  const field = page.locator('[data-kind="order"]');
  await field.getByRole('button', { name: 'Periksa' }).click();
  expect(await field.locator('.question-error').textContent()).toBe('Ini belum dijawab.');
  await field.getByRole('button', { name: 'Urutan ini sudah tepat' }).click();
  expect(await field.getByRole('button', { name: 'Urutan ini sudah tepat' }).isVisible()).toBe(false);
  expect(await field.locator('select').filter({ visible: true }).count()).toBe(0);
  await field.getByRole('button', { name: 'Periksa' }).click();
  expect(await field.locator('.order-row[data-mark]').count()).toBe(5);
  expect(await field.locator('.question-verdict').textContent()).not.toBe('Belum dijawab.');
});

test('whoever picked a choice is told what is said to it, and of a case what it teaches', async () => {
  const desk = await openPhone(browser, server.origin, { width: 1280, height: 800 });
  const page = await openPage(desk, '/kursus/up-202/kuis/musim-dan-harga-bahan/');
  await answer(page, quizOf('musim-dan-harga-bahan'));
  await page.getByLabel('Pas impas').check();
  expect(await page.getByText('Titik impas sekarang 300 bungkus').isVisible()).toBe(false);
  await send(page);
  await page.getByText('Titik impas sekarang 300 bungkus').waitFor();
  expect(await page.getByText('Di bawah titik impas usaha belum untung.').isVisible()).toBe(false);
  expect(await page.getByText('Dari kasus ini:').isVisible()).toBe(true);
});

function quizOf(quiz: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', quiz);
  if (!found) throw new Error(`no quiz ${quiz}`);
  return found.quiz;
}

/** Tabs through the form, gives the right answer at every stop and ends on the button that checks. */
async function answerByKeyboard(page: Page, quiz: Quiz): Promise<void> {
  const questions = new Map(expandCases(quiz.questions).map((question) => [question.id, question]));
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.type === 'submit' && at.text.includes('Selesai')) return;
    const question = questions.get(at.question);
    if (question === undefined) continue;
    const values = valuesOf(question, true);
    if (at.text === '' && at.type === 'button') await sortIn(page, values);
    else if (at.type === 'text') await page.keyboard.type(values[at.field] ?? '');
    else if (at.type === 'checkbox' && values.includes(at.value)) await page.keyboard.press('Space');
    else if (at.type === 'radio') await pickRadio(page, values[0] ?? '');
    else if (at.type === 'select-one') {
      const wanted =
        question.kind === 'cloze'
          ? at.options.indexOf(values[at.field] ?? '')
          : at.options.findIndex((it) => values.includes(it));
      for (let step = at.index; step < wanted; step += 1) await page.keyboard.press('ArrowDown');
      for (let step = at.index; step > wanted; step -= 1) await page.keyboard.press('ArrowUp');
    }
  }
  throw new Error('the button that checks is out of reach');
}

/** The row with the focus goes up until no row above it belongs behind it: going down the rows once sorts them. */
async function sortIn(page: Page, values: readonly string[]): Promise<void> {
  const order = inOrder(values).map((value) => value.split('=')[0] ?? '');
  const isUp = await page.evaluate(() => document.activeElement?.matches('.order-up'));
  for (let steps = 0; isUp && steps < order.length; steps += 1) {
    const [own, above] = await page.evaluate(() => {
      const row = document.activeElement?.closest('.order-row');
      const item = (it?: Element | null) => it?.querySelectorAll('option')[1]?.value.split('=')[0] ?? '';
      return [item(row), item(row?.previousElementSibling)] as const;
    });
    if (above === '' || order.indexOf(above) < order.indexOf(own)) return;
    await page.keyboard.press('Enter');
  }
}

async function pickRadio(page: Page, value: string): Promise<void> {
  await page.keyboard.press('Space');
  for (let steps = 0; steps < 10 && (await focused(page)).value !== value; steps += 1) {
    await page.keyboard.press('ArrowDown');
  }
}

/** What has the focus, and which of the fields of its question it is. */
function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | HTMLSelectElement;
    const field = at.closest<HTMLElement>('[data-question]');
    return {
      type: at.type,
      value: at.value,
      text: at.textContent ?? '',
      question: field?.dataset.question ?? '',
      field: [...(field?.querySelectorAll('input, select') ?? [])].indexOf(at),
      index: at instanceof HTMLSelectElement ? at.selectedIndex : -1,
      options: at instanceof HTMLSelectElement ? [...at.options].map((option) => option.value) : [],
    };
  });
}

/** Takes the last answer that can be taken back: a text, or a choice from a list. */
async function emptyLast(page: Page): Promise<void> {
  const last = page.locator('[data-question] input[type="text"], [data-question] select').last();
  if (await last.evaluate((it) => it.tagName === 'SELECT')) await last.selectOption({ index: 0 });
  else await last.fill('');
}

/** All that is filled in, as `name=value`. */
function filledIn(page: Page): Promise<string[]> {
  return page.locator('[data-question] :is(input, select)').evaluateAll((all) =>
    all.flatMap((it) => {
      const control = it as HTMLInputElement;
      if ((control.type === 'radio' || control.type === 'checkbox') && !control.checked) return [];
      return control.value === '' ? [] : [`${control.name}=${control.value}`];
    }),
  );
}
