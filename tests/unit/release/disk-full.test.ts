import { expect, test } from 'vitest';
import { isDiskFull, tellsFullDisk } from '#release/disk-full.ts';

test.each([
  "[ERROR] ENOSPC: no space left on device, open '/x/releases/r000002.building/site/index.html'",
  'Error: failed to write: No space left on device (os error 28)\n   0: std::backtrace_rs::backtrace',
  'EDQUOT: disk quota exceeded, write',
])('%s says that the disk is full', (said) => {
  expect(tellsFullDisk(said)).toBe(true);
  expect(isDiskFull(new Error('the index cannot be written', { cause: new Error(said) }))).toBe(true);
});

test('another fault of a compiler does not', () => {
  expect(tellsFullDisk("[ERROR] Expected ';' but found '}' in chapter 28")).toBe(false);
  expect(isDiskFull(Object.assign(new Error('open'), { code: 'EACCES' }))).toBe(false);
});
