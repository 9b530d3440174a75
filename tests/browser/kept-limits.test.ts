import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeDelta } from '#domain/offline/delta.ts';
import { findQuiz } from '#domain/course/catalogue.ts';
import { deltaAddress, type Offer, packAddress } from '#domain/offline/sets.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { controlled, keepButton, keepCourse, keptPackNames, limitStorage } from '../support/kept.ts';
import { answer, send } from '../support/learner.ts';
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

const course = '/kursus/up-202/';
const set = 'kursus-up-202';

test('a small change is brought by its delta without asking, and the older pack goes at the next look', async () => {
  const { phone, page, older, digest } = await phoneWithOlderPack();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await lookAgain(page);
  await expect.poll(() => keptPackNames(page)).toContain(`${set}.${digest}`);
  expect(asked.filter((path) => /\.(pak|delta)$/.test(path))).toEqual([deltaAddress(set, older, digest)]);
  await lookAgain(page);
  await expect.poll(() => keptPackNames(page)).not.toContain(`${set}.${older}`);
  await phone.close();
});

test('a large change is offered with its size and not brought by itself', async () => {
  const { phone, page, older, digest } = await phoneWithOlderPack({ withDelta: false });
  await lookAgain(page);
  await page.locator('keep-course').evaluate((box) => box.scrollIntoView());
  const update = page.getByRole('button', { name: /^Perbarui yang tersimpan \(\d+ KB\)/ });
  await update.waitFor();
  expect(await keptPackNames(page)).toContain(`${set}.${older}`);
  await update.click();
  await expect.poll(() => keptPackNames(page)).toContain(`${set}.${digest}`);
  await phone.close();
});

test('a phone that is nearly full keeps no course, says so, and loses nothing', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { worker: true }), course);
  await controlled(page);
  await limitStorage(page, 500_000);
  await (await keepButton(page)).click();
  await page.getByText('Ruang di HP ini tidak cukup').waitFor();
  expect(await keptPackNames(page)).toEqual([]);
});

test('where answers find no room, courses make it', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { worker: true }), course);
  await keepCourse(page);
  const practice = quizOf('hpp-keripik');
  await page.goto(`${course}kuis/hpp-keripik/`);
  await page.locator('.question-step:visible').waitFor();
  await page.evaluate(fillPhone);
  await answer(page, practice);
  await send(page);
  await page.locator('.result-card').waitFor();
  await expect.poll(() => keptPackNames(page)).toEqual([]);
  await expect.poll(() => listOutbox(page)).toEqual(['hpp-keripik']);
});

test('where the line is silent a kept page comes within three and a half seconds', async () => {
  const page = await openPage(await openPhone(browser, server.origin, { worker: true }), course);
  await controlled(page);
  await keepCourse(page);
  await server.pause();
  const silent = await listenInSilence(Number(new URL(server.origin).port));
  onTestFinished(async () => {
    await silent.close();
    await server.resume();
  });
  const before = performance.now();
  await page.goto(`${course}hpp-keripik/`, { waitUntil: 'commit' });
  expect(performance.now() - before).toBeGreaterThan(2900);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

/** A phone that kept a course before a word of it was changed. */
async function phoneWithOlderPack({ withDelta = true } = {}): Promise<{
  readonly phone: BrowserContext;
  readonly page: Page;
  readonly older: string;
  readonly digest: string;
}> {
  const phone = await openPhone(browser, server.origin, { worker: true });
  const page = await openPage(phone, course);
  await keepCourse(page);
  const offer = (await (await server.request('/luring/rilis.json')).json()) as Offer;
  const now = offer.sets[set];
  if (now === undefined) throw new Error(`${set} is not offered`);
  const pack = Buffer.from(await (await server.request(packAddress(set, now.digest))).arrayBuffer());
  const before = Buffer.from(pack);
  before.write('Xarga', before.lastIndexOf('harga'));
  const older = createHash('sha256').update(before).digest('base64url').slice(0, 22);
  const delta = Buffer.from(makeDelta(before, pack));
  await phone.route(`**${packAddress(set, older)}`, (route) => route.fulfill({ body: before }));
  await phone.route(`**${deltaAddress(set, older, now.digest)}`, (route) => route.fulfill({ body: delta }));
  const deltas = withDelta ? { [older]: delta.byteLength } : {};
  const changed: Offer = { sets: { ...offer.sets, [set]: { ...now, deltas } } };
  await phone.route('**/luring/rilis.json', (route) => route.fulfill({ json: changed }));
  await page.evaluate(
    async ([from, to]) => {
      const cache = await caches.open('simpan');
      await cache.delete(to);
      await cache.put(from, await fetch(from, { headers: { 'x-luring': '1' } }));
    },
    [packAddress(set, older), packAddress(set, now.digest)] as const,
  );
  return { phone, page, older, digest: now.digest };
}

/** Runs in the page: as on a phone that has no room for a single answer until what is kept is gone. */
function fillPhone(): void {
  const write = IDBObjectStore.prototype.put;
  const forget = CacheStorage.prototype.delete;
  let isFull = true;
  IDBObjectStore.prototype.put = function put(...given: Parameters<typeof write>) {
    if (isFull) throw new DOMException('The phone is full', 'QuotaExceededError');
    return write.apply(this, given);
  };
  CacheStorage.prototype.delete = function remove(name: string) {
    if (name === 'simpan') isFull = false;
    return forget.call(this, name);
  };
}

/** Quizzes whose attempts wait in the phone's store. */
function listOutbox(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const store = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rumah-belajar', 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const entries = await new Promise<{ record: { quiz?: string } }[]>((resolve, reject) => {
      const request = store.transaction('records').objectStore('records').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    store.close();
    return entries.flatMap(({ record }) => record.quiz ?? []);
  });
}

function quizOf(id: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', id);
  if (!found) throw new Error(`no quiz ${id}`);
  return found.quiz;
}

/** Comes back to the course's page after more than the pause between two looks. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.removeItem('simpanan-dilihat'));
  await page.goto(course);
}

/** A server that takes every connection and never says a word. */
function listenInSilence(port: number): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const silent: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      silent.close(() => resolve());
    });
  return new Promise((resolve) => silent.listen(port, '127.0.0.1', () => resolve({ close })));
}
