import { dayMs } from '#domain/local-date.ts';
import { fromBase32, toBase32 } from '#domain/base32.ts';

/** What a certificate says, as far as its signature covers it. */
export interface Statement {
  /** 13 signs of base32. */
  readonly id: string;
  /** Local date `YYYY-MM-DD`, from 1970 to 2149. */
  readonly completedOn: string;
  /** Whole number from 0 to 100. */
  readonly percent: number;
  /** First eight hexadecimal digits of the edition of the assessment. */
  readonly edition: string;
  /** House id, at most 255 bytes. */
  readonly house: string;
  /** Course id, or `jalur/` and the id of a path; at most 255 bytes. */
  readonly subject: string;
  readonly name: string;
}

/** A statement as it was read, with the bytes that were signed and the signature over them. */
export interface SignedStatement {
  readonly statement: Statement;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const version = 1;
const idBytes = 8;
export const signatureBytes = 64;

/**
 * The bytes that are signed: version 1, id 8, days since 1970 2, percent 1, edition 4; length and text of house and of
 * subject; the name up to the end. Numbers are big-endian, texts UTF-8, the name in composed signs.
 */
export function encodeStatement({ id, completedOn, percent, edition, house, subject, name }: Statement): Uint8Array {
  const day = Date.parse(`${completedOn}T00:00:00Z`) / dayMs;
  const text = new TextEncoder();
  const [houseText, subjectText] = [text.encode(house), text.encode(subject)];
  return Uint8Array.from([
    version,
    ...(fromBase32(id) ?? []),
    day >> 8,
    day & 255,
    percent,
    ...[0, 2, 4, 6].map((at) => Number.parseInt(edition.slice(at, at + 2), 16)),
    houseText.length,
    ...houseText,
    subjectText.length,
    ...subjectText,
    ...text.encode(name.normalize('NFC')),
  ]);
}

/** Reads what stands in a QR code, or was typed from the paper. Undefined when it is cut short or no statement; proves nothing. */
export function readStatement(code: string): SignedStatement | undefined {
  const bytes = fromBase32(code);
  if (bytes === undefined || bytes[0] !== version) return undefined;
  const signed = bytes.slice(0, -signatureBytes);
  const statement = decode(signed);
  return statement && { statement, signed, signature: bytes.slice(-signatureBytes) };
}

/** An id out of eight random bytes. */
export function certificateId(random: Uint8Array): string {
  return toBase32(random.subarray(0, idBytes));
}

function decode(bytes: Uint8Array): Statement | undefined {
  const text = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  const take = (count = bytes.length - at): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError('cut short');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const takeNumber = (count: number): number => take(count).reduce((number, byte) => number * 256 + byte, 0);
  try {
    take(1);
    return {
      id: toBase32(take(idBytes)),
      completedOn: new Date(takeNumber(2) * dayMs).toISOString().slice(0, 10),
      percent: takeNumber(1),
      edition: takeNumber(4).toString(16).padStart(8, '0'),
      house: text.decode(take(takeNumber(1))),
      subject: text.decode(take(takeNumber(1))),
      name: text.decode(take()),
    };
  } catch {
    return undefined;
  }
}
