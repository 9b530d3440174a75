/** A UUID of version 7 out of 16 random bytes: its order is the order of making. `at` in milliseconds since 1970. @see RFC 9562 section 5.7 */
export function uuidV7(at: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random);
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(at / 2 ** (8 * (5 - place))) & 0xff;
  return writeUuid(bytes, 7);
}

/** A UUID of version 8 out of 16 bytes that stand for something: the same bytes have the same one. @see RFC 9562 section 5.8 */
export function uuidV8(bytes: Uint8Array): string {
  return writeUuid(Uint8Array.from(bytes), 8);
}

/** When a UUID of version 7 was made, in milliseconds since 1970; undefined for the other versions. */
export function uuidTime(uuid: string): number | undefined {
  return uuid[14] === '7' ? Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16) : undefined;
}

function writeUuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
