import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { saveHousePage } from '#server/houses/house-page.ts';
import { nameKeeper } from '#server/people/keepers.ts';
import { openSetup } from '#server/people/setup.ts';
import { makeDraft } from '#server/studio/make-draft.ts';
import { makeUuid } from '#server/uuid.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addCohort, addLearner, answer, passphrase, pin, send, signIn } from '../support/learner.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** One of each kind of page; `as` is who looks at it. */
const kinds: readonly { readonly path: string; readonly as?: 'siti' | 'rahmat' | 'wartini' }[] = [
  { path: '/' },
  { path: '/kursus/' },
  { path: '/kursus/up-202/' },
  { path: '/jalur/keluarga/' },
  { path: '/kursus/up-202/hpp-keripik/' },
  { path: '/kursus/lm-101/mengadu-dan-pulang-selamat/' },
  { path: '/kursus/op-104/hong-kong/' },
  { path: '/kursus/ko-401/simulasi-rat/' },
  { path: '/kursus/up-202/kuis/biaya-variabel-dan-tetap/' },
  { path: '/kursus/lm-101/kuis/tanda-bahaya-tppo/' },
  { path: '/kursus/up-202/kuis/ujian-akhir/' },
  { path: '/kursus/up-202/kuis/ujian-akhir/jawab/' },
  { path: '/cari/?q=margin' },
  { path: '/bantuan/' },
  { path: '/bantuan/rumah/' },
  { path: '/bantuan/kuripan/' },
  { path: '/privasi/' },
  { path: '/tampilan/' },
  { path: '/periksa/' },
  { path: '/tidak-ada/' },
  { path: '/masuk/' },
  { path: '/saya/', as: 'siti' },
  { path: '/sertifikat/', as: 'siti' },
  { path: '/sertifikat/tidak-ada/', as: 'siti' },
  { path: '/keluar/', as: 'siti' },
  { path: '/pelatih/', as: 'siti' },
  { path: '/pelatih/', as: 'rahmat' },
  { path: '/pelatih/peserta/', as: 'rahmat' },
  { path: '/pengurus/', as: 'wartini' },
  { path: '/pengurus/tawaran/', as: 'wartini' },
  { path: '/pengurus/bantuan/', as: 'wartini' },
  { path: '/pengurus/orang/', as: 'wartini' },
  { path: '/pengurus/orang/baru/', as: 'wartini' },
  { path: '/pengurus/orang/impor/', as: 'wartini' },
  { path: '/pengurus/orang/<siti>/', as: 'wartini' },
  { path: '/pengurus/mesin/', as: 'wartini' },
  // Asks for the passphrase first.
  { path: '/pengurus/mesin/lembar/', as: 'wartini' },
  { path: '/pelatih/peserta/<siti>/', as: 'rahmat' },
  { path: '/pelatih/laporan/', as: 'rahmat' },
  { path: '/pelatih/angkatan/', as: 'rahmat' },
  { path: '/pelatih/angkatan/<cohort>/', as: 'rahmat' },
  { path: '/pelatih/angkatan/<cohort>/sekilas/', as: 'rahmat' },
  { path: '/kursus/lm-101/panduan/', as: 'rahmat' },
  { path: '/saya/pengaman/', as: 'rahmat' },
  { path: '/pelatih/naskah/kursus-baru/', as: 'rahmat' },
  ...[
    ...['kuis/hpp-keripik/berkas/', 'sumber/hpp-keripik/', 'daftar/istilah/'],
    ...['daftar/istilah/isian/', 'daftar/jawaban/isian/'],
  ].map((page) => ({ path: `/pelatih/naskah/<naskah>/${page}`, as: 'rahmat' as const })),
];

let browser: Browser;
let server: TestServer;
let setup: string;
let siti: string;
let cohort: string;
let naskah: string;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  setup = (await openSetup(server.db)) ?? '';
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('every kind of page is free of faults that axe knows, on a phone and on a desk', async () => {
  const first = await openPage(await openPhone(browser, server.origin), setup);
  const faults = await findFaults(first);
  siti = await addLearner(server, 'siti', { name: 'Siti Aminah' });
  const rahmat = await addLearner(server, 'rahmat', { name: 'Pak Rahmat', role: 'trainer' });
  const wartini = await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
  await nameKeeper(server.db, 'wartini');
  cohort = await addCohort(server, { trainer: rahmat, course: 'up-202' });
  naskah = await makeDraft(server, viewerOf(rahmat), {
    ...{ id: makeUuid(), course: 'up-202', lesson: 'hpp-keripik', fresh: '', title: '' },
  });
  await saveHousePage(server, { ...viewerOf(wartini), role: 'coordinator' }, { offices: [office], row: 0 });
  const phones = {
    nobody: await openPage(await openPhone(browser, server.origin)),
    siti: await openPage(await openPhone(browser, server.origin), '/masuk/'),
    rahmat: await openPage(await openPhone(browser, server.origin), '/masuk/'),
    wartini: await openPage(await openPhone(browser, server.origin), '/masuk/'),
  };
  await signIn(phones.siti, 'siti', pin);
  await phones.siti.goto('/kursus/up-202/');
  await phones.siti.getByRole('button', { name: 'Ikut kursus ini' }).click();
  await signIn(phones.rahmat, 'rahmat', passphrase);
  await signIn(phones.wartini, 'wartini', passphrase);
  for (const { path, as = 'nobody' } of kinds) {
    await phones[as].goto(path.replace('<siti>', siti).replace('<cohort>', cohort).replace('<naskah>', naskah));
    faults.push(...(await findFaults(phones[as])));
  }
  // There all questions stand below each other, and that is decided when the page comes.
  const desk = await openPhone(browser, server.origin, { width: 1280, height: 800 });
  faults.push(...(await findFaults(await openPage(desk, '/kursus/up-202/kuis/ujian-akhir/jawab/'))));
  expect(faults).toEqual([]);
}, 400_000);

test('a quiz is free of them while it is answered, when something is unclear and when it is checked', async () => {
  const page = await openPage(await openPhone(browser, server.origin));
  await page.goto('/kursus/up-202/kuis/hpp-keripik/');
  await page.locator('.question-step:visible').first().waitFor();
  await page.locator('[data-question] input[type="text"]').first().fill('1,250');
  await page.getByRole('button', { name: 'Periksa', exact: true }).first().click();
  await page.getByText('Maksud Anda').waitFor();
  const faults = await findFaults(page);
  await page.locator('[data-question] input[type="text"]').first().fill('1250');
  await page.getByRole('button', { name: 'Periksa', exact: true }).first().click();
  await page.locator('.question-feedback:visible').first().waitFor();
  faults.push(...(await findFaults(page)));
  // Each kind of question, marked part by part.
  for (const practice of ['hpp-keripik', 'markup-atau-margin']) {
    await page.goto(`/kursus/up-202/kuis/${practice}/`);
    await answer(page, quizOf(practice), 99);
    await send(page);
    await page.locator('.result-card').waitFor();
    faults.push(...(await findFaults(page)));
  }
  expect(faults).toEqual([]);
}, 120_000);

test('nothing hangs over the side at 320 px, nor at 360 px with text twice as large', async () => {
  const pages = kinds.filter(({ as }) => as === undefined).map(({ path }) => path);
  const lessons = server.catalogue.courses.flatMap(({ id, lessons }) => lessons.map((it) => `/kursus/${id}/${it}/`));
  const wide = await findOverhang(await openPage(await openPhone(browser, server.origin)), pages);
  // Scripts add the same to every lesson, and one lesson is among the pages above.
  const plain = await openPage(await openPhone(browser, server.origin, { javaScript: false }));
  wide.push(...(await findOverhang(plain, lessons)));
  expect(wide).toEqual([]);
}, 240_000);

const office = {
  name: 'Kantor Desa',
  place: 'Sebelah pasar',
  hours: '08.00–14.00',
  phone: '0286 321 456',
  bring: 'KTP',
};

function viewerOf(id: string): Viewer {
  return { id, login: 'pelatih', name: 'Pelatih', role: 'trainer', house: 'kuripan' };
}

/** The pages that are wider than their window, and by how much. */
async function findOverhang(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(path);
    const narrow = await page.evaluate(overhang);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 225% !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    const large = await page.evaluate(overhang);
    if (narrow > 1) wide.push(`${path} by ${narrow} px`);
    if (large > 1) wide.push(`${path} with large text by ${large} px`);
  }
  return wide;
}

/** By how many pixels the page is wider than its window. */
function overhang(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

function quizOf(id: string): Quiz {
  const found = findQuiz(server.catalogue, 'up-202', id);
  if (!found) throw new Error(`no quiz ${id}`);
  return found.quiz;
}
