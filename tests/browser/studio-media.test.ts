import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
import { playedSeconds, silence } from '../support/media.ts';
import { place, withPlace } from '../support/photos.ts';
import { startServer, type TestServer } from '../support/server.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  await addLearner(server, 'tono', { name: 'Pak Tono', role: 'trainer' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a trainer adds a photo and a recording to a lesson: small, without its place, seen and heard in the preview', async () => {
  const phone = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(phone, 'tono', passphrase);
  await phone.goto('/pelatih/naskah/baru/');
  await phone.getByLabel('Pelajaran', { exact: true }).selectOption('up-202/hpp-keripik');
  await phone.getByRole('button', { name: 'Mulai', exact: true }).first().click();
  const draft = new URL(phone.url()).pathname;
  // The first page of a text reads all content.
  await phone.getByRole('link', { name: 'Gambar', exact: true }).click({ timeout: 60_000 });

  const camera = withPlace(await takePhoto(phone));
  expect(camera.length).toBeGreaterThan(300 * 1024);
  await phone
    .getByLabel('Foto', { exact: true })
    .setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: camera });
  await phone.getByText(/Foto dikecilkan dari [\d.]+ KB menjadi \d+ KB/).waitFor();
  await phone.getByLabel('Apa yang terlihat di gambar').fill('Timbangan dapur menunjukkan 250 gram keripik.');
  await phone.getByLabel('Tidak ada orang yang bisa dikenali').check();
  expect(await findFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Tambahkan gambar' }).click();
  await phone.getByText('Gambar sudah ditambahkan ke pelajaran.').waitFor();
  const kept = phone.locator('.rows img');
  const bytes = await phone.evaluate(
    async (address) => {
      const response = await fetch(address);
      return [...new Uint8Array(await response.arrayBuffer())];
    },
    (await kept.getAttribute('src')) ?? '',
  );
  expect(bytes.length).toBeLessThan(200 * 1024);
  expect(Buffer.from(bytes).includes(place)).toBe(false);
  expect(await findFaults(phone)).toEqual([]);

  await phone.goto(`${draft}pratinjau/hpp-keripik/`);
  const shown = phone.getByAltText('Timbangan dapur menunjukkan 250 gram keripik.');
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(1280);

  await phone.goto(`${draft}suara/hpp-keripik/`);
  await phone.getByRole('button', { name: 'Rekam sekarang' }).click();
  await phone.getByText('Sedang merekam: 1 dari 90 detik.').waitFor();
  await phone.getByRole('button', { name: 'Berhenti' }).click();
  await phone.getByText(/Selesai, \d+ detik/).waitFor();
  expect(await playedSeconds(phone.getByLabel('Dengarkan rekaman Anda'))).toBeGreaterThan(0);
  expect(await findFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Simpan rekaman' }).click();
  await phone.getByText('Rekaman tersimpan di naskah.').waitFor();
  expect(await playedSeconds(phone.locator('audio').first())).toBeGreaterThan(0);
  expect(await findFaults(phone)).toEqual([]);
  await phone.goto(`${draft}pratinjau/hpp-keripik/`);
  expect(await playedSeconds(phone.locator('.gist audio'))).toBeGreaterThan(0);

  // Without TLS no browser lends a page its microphone; the file of a recorder goes, and the page says why.
  const plain = await openPage(
    await openPhone(browser, server.origin.replace('127.0.0.1', 'rumah.test')),
    '/masuk/?staf=ya',
  );
  await signIn(plain, 'tono', passphrase);
  await plain.goto(`${draft}suara/hpp-keripik/`);
  await plain.getByText('Di alamat ini browser tidak boleh memakai mikrofon').waitFor();
  const file = { name: 'Rekaman 1.MP3', mimeType: 'application/octet-stream', buffer: silence };
  await plain.getByLabel('Pilih rekaman', { exact: true }).setInputFiles(file);
  await plain.getByRole('button', { name: 'Simpan rekaman' }).click();
  await plain.getByText('Rekaman tersimpan di naskah.').waitFor();
});

/** Three million points, as a camera would store them. */
async function takePhoto(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2048, 1536];
    const context = canvas.getContext('2d');
    for (let at = 0; context && at < 4000; at++) {
      context.fillStyle = `hsl(${(at * 37) % 360} 60% ${20 + (at % 60)}%)`;
      context.fillRect((at * 911) % 2048, (at * 577) % 1536, 90, 70);
    }
    return canvas.toDataURL('image/jpeg', 0.95).replace(/^.*,/, '');
  });
  return Buffer.from(text, 'base64');
}
