import { uuidV7 } from '#domain/uuid.ts';

/** A new id for what the phone makes. Works on plain HTTP, where `crypto.randomUUID` is missing. */
export function makeUuid(now: number = Date.now()): string {
  return uuidV7(now, crypto.getRandomValues(new Uint8Array(16)));
}

/** A seed for drawing questions: 16 signs of 0–9 and a–f. */
export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
