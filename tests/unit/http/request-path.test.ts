import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequestPath } from '#server/http/request-path.ts';

describe('a request’s address', () => {
  test('is decoded and keeps its query apart', () => {
    expect(readRequestPath('/kursus/up-202/?a=%20b')).toEqual({
      kind: 'path',
      path: '/kursus/up-202/',
      target: '/kursus/up-202/?a=%20b',
    });
  });

  test('is read by its path when it was given whole', () => {
    expect(readRequestPath('HTTP://Lain.example:80/kursus/?q')).toMatchObject({
      path: '/kursus/',
      target: '/kursus/?q',
    });
    expect(readRequestPath('http://lain.example')).toMatchObject({ path: '/' });
  });

  test('of a page gets its slash, of an endpoint or a file it does not', () => {
    expect(readRequestPath('/masuk?next=%2F')).toEqual({ kind: 'redirect', location: '/masuk/?next=%2F' });
    for (const path of ['/api/records', '/healthz', '/robots.txt', '/kursus/a/kuis/b/soal.json']) {
      expect(readRequestPath(path)).toMatchObject({ kind: 'path', path });
    }
  });

  test.each([
    '/..',
    '/a/../b',
    '/%2e%2E/b',
    '/a/./b',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/a%00',
    '/a%0ab',
    '/%ff',
    '/%',
    '/a%252e',
    '/a b',
    '/ü',
    'kursus',
    '*',
    '',
    '/a?b=\u0001',
  ])('%j is refused as unreadable', (target) => {
    expect(readRequestPath(target)).toEqual({ kind: 'refused', status: 400 });
  });

  test('with empty segments leads nowhere, so that no redirect can point to another site', () => {
    for (const target of ['//jahat.example', '//jahat.example/', '/a//b', '/a//']) {
      expect(readRequestPath(target)).toEqual({ kind: 'refused', status: 404 });
    }
  });

  test('of any kind never yields a path with a segment that climbs, or a redirect to elsewhere', () => {
    const piece = fc.constantFrom('.', '..', '/', '%2e', '%2f', '\\', '%5c', '%', 'a', '?', '#', '\0', 'http://b', ':');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readRequestPath(`/${pieces.join('')}`);
        if (read.kind === 'path') {
          expect(read.path).toMatch(/^\//);
          expect(read.path.split('/').slice(1, -1)).not.toContain('');
          expect(read.path.split('/')).not.toContain('..');
          expect(read.path).not.toMatch(/[\\\0]/);
        }
        if (read.kind === 'redirect') expect(new URL(read.location, 'http://kita.example').host).toBe('kita.example');
      }),
      { numRuns: 2_000 },
    );
  });
});
