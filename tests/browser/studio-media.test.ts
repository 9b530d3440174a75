import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../support/axe.ts';
import { launchBrowser, openPage, openPhone } from '../support/browser.ts';
import { addLearner, passphrase, signIn } from '../support/learner.ts';
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

test('a trainer adds a photo of the camera to a lesson: small, without its place, and seen in the preview', async () => {
  const phone = await openPage(await openPhone(browser, server.origin), '/masuk/?staf=ya');
  await signIn(phone, 'tono', passphrase);
  await phone.goto('/pelatih/naskah/baru/');
  await phone.getByLabel('Pelajaran', { exact: true }).selectOption('up-202/hpp-keripik');
  await phone.getByRole('button', { name: 'Mulai', exact: true }).first().click();
  const draft = new URL(phone.url()).pathname;
  await phone.getByRole('link', { name: 'Gambar', exact: true }).click();

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
