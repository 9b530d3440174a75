import type { Locator, Page } from 'playwright-core';
import type { CohortDates } from '#domain/learning/cohort.ts';
import { expandCases } from '#domain/question/case.ts';
import { formValues, type SimpleQuestion } from '#domain/question/simple.ts';
import { withoutKey } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addPerson, type NewPerson } from '#server/people/people.ts';
import type { TestServer } from './server.ts';

export const pin = '274916';
export const passphrase = 'empat kata yang mudah';

/** Somebody of Kuripan who can sign in: with `pin`, or with `passphrase` when they are staff. */
export async function addLearner(server: TestServer, login: string, more: Partial<NewPerson> = {}): Promise<string> {
  const secret = (more.role ?? 'participant') === 'participant' ? pin : passphrase;
  const { person } = await addPerson(server, {
    ...{ house: 'kuripan', role: 'participant', name: `Ibu ${login}`, login, secret },
    ...more,
  });
  return person.id;
}

/** A cohort of Kuripan in a course; answers its id. */
export function addCohort(
  server: TestServer,
  { trainer, course, dates }: { readonly trainer: string; readonly course: string; readonly dates?: CohortDates },
): Promise<string> {
  const viewer = { id: trainer, login: 'pelatih', name: 'Pelatih', role: 'trainer', house: 'kuripan' } as const;
  const open = { opensOn: undefined, closesOn: undefined };
  return createCohort(server, viewer, { course, name: 'Januari', dates: dates ?? open });
}

/** Signs in by the page's own form. */
export async function signIn(page: Page, login: string, secret = pin): Promise<void> {
  if (!page.url().includes('/masuk/')) await page.goto('/masuk/');
  await page.getByLabel('Nama masuk').fill(login);
  await page.locator('[name="secret"]').fill(secret);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/masuk/'));
}

export async function signOut(page: Page): Promise<void> {
  await page.goto('/keluar/');
  await page.locator('main').getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL('**/masuk/?keluar=*');
}

/**
 * Answers every question that the page shows: the first `wrong` of them wrongly, the others rightly. Where one is seen at a
 * time it goes through all of them, and has each judged that can be. Says how many there were.
 */
export async function answer(page: Page, quiz: Quiz, wrong = 0): Promise<number> {
  const isOneAtATime = await isTakenOver(page, quiz);
  const step = page.locator('.question-step:visible button');
  const next = page.locator('.quiz-steps').getByRole('button', { name: 'Lanjut' }).filter({ visible: true });
  for (let answered = 0; ;) {
    answered += await answerShown(page, quiz, wrong - answered);
    if (!isOneAtATime) return answered;
    if (await step.isVisible()) {
      await step.click();
      await page.locator('[data-verdict]:visible').first().waitFor();
      if ((await step.textContent()) === 'Lihat hasil') return answered;
      await step.click();
    } else if (await next.isVisible()) await next.click();
    else return answered;
  }
}

/** Goes on from a quiz that is answered to what it came to, by the button that is there. */
export async function send(page: Page): Promise<void> {
  const ways = /^(Lihat hasil|Selesai|Periksa jawaban|Kirim jawaban)$/;
  await page.getByRole('button', { name: ways }).filter({ visible: true }).first().click();
}

/** Waits until the script has taken over, where there is one; says whether one question is seen at a time then. */
async function isTakenOver(page: Page, { mode }: Quiz): Promise<boolean> {
  const hasScript = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  if (!hasScript || (await page.locator('quiz-form').count()) === 0) return false;
  await page.locator('quiz-form').first().scrollIntoViewIfNeeded();
  const way = page.locator('.quiz-way').filter({ visible: true });
  const isNarrow = (page.viewportSize()?.width ?? 0) < 768;
  if (isNarrow || mode === 'practice')
    await page.locator('.quiz-way, .question-step').filter({ visible: true }).first().waitFor();
  return way.isVisible();
}

/** Answers the questions that are seen just now. Says how many there were. */
export async function answerShown(page: Page, quiz: Quiz, wrong = 0): Promise<number> {
  const shown = page.locator('[data-question]:visible');
  await shown.first().waitFor();
  const count = await shown.count();
  for (let at = 0; at < count; at += 1) {
    const id = await shown.nth(at).getAttribute('data-question');
    const question = expandCases(quiz.questions).find((it) => it.id === id);
    // What is judged already stays as it is.
    if ((await shown.nth(at).locator(':is(input, select):disabled').count()) > 0) continue;
    if (!question) throw new Error(`the page shows a question that the quiz does not have: ${id}`);
    await fillIn(shown.nth(at), question, valuesOf(question, at >= wrong));
  }
  return count;
}

/**
 * As if so many minutes had gone by on the phone: nobody answers an exam in the seconds that a test takes. Before it is sent;
 * with `await` between, time adds up.
 */
export async function letTimePass(page: Page, minutes = 20): Promise<void> {
  await page.evaluate((ms) => {
    const Before = globalThis.Date;
    class Later extends Before {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [Later.now()] : given) as [number]));
      }
      static override now(): number {
        return Before.now() + ms;
      }
    }
    globalThis.Date = Later as DateConstructor;
  }, minutes * 60_000);
}

/** Form values of a right or a wrong response. */
export function valuesOf(question: SimpleQuestion, right: boolean): readonly string[] {
  return formValues(withoutKey(question), right ? rightResponse(question) : wrongResponse(question));
}

async function fillIn(field: Locator, { kind }: SimpleQuestion, values: readonly string[]): Promise<void> {
  if (kind === 'order' && (await field.locator('.order-move').count()) > 0) return moveRows(field, values);
  for (const [at, value] of values.entries()) {
    const control = kind === 'cloze' ? field.locator('input, select').nth(at) : undefined;
    if (kind === 'number' || kind === 'short-text') await field.getByRole('textbox').fill(value);
    else if (kind === 'order' || kind === 'match') {
      await field.locator(`select:has(option[value="${value}"])`).selectOption(value);
    } else if (control === undefined) await field.locator(`input[value="${value}"]`).check();
    else if (await control.evaluate((it) => it.tagName === 'SELECT')) await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Brings each row to its place by its buttons, the first place first; `values` are `<item>=<place>`. */
async function moveRows(field: Locator, values: readonly string[]): Promise<void> {
  for (const [place, value] of inOrder(values).entries()) {
    const row = field.locator('.order-row').filter({ has: field.page().locator(`option[value="${value}"]`) });
    const at = await row.evaluate((it) => [...(it.parentElement?.children ?? [])].indexOf(it));
    for (let step = place; step < at; step += 1) await row.locator('.order-up').click();
  }
  const keep = field.locator('.order-keep');
  if (await keep.isVisible()) await keep.click();
}

/** Form values of an order, the first place first. */
export function inOrder(values: readonly string[]): readonly string[] {
  const placeOf = (value: string) => Number(value.split('=')[1]);
  return values.toSorted((a, b) => placeOf(a) - placeOf(b));
}
