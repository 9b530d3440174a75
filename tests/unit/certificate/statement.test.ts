import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '#domain/base32.ts';
import { readableNumber } from '#domain/certificate/certificate.ts';
import { certificateId, encodeStatement, readStatement, type Statement } from '#domain/certificate/statement.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const signature = new Uint8Array(64).fill(7);

const statements: fc.Arbitrary<Statement> = fc.record({
  id: fc.uint8Array({ minLength: 8, maxLength: 8 }).map(certificateId),
  completedOn: fc.integer({ min: 0, max: 65_535 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  percent: fc.integer({ min: 0, max: 100 }),
  edition: fc.stringMatching(/^[0-9a-f]{8}$/),
  house: fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/),
  subject: fc.stringMatching(/^(jalur\/)?[a-z][a-z0-9-]{0,40}$/),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).map((name) => name.normalize('NFC')),
});

function codeOf(statement: Statement): string {
  return toBase32(Uint8Array.from([...encodeStatement(statement), ...signature]));
}

const siti: Statement = {
  id: certificateId(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])),
  completedOn: '2026-11-28',
  percent: 83,
  edition: 'deadbeef',
  house: 'kuripan',
  subject: 'up-202',
  name: 'Siti Aminah',
};

describe('base32', () => {
  test('gives the same bytes back, whatever they are', () => {
    fc.assert(
      fc.property(bytes, (it) => {
        expect(fromBase32(toBase32(it))).toEqual(it);
      }),
    );
  });

  test('has one way to write each text of bytes', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (it, place, sign) => {
        const text = toBase32(it);
        const at = place % Math.max(1, text.length);
        const other = text.slice(0, at) + sign + text.slice(at + 1);
        fc.pre(text !== '' && other !== text);
        expect(fromBase32(other)).not.toEqual(it);
      }),
    );
  });

  test('is read as people type it', () => {
    const text = toBase32(Uint8Array.from([0, 17, 200, 64, 31]));
    expect(fromBase32(` ${text.slice(0, 4).toLowerCase()}-${text.slice(4)}\n`)).toEqual(fromBase32(text));
    expect(fromBase32('0O1IL000')).toEqual(fromBase32('00111000'));
    expect(fromBase32('U')).toBeUndefined();
    expect(fromBase32('é000')).toBeUndefined();
  });
});

describe('a statement', () => {
  test('is read as it was written, whatever name and ids stand in it', () => {
    fc.assert(
      fc.property(statements, (it) => {
        const read = readStatement(codeOf(it));
        expect(read?.statement).toEqual(it);
        expect(read?.signed).toEqual(encodeStatement(it));
        expect(read?.signature).toEqual(signature);
      }),
    );
  });

  test('takes 106 bytes with its signature for an everyday name, and 142 for one of 47 letters', () => {
    const sizeOf = (name: string) => encodeStatement({ ...siti, name }).length + signature.length;
    expect([sizeOf('Siti Aminah'), sizeOf('x'.repeat(47))]).toEqual([106, 142]);
  });

  test('is none when it is cut short, empty, of another version or not base32 at all', () => {
    const code = codeOf(siti);
    for (const cut of ['', code.slice(0, 1), code.slice(0, 60), code.slice(0, 110)]) {
      expect(readStatement(cut)?.statement.name).not.toBe(siti.name);
    }
    expect(readStatement('')).toBeUndefined();
    expect(readStatement(code.slice(0, 100))).toBeUndefined();
    expect(readStatement(`8${code.slice(1)}`)).toBeUndefined();
    expect(readStatement('https://contoh.id')).toBeUndefined();
  });

  test('never breaks on bytes that somebody made up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (it) => {
        readStatement(toBase32(Uint8Array.from([1, ...it])));
      }),
    );
  });
});

test('a number is read out in groups of four', () => {
  expect(siti.id).toHaveLength(13);
  expect(readableNumber('7K3Q9F2M4XB1D')).toBe('7K3Q-9F2M-4XB1-D');
});
