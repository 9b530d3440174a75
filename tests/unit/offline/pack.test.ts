import { expect, it } from 'vitest';
import { packFrontBytes, packLengthBytes, readPackHeader, writePack } from '#domain/offline/pack.ts';
import { courseOfSet, courseSet, packAddress, readPackAddress } from '#domain/offline/sets.ts';

it('a pack gives back each of its files, empty ones and those with any byte too', () => {
  const bodies = [
    new TextEncoder().encode('<p>Ibu Śrī</p>'),
    new Uint8Array(),
    Uint8Array.from({ length: 256 }, (_, at) => at),
  ];
  const headers = { page: [['X', 'ya']] as const, 'search-page': [], asset: [] };
  const files = bodies.map((body, at) => ({
    address: `/${at}/`,
    bytes: body.byteLength,
    type: 'x',
    kind: 'page' as const,
  }));
  const pack = writePack({ title: 'Menghitung HPP · é', headers, files }, bodies);
  const front = packFrontBytes(pack.subarray(0, packLengthBytes));
  const read = readPackHeader(pack.subarray(0, front));
  expect(read).toMatchObject({ title: 'Menghitung HPP · é', headers });
  expect(read.files.map(({ start, bytes }) => pack.subarray(start, start + bytes))).toEqual(bodies);
  expect(read.files.at(-1)?.start).toBe(pack.byteLength - 256);
});

it('a pack is called by its set and digest, and nothing else is taken for one', () => {
  const digest = 'MugrHUKe-xSgAsBTwWVu44';
  expect(readPackAddress(packAddress(courseSet('up-202'), digest))).toEqual({ set: 'kursus-up-202', digest });
  for (const other of [
    '/luring/',
    '/luring/rilis.json',
    `/luring/umum.${digest}.pak.br`,
    `/luring/../umum.${digest}.pak`,
    '/luring/umum.pak',
  ]) {
    expect(readPackAddress(other)).toBeUndefined();
  }
  expect([courseOfSet('kursus-up-202'), courseOfSet('umum'), courseOfSet('media-up-202')]).toEqual([
    'up-202',
    undefined,
    undefined,
  ]);
});
