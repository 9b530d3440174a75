import { createHash, randomBytes } from 'node:crypto';
import { uuidV7, uuidV8 } from '#domain/uuid.ts';

/** A UUID of version 7: rows get ids that grow with time. */
export function makeUuid(now = Date.now()): string {
  return uuidV7(now, randomBytes(16));
}

/** The UUID of what these parts say together: the same parts have the same one. */
export function derivedUuid(...parts: readonly string[]): string {
  return uuidV8(createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16));
}
