import { expect, test } from 'vitest';
import { daysUntilEnd } from '#domain/address-certificate.ts';

const day = 86_400_000;
const now = Date.parse('2026-12-01T05:00:00Z');

test.each([
  [undefined, undefined],
  [now + 22 * day, undefined],
  [now + 22 * day - 1, 21],
  [now + 21 * day, 21],
  [now + day - 1, 0],
  [now - 1, -1],
])('a certificate that ends at %s is spoken of with %s days left', (endsAt, days) => {
  expect(daysUntilEnd(endsAt, now)).toBe(days);
});
