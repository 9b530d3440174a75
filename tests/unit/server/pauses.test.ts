import { afterEach, expect, test, vi } from 'vitest';
import { openPauses } from '#server/pauses.ts';

afterEach(() => void vi.useRealTimers());

test('long work lets others have their turn, short work goes on', async () => {
  vi.useFakeTimers({ toFake: ['performance'], now: 0 });
  const pause = openPauses();
  let othersHadTheirTurn = false;
  setImmediate(() => {
    othersHadTheirTurn = true;
  });
  vi.advanceTimersByTime(2);
  await pause();
  expect(othersHadTheirTurn).toBe(false);
  vi.advanceTimersByTime(20);
  await pause();
  expect(othersHadTheirTurn).toBe(true);
});
