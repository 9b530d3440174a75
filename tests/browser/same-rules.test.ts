import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCatalogue } from '#content/catalogue.ts';
import { type AttemptOwner, attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { drawQuestions } from '#domain/quiz/draw/draw.ts';
import { hash53 } from '#domain/seeded-order.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import { formatNumber, parseNumber } from '#domain/number.ts';
import { expandCases } from '#domain/question/case.ts';
import { arrangeQuestions, type PublicQuiz, publicQuiz } from '#domain/quiz/public-quiz.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { launchBrowser, openPhone } from '../support/browser.ts';
import { oneOfEachKind } from '../support/questions.ts';
import { readShippedContent } from '../support/shipped-content.ts';

// Phone and server reckon the same rules without a word to each other: the domain's own files run in the browser's engine
// and in Node's, and must agree in every bit.

const rules = { attemptSeed, arrangeQuestions, drawQuestions, formatNumber, gradeAttempt, hash53, parseNumber };
type Rules = typeof rules;
const files = [
  'number',
  'quiz/draw/attempt-seed',
  'quiz/draw/draw',
  'quiz/grading',
  'quiz/public-quiz',
  'seeded-order',
];
const origin = 'http://aturan.test';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a draw, its order and its choices are the same in the browser and in Node, for thousands of them', async () => {
  await openRules();
  const { content } = await readShippedContent();
  const quizzes = [
    ...buildCatalogue(content).quizzes.map(publicQuiz),
    publicQuiz({ quiz: everyKind, edition: 'aaaaaaaaaaaaaaa1' }),
  ];
  expect(quizzes.filter(({ draw }) => draw !== null).length).toBeGreaterThan(1);
  const owners = Array.from({ length: 20 }, (_, at) => ({
    person: at === 0 ? '' : `01980000-0000-7000-8000-${String(at * 7919).padStart(12, '0')}`,
    course: 'up-202',
    quiz: 'ujian-akhir',
  }));
  const inNode = drawAll(quizzes, owners);
  const inBrowser = await page.evaluate(
    ({ quizzes, owners }) => {
      const { attemptSeed, arrangeQuestions } = (globalThis as unknown as { rules: Rules }).rules;
      return owners.flatMap((owner) =>
        [0, 1, 2].flatMap((number) => {
          const seed = attemptSeed(owner, number);
          return quizzes.map((quiz) => `${seed} ${JSON.stringify(arrangeQuestions(quiz, seed))}`);
        }),
      );
    },
    { quizzes, owners },
  );
  expect(inBrowser).toEqual(inNode);
  expect(inBrowser.length).toBeGreaterThan(4000);
}, 120_000);

test('any text has the same hash, a number the same reading, and an answer the same points', async () => {
  await openRules();
  const texts = Array.from({ length: 3000 }, (_, at) => {
    const sign = String.fromCharCode(hash53(`sign-${at}`) % 0xd800);
    return `${sign.repeat(at % 5)}${hash53(`text-${at}`).toString(36)}/${at}`;
  });
  const numbers = texts.map((_, at) => (hash53(`number-${at}`) - 2 ** 52) / 10 ** (at % 18));
  const attempts = texts.slice(0, 300).map((seed, at) => ({
    seed: seed.replace(/[^A-Za-z0-9-]/g, '') || 'x',
    responses: expandCases(everyKind.questions).map((question, which) => ({
      question: question.id,
      given: (at + which) % 3 === 0 ? wrongResponse(question) : rightResponse(question),
    })),
  }));
  const inNode = {
    hashes: texts.map(hash53),
    drawn: texts.map((seed) => drawQuestions(everyKind.questions, { draw: 4, shuffle: true, seed }).join()),
    written: numbers.map((number) => formatNumber(number)),
    read: numbers.map((number) => JSON.stringify(parseNumber(formatNumber(number)))),
    grades: attempts.map((attempt) => JSON.stringify(gradeAttempt(everyKind, attempt))),
  };
  const inBrowser = await page.evaluate(
    ({ quiz, texts, numbers, attempts }) => {
      const { hash53, drawQuestions, formatNumber, parseNumber, gradeAttempt } = (
        globalThis as unknown as { rules: Rules }
      ).rules;
      return {
        hashes: texts.map(hash53),
        drawn: texts.map((seed) => drawQuestions(quiz.questions, { draw: 4, shuffle: true, seed }).join()),
        written: numbers.map((number) => formatNumber(number)),
        read: numbers.map((number) => JSON.stringify(parseNumber(formatNumber(number)))),
        grades: attempts.map((attempt) => JSON.stringify(gradeAttempt(quiz, attempt))),
      };
    },
    { quiz: everyKind, texts, numbers, attempts },
  );
  expect(inBrowser).toEqual(inNode);
});

const everyKind: Quiz = {
  ...{ course: 'up-202', id: 'semua', title: 'Semua', mode: 'practice', pass: 0.7, shuffle: true },
  questions: [
    ...oneOfEachKind,
    { kind: 'case', id: 'kasus', story: 'Cerita.', rationale: 'Sebab.', questions: oneOfEachKind.slice(0, 3) },
  ],
};

function drawAll(quizzes: readonly PublicQuiz[], owners: readonly AttemptOwner[]): string[] {
  return owners.flatMap((owner) =>
    [0, 1, 2].flatMap((number) => {
      const seed = attemptSeed(owner, number);
      return quizzes.map((quiz) => `${seed} ${JSON.stringify(arrangeQuestions(quiz, seed))}`);
    }),
  );
}

/** A page whose modules are the files of `src/domain`, their types taken away. */
async function openRules(): Promise<void> {
  const entry = `${files.map((file, at) => `import * as m${at} from '/${file}.ts';`).join('')}
    globalThis.rules = { ${files.map((_, at) => `...m${at}`).join(', ')} };`;
  const phone = await openPhone(browser, origin);
  await phone.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/')
      return route.fulfill({ contentType: 'text/html', body: `<script type="module">${entry}</script>` });
    const source = readFileSync(join('src', 'domain', path), 'utf8');
    const body = stripTypeScriptTypes(source).replaceAll('#domain/', '/');
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  page = await phone.newPage();
  await page.goto('/');
  await page.waitForFunction(() => 'rules' in globalThis);
}
