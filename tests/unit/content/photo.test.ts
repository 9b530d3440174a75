import { describe, expect, test } from 'vitest';
import { cleanPhoto } from '#content/media/photo/photo.ts';
import { jpegOf, phoneJpeg, phonePng, phoneWebp, place } from '../../support/photos.ts';

describe('a photo that was taken with a phone', () => {
  test.each([
    ['JPEG', 'jpg', phoneJpeg(1), { width: 3, height: 2 }],
    ['JPEG on its side', 'jpg', phoneJpeg(6), { width: 2, height: 3 }],
    ['PNG', 'png', phonePng(), { width: 3, height: 2 }],
    ['WebP', 'webp', phoneWebp(), { width: 3, height: 2 }],
  ])('as %s keeps its size and loses its place', (_, ending, bytes, size) => {
    expect(bytes.includes(place)).toBe(true);
    const photo = cleanPhoto(bytes);
    if ('problem' in photo) throw new Error(photo.problem);
    expect(photo).toMatchObject({ ending, ...size });
    expect(photo.bytes.includes(place)).toBe(false);
    // What is clean stays as it is, byte for byte.
    expect(cleanPhoto(photo.bytes)).toEqual(photo);
  });

  test('stays turned as it was', () => {
    for (const orientation of [3, 6, 8]) {
      const photo = cleanPhoto(phoneJpeg(orientation));
      if ('problem' in photo) throw new Error(photo.problem);
      const tag = photo.bytes.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]));
      expect(tag).toBeGreaterThan(0);
    }
  });
});

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'photo_missing'],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0 This program cannot be run'), 'photo_kind'],
  [
    'a program that says it is a photo',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('MZ\x90\0')]),
    'photo_broken',
  ],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo_kind'],
  ['a moving GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'photo_kind'],
  ['a moving WebP', phoneWebp({ moving: true }), 'photo_moving'],
  ['fifty megapixels', jpegOf(8165, 6124), 'photo_points'],
  ['a strip of 60,000 points', jpegOf(60_000, 1), 'photo_points'],
  ['no height', jpegOf(3, 0), 'photo_broken'],
  ['a PNG that unpacks to a gigabyte', phonePng(20_000, 17_000, Buffer.alloc(100_000)), 'photo_points'],
  ['a PNG of four thousand million points a side', phonePng(0xffffffff, 0xffffffff, Buffer.alloc(10)), 'photo_points'],
  ['300 KB', phonePng(300, 350, noise(301 * 350 * 3)), 'photo_bytes'],
])('%s is refused before anything is unpacked', (_, bytes, problem) => {
  expect(cleanPhoto(bytes)).toEqual({ problem });
});

test.each([
  ['JPEG', phoneJpeg()],
  ['PNG', phonePng()],
  ['WebP', phoneWebp()],
])('a %s that is cut off anywhere, or has a wrong byte in its head, is no defect', (_, whole) => {
  for (let length = 0; length < whole.length; length++) {
    const found = cleanPhoto(whole.subarray(0, length));
    if (!('problem' in found)) expect(found.bytes.length).toBeLessThanOrEqual(length + 40);
    const wrong = new Uint8Array(whole);
    wrong[length] = (wrong[length] ?? 0) ^ 0xff;
    expect(() => cleanPhoto(Buffer.from(wrong))).not.toThrow();
  }
});

function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
}
