import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { lookKey, lookScript, lookSizes, lookThemes, readLook, writeLook } from '#domain/look.ts';

/** What the script of every page does to a page on a phone that keeps `text`. */
function run(text: string | undefined) {
  const documentElement = { dataset: {} as Record<string, string>, style: {} as Record<string, string> };
  const localStorage = text === undefined ? {} : { [lookKey]: text };
  runInNewContext(lookScript, { document: { documentElement }, localStorage });
  return { theme: documentElement.dataset.theme, fontSize: documentElement.style.fontSize };
}

test('every look comes back as it was kept, and stands in the page by the one script', () => {
  for (const size of lookSizes) {
    for (const theme of lookThemes) {
      expect(readLook(writeLook({ size, theme }))).toEqual({ size, theme });
      expect(run(writeLook({ size, theme }))).toEqual({ theme, fontSize: `${1.125 * size}%` });
    }
  }
});

test('a phone that keeps nothing, or nothing of ours, shows pages as they come', () => {
  expect(run(undefined)).toEqual({ theme: undefined, fontSize: undefined });
  for (const text of [undefined, '', '9999 neon', 'NaN', '112.5']) {
    expect(readLook(text)).toEqual({ size: 100, theme: 'auto' });
  }
});

test('a phone that forbids to keep anything shows pages as they come', () => {
  const documentElement = { dataset: {}, style: {} };
  const forbidding = Object.defineProperty({ document: { documentElement } }, 'localStorage', {
    get: () => {
      throw new Error('forbidden');
    },
  });
  expect(() => runInNewContext(lookScript, forbidding)).not.toThrow();
});
