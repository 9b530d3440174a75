import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readPointer, releaseFolder, switchRelease } from '#server/release/release.ts';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { siteFolder } from '../support/built-site.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { playedSeconds, silence } from '../support/media.ts';
import { phoneJpeg, place } from '../support/photos.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** A build beside other work: it gives way to everything else. */
const publishingMs = 600_000;
const address = '/kursus/up-202/hpp-keripik/';
const [before, after] = ['Satu bungkus keripik tampak kecil', 'Sebungkus keripik buatan Wonolelo tampak kecil'];
const seen = 'Timbangan dapur menunjukkan 250 gram keripik.';

let browser: Browser;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  // Releases of its own: others test what is built already.
  folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-naskah-'));
  const current = readPointer(siteFolder)?.current ?? '';
  mkdirSync(join(folder, 'releases'));
  symlinkSync(realpathSync(releaseFolder(siteFolder, current)), releaseFolder(folder, current));
  switchRelease(folder, current);
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataFolder: folder, publishes: true })]);
  await addLearner(server, 'tono', { name: 'Pak Tono', role: 'trainer' });
  await addLearner(server, 'wartini', { name: 'Bu Wartini', role: 'coordinator' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

test(
  'a trainer changes a lesson, its photo and its recording, another reads it, it is published, found, read, and taken back',
  { timeout: 3 * publishingMs },
  async () => {
    const desk = await openPage(await openPhone(browser, server.origin, { javaScript: false }), '/masuk/?staf=ya');
    await signIn(desk, 'tono', passphrase);
    await desk.goto('/pelatih/');
    await desk.getByRole('link', { name: 'Naskah', exact: true }).click();
    await desk.getByRole('link', { name: 'Mulai naskah' }).click();
    await desk.getByLabel('Pelajaran', { exact: true }).selectOption('up-202/hpp-keripik');
    await desk.getByRole('button', { name: 'Mulai', exact: true }).first().click();
    const draft = new URL(desk.url()).pathname;

    // A usual mistake, mended by what the page says.
    // The first page of a text reads all content.
    await desk.getByRole('link', { name: 'Tulis', exact: true }).click({ timeout: 60_000 });
    await desk.getByRole('link', { name: 'Tulis sebagai teks' }).click({ timeout: 60_000 });
    const field = desk.getByLabel('Tulisan', { exact: true });
    const text = await field.inputValue();
    const changed = text.replace(before, after);
    await field.fill(changed.replace('</Story>', ''));
    await desk.getByRole('button', { name: 'Simpan', exact: true }).click();
    expect(await desk.locator('#text-salah').textContent()).toMatch(/Baris \d+: <Story> belum ditutup/);
    await field.fill(changed);
    await desk.getByRole('button', { name: 'Simpan', exact: true }).click();
    expect(await desk.textContent('main')).toContain('Tersimpan.');
    await desk.goto(`${draft}pratinjau/hpp-keripik/`);
    expect(await desk.textContent('main')).toContain(after);
    await addMedia(desk, draft);
    await desk.goto(draft);
    await desk.getByRole('button', { name: 'Minta dibaca' }).click();

    const office = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
    await signIn(office, 'wartini', passphrase);
    await office.goto('/pelatih/naskah/');
    const faults = await findFaults(office);
    await office.getByRole('region', { name: 'Menunggu Anda baca' }).getByRole('link').click();
    faults.push(...(await findFaults(office)));
    await office.getByRole('link', { name: 'Lihat yang berubah' }).click();
    expect(await office.locator('del').allTextContents()).toContainEqual(expect.stringContaining(before));
    expect(await office.locator('ins').allTextContents()).toContainEqual(expect.stringContaining(after));
    expect([await office.locator('.photo-shown').count(), await office.locator('main audio').count()]).toEqual([1, 1]);
    faults.push(...(await findFaults(office)));
    await office.getByRole('button', { name: 'Sudah saya baca' }).click();
    await office.goto(`${draft}pelajaran/hpp-keripik/`);
    faults.push(...(await findFaults(office)));
    expect(faults).toEqual([]);

    const failed: number[] = [];
    const watching = setInterval(() => {
      void server.request(address).then(
        ({ status }) => status !== 200 && failed.push(status),
        () => failed.push(0),
      );
    }, 250);
    onTestFinished(() => clearInterval(watching));
    await office.goto(draft);
    // A picture and a paragraph in other words: the one who publishes has the last word.
    await office.getByLabel('Kalimat lebih jelas, artinya sama').check();
    await office.getByRole('button', { name: 'Terbitkan' }).click();
    expect(await (await stateOf(office.url())).json()).toMatchObject({
      state: expect.stringMatching(/waiting|building/),
    });
    await office.locator('[data-publishing="published"]').waitFor({ timeout: publishingMs });
    const phone = await openPage(await openPhone(browser, server.origin), '/cari/?q=wonolelo');
    const found = phone.getByRole('link', { name: 'HPP keripik: biaya membuat satu bungkus' });
    await found.first().waitFor();
    await found.first().click();
    await phone.waitForURL((it) => it.pathname === address);
    expect(await phone.textContent('main')).toContain(after);
    const photo = phone.getByAltText(seen);
    await photo.scrollIntoViewIfNeeded();
    // Turned upright: it was three wide and two high, and the phone was held on its side.
    await expect.poll(() => photo.evaluate((it: HTMLImageElement) => it.naturalHeight)).toBe(3);
    const released = await fetch(new URL((await photo.getAttribute('src')) ?? '', server.origin));
    expect(Buffer.from(await released.arrayBuffer()).includes(place)).toBe(false);
    expect(await playedSeconds(phone.locator('.gist audio'))).toBeGreaterThan(0);

    await office.goto(draft);
    await office.getByRole('button', { name: 'Batalkan terbitan' }).click();
    await office.locator('[data-publishing="published"]').waitFor({ timeout: publishingMs });
    await expect.poll(async () => (await server.request(address)).text(), { timeout: 20_000 }).toContain(before);
    clearInterval(watching);
    expect(failed).toEqual([]);
    await office.goto('/pelatih/naskah/riwayat/up-202/hpp-keripik/');
    expect(await office.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      expect.stringContaining('Dibatalkan oleh Bu Wartini'),
      expect.stringContaining('Diterbitkan oleh Bu Wartini'),
    ]);
    await office.getByText('Perubahan: kalimat lebih jelas').waitFor();

    function stateOf(page: string): Promise<Response> {
      return office
        .evaluate(async (path) => (await fetch(path)).text(), `${new URL(page).pathname}keadaan.json`)
        .then((body) => new Response(body));
    }
  },
);

/** A photo with its place and a recording, by forms without script. */
async function addMedia(desk: Page, draft: string): Promise<void> {
  await desk.goto(`${draft}gambar/hpp-keripik/`);
  const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg() };
  await desk.getByLabel('Foto', { exact: true }).setInputFiles(photo);
  await desk.getByLabel('Apa yang terlihat di gambar').fill(seen);
  await desk.getByLabel('Tidak ada orang yang bisa dikenali').check();
  await desk.getByRole('button', { name: 'Tambahkan gambar' }).click();
  expect(await desk.textContent('main')).toContain('Gambar sudah ditambahkan ke pelajaran.');
  await desk.goto(`${draft}suara/hpp-keripik/`);
  const sound = { name: 'Rekaman 1.mp3', mimeType: 'audio/mpeg', buffer: silence };
  await desk.getByLabel('Pilih rekaman', { exact: true }).setInputFiles(sound);
  await desk.getByRole('button', { name: 'Simpan rekaman' }).click();
  expect(await desk.textContent('main')).toContain('Rekaman tersimpan di naskah.');
}
