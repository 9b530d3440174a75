import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRelease } from '#release/build.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createSmallProject, emptyCatalogue, type SmallProject } from '../../support/small-project.ts';

let project: SmallProject;
let server: TestServer;
let own: string;

beforeAll(async () => {
  project = createSmallProject();
  const { root, dataFolder } = project;
  await buildRelease({ root, dataFolder, catalogue: emptyCatalogue, sourceDigest: 'bbbbbbbb' });
  server = await startServer({ dataFolder, limits: { headersMs: 1_000, requestMs: 2_000, silenceMs: 4_000 } });
  own = `Host: ${new URL(server.origin).host}\r\nOrigin: ${server.origin}`;
});

afterAll(async () => {
  await server?.stop();
  project?.remove();
});

async function expectAlive(): Promise<void> {
  expect((await server.request('/healthz')).status).toBe(200);
}

describe('what is no readable request', () => {
  const malformed: [string, string, RegExp][] = [
    ['nonsense', 'halo dunia\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a Host with signs in it', 'GET / HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['headers of 40 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['a negative length', 'POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'two lengths',
      'POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhalo!',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'length and chunks at once',
      'POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['a tunnel', 'CONNECT jahat.example:443 HTTP/1.1\r\nHost: jahat.example\r\n\r\n', /^HTTP\/1\.1 405 /],
    ['a strange expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: keajaiban\r\n\r\n', /^HTTP\/1\.1 417 /],
    ['an unknown method', 'PATCH / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 405 /],
  ];
  test.each(malformed)('%s is refused, with our headers', async (_, text, status) => {
    const answer = await sendRaw(server.origin, [text]);
    expect(answer).toMatch(status);
    expect(answer).toMatch(/^content-security-policy: default-src 'none'/im);
    expect(answer).toMatch(/^x-content-type-options: nosniff/im);
    await expectAlive();
  });
});

describe('bodies', () => {
  test('in chunks are counted as they arrive: past 256 KiB the answer is 413', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const answer = await sendRaw(server.origin, [
      `POST /api/echo HTTP/1.1\r\n${own}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 6 }, () => chunk),
      '0\r\n\r\n',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too_large"');
    expect(answer).toMatch(/^connection: close/im);
    await expectAlive();
  });

  test('that never end are cut off after a while', async () => {
    const answer = await sendRaw(
      server.origin,
      [`POST /api/echo HTTP/1.1\r\n${own}\r\nContent-Length: 100\r\n\r\nsedikit`],
      6_000,
    );
    expect(answer === '' || /^HTTP\/1\.1 408 /.test(answer)).toBe(true);
    await expectAlive();
  });

  test('announced as too large are refused before they are sent', async () => {
    const answer = await sendRaw(server.origin, [
      `POST /api/echo HTTP/1.1\r\n${own}\r\nContent-Length: 999999\r\nExpect: 100-continue\r\n\r\n`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('announced as small are asked for', async () => {
    const answer = await sendRaw(server.origin, [
      `POST /api/echo HTTP/1.1\r\n${own}\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\nhalo`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });
});

describe('connections', () => {
  test('that send their headers drop by drop are cut off', async () => {
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname);
    const startedAt = Date.now();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    const drops = setInterval(() => socket.write('X: y\r\n'), 200);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drops);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    await expectAlive();
  });

  test('that the client leaves in the middle of an answer do no harm', async () => {
    const { hostname, port } = new URL(server.origin);
    for (const path of ['/lambat/?ms=50', '/saya/', '/kursus/']) {
      for (let i = 0; i < 20; i++) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
        setTimeout(() => socket.resetAndDestroy(), i);
      }
    }
    await sleep(300);
    await expectAlive();
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('carry many requests at once without mixing their answers', async () => {
    const requests = ['/', '/kursus/', '/tidak-ada/'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const answer = await sendRaw(server.origin, [requests.join('')], 500);
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404']);
  });
});

test('a host that stops answers what is in flight, refuses what is new, and is gone soon', async () => {
  const stopped = await startServer({ dataFolder: project.dataFolder });
  const slow = stopped.request('/lambat/?ms=400');
  await sleep(100);
  const startedAt = Date.now();
  const closed = stopped.pause();
  await expect(stopped.request('/')).rejects.toThrow();
  expect(await (await slow).text()).toBe('selesai');
  await closed;
  expect(Date.now() - startedAt).toBeLessThan(2_000);
  await stopped.stop();
});

test('a host that stops cuts off what does not end', async () => {
  const stopped = await startServer({ dataFolder: project.dataFolder, limits: { graceMs: 500 } });
  const endless = stopped.request('/lambat/?ms=3000');
  endless.catch(() => undefined);
  await sleep(100);
  const startedAt = Date.now();
  await stopped.stop();
  expect(Date.now() - startedAt).toBeLessThan(2_500);
  await expect(endless).rejects.toThrow();
});
