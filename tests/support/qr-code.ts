import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/** What a decoder reads from a picture of the printed code. */
export async function readQrCode(page: Page, selector: string): Promise<string | undefined> {
  const picture = (await page.locator(selector).screenshot()).toString('base64');
  const [pixels, width, height] = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const drawn = pen?.getImageData(0, 0, image.width, image.height).data ?? [];
    return [Array.from(drawn), image.width, image.height] as const;
  }, picture);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}
