import { expect, it } from 'vitest';
import { isBelated } from '#domain/learning/arrival.ts';
import { dayMs } from '#domain/local-date.ts';

it('an answer is told of as late when it was three days on its way, never when the phone’s clock ran ahead', () => {
  const recordedAt = Date.UTC(2026, 10, 29);
  expect(isBelated({ recordedAt, answeredAt: recordedAt - 3 * dayMs })).toBe(true);
  expect(isBelated({ recordedAt, answeredAt: recordedAt - 3 * dayMs + 1 })).toBe(false);
  expect(isBelated({ recordedAt, answeredAt: recordedAt + dayMs })).toBe(false);
});
