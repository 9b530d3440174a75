import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { consentText } from '#messages/consent.ts';

/** Every edition that anybody may have agreed to, by the digest of its words. Add a line, change none. */
const editions: Readonly<Record<string, string>> = {
  '1': 'f166b77637e029c9b7e438cf0820c7f6743d38ef8f3b2fc986f32564882fb44f',
};

test('the words of an edition never change: what somebody agreed to is told by its edition', () => {
  const digest = createHash('sha256').update(JSON.stringify(consentText.points)).digest('hex');
  expect([consentText.edition, digest]).toEqual([consentText.edition, editions[consentText.edition]]);
});
