import { expect, test } from 'vitest';
import { makeUuid, newSeed } from '#client/phone/uuid.ts';
import { isSeed } from '#domain/quiz/draw/draw.ts';
import { uuidTime } from '#domain/uuid.ts';

test('a new id is a UUID of version 7 that tells when it was made', () => {
  const at = Date.UTC(2026, 10, 24, 3, 4, 5, 678);
  const id = makeUuid(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidTime(id)).toBe(at);
});

test('ids of later moments come later in order', () => {
  const ids = [0, 1, 255, 256, 2 ** 32, 2 ** 40].map((ms) => makeUuid(ms));
  expect([...ids].sort()).toEqual(ids);
});

test('a thousand ids and seeds are a thousand different ones', () => {
  expect(new Set(Array.from({ length: 1000 }, () => makeUuid(0))).size).toBe(1000);
  const seeds = Array.from({ length: 1000 }, newSeed);
  expect(new Set(seeds).size).toBe(1000);
  expect(seeds.every(isSeed)).toBe(true);
});
