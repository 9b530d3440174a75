import type { Locator } from 'playwright-core';

/** The smallest picture that there is: one red dot. */
export const redDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Half a second of silence: frames of MPEG 1 layer III, mono, 44.1 kHz, 32 kbit a second. */
export const silence = Buffer.concat(
  Array.from({ length: 20 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)])),
);

/** How much of a sound was played, once it is loaded. */
export async function playedSeconds(player: Locator): Promise<number> {
  return player.evaluate(async (it: HTMLAudioElement) => {
    it.muted = true;
    await it.play();
    await new Promise((resolve) => it.addEventListener('timeupdate', () => it.currentTime > 0 && resolve(undefined)));
    it.pause();
    return it.currentTime;
  });
}
