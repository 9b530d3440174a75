import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, makeDelta } from '#domain/offline/delta.ts';

describe('a delta', () => {
  it('leads from any bytes to any other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (before, after) => {
        expect(join(applyDelta(own(before), own(makeDelta(before, after))))).toEqual(own(after));
      }),
    );
  });

  it('leads to bytes that were cut, doubled and put in another order', () => {
    const piece = fc.uint8Array({ minLength: 40, maxLength: 200 });
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(20), { maxLength: 12 }),
        (pieces, order) => {
          const after = join(order.map((at) => pieces[at % pieces.length] ?? new Uint8Array()));
          const before = join(pieces);
          expect(join(applyDelta(before, own(makeDelta(before, after))))).toEqual(after);
        },
      ),
    );
  });

  it('says little where little changed', () => {
    const before = new TextEncoder().encode(
      Array.from({ length: 4000 }, (_, at) => `kalimat ke-${at * 7919}. `).join(''),
    );
    const text = new TextDecoder().decode(before);
    const after = new TextEncoder().encode(text.replace('kalimat ke-7919.', 'kalimat kedua.').replace(/ke-0\. /, ''));
    expect(makeDelta(before, after).byteLength).toBeLessThan(120);
    expect(makeDelta(before, before).byteLength).toBeLessThan(20);
  });

  it('is refused where it is cut short, or was made for other bytes', () => {
    const before = Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 251);
    const delta = own(makeDelta(before, Uint8Array.from([...before, 1, 2, 3])));
    // The step that copies all, cut within its numbers, then within what is inserted.
    for (const end of [1, 2, delta.byteLength - 1])
      expect(() => applyDelta(before, delta.slice(0, end))).toThrow(RangeError);
    expect(() => applyDelta(before.slice(0, 100), delta)).toThrow(RangeError);
  });
});

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
