import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { dayMs } from '#domain/local-date.ts';
import { stepMs } from '#domain/person/second-step.ts';
import { openPauses } from '#server/pauses.ts';

/** The six digits that an app shows during one step: the defaults of all apps, SHA-1 among them. @see https://www.rfc-editor.org/rfc/rfc6238 */
export function codeAt(key: Uint8Array | KeyObject, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const from = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(from) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/**
 * The step nearest to `now` whose code this is, at most a day away; undefined where there is none. A right code of a wrong clock
 * is found so. One wrong code in 170 is some step's too: whoever acts on a far one may only tell.
 */
export async function findStep(key: Uint8Array, digits: string, now: number): Promise<number | undefined> {
  const held = createSecretKey(key);
  const pause = openPauses();
  for (let distance = 0; distance <= dayMs / stepMs; distance += 1) {
    const step = [now - distance, now + distance].find((it) => it >= 0 && codeAt(held, it) === digits);
    if (step !== undefined) return step;
    await pause();
  }
  return undefined;
}
