import { X509Certificate } from 'node:crypto';
import { Agent, request } from 'node:https';
import { connect } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createSession } from '#server/accounts/auth.ts';
import type { KeyPair } from '#server/host/key-pair.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { addTestPerson } from '../../support/database.ts';
import { startServer, type TestServer, type TestServerOptions } from '../../support/server.ts';

/** A house that reads its pair from `files`, where a test replaces it. */
async function openHouse(more: TestServerOptions = {}): Promise<{ server: TestServer; files: { pair: KeyPair } }> {
  const files = { pair: makePair() };
  const server = await startServer({ tls: async () => files.pair, limits: { lookForCertificateMs: 20 }, ...more });
  onTestFinished(() => server.stop());
  return { server, files };
}

test('a certificate that was replaced is shown to newcomers, and whoever is connected goes on', async () => {
  const { server, files } = await openHouse();
  const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  onTestFinished(() => agent.destroy());
  expect((await ask(server, '/', { agent })).status).toBe(200);
  files.pair = makePair();
  await expect.poll(() => shownBy(server)).toBe(nameOf(files.pair));
  expect(await ask(server, '/kursus/', { agent })).toMatchObject({ status: 200, reused: true });
});

test.each([
  ['the key is still the old one', (old: KeyPair, next: KeyPair) => ({ cert: next.cert, key: old.key })],
  ['the certificate is still the old one', (old: KeyPair, next: KeyPair) => ({ cert: old.cert, key: next.key })],
  ['the certificate is not whole', (_: KeyPair, next: KeyPair) => ({ ...next, cert: next.cert.subarray(0, 200) })],
  ['the key is empty', (_: KeyPair, next: KeyPair) => ({ ...next, key: Buffer.alloc(0) })],
])('while %s the old pair goes on, and the whole one is taken when it is there', async (_, half) => {
  const { server, files } = await openHouse();
  const old = files.pair;
  const next = makePair();
  files.pair = half(old, next);
  await expect.poll(() => refusals(server)).toBe(1);
  expect(await shownBy(server)).toBe(nameOf(old));
  files.pair = next;
  await expect.poll(() => shownBy(server)).toBe(nameOf(next));
  expect(refusals(server)).toBe(1);
});

test('a file that is away for a moment changes nothing', async () => {
  const files = { pair: makePair() };
  let asked = 0;
  let isAway = false;
  const tls = async () => {
    asked += 1;
    if (isAway) throw new Error('no such file');
    return files.pair;
  };
  const server = await startServer({ tls, limits: { lookForCertificateMs: 20 } });
  onTestFinished(() => server.stop());
  isAway = true;
  const before = asked;
  await expect.poll(() => asked).toBeGreaterThan(before + 2);
  expect(await shownBy(server)).toBe(nameOf(files.pair));
  expect(refusals(server)).toBe(0);
});

test('browsers are told to keep to TLS only where somebody said for how long', async () => {
  const { server } = await openHouse();
  for (const path of ['/', '/saya/', '/favicon.svg', '/tidak-ada/'])
    expect((await ask(server, path)).headers['strict-transport-security']).toBeUndefined();
  const { server: hosted } = await openHouse({ hstsDays: 30 });
  for (const path of ['/', '/saya/', '/favicon.svg', '/tidak-ada/'])
    expect((await ask(hosted, path)).headers['strict-transport-security']).toBe('max-age=2592000');
});

test.each([
  [20, /berakhir pada \d+ .* \d{4}, 20 hari lagi\./],
  [25, /^$/],
])('with %i days left trainers read on their page: %s', async (days, words) => {
  const { server, files } = await openHouse();
  files.pair = makePair(days);
  await expect.poll(() => shownBy(server)).toBe(nameOf(files.pair));
  const trainer = await addTestPerson(server, { login: 'tono', role: 'trainer' });
  const { token } = await createSession(server.db, trainer.id, true);
  const page = await ask(server, '/pelatih/', { headers: { cookie: `__Host-sesi=${token}` } });
  expect(page.status).toBe(200);
  expect(/Kunci pengaman[^<]*/.exec(page.text)?.[0] ?? '').toMatch(words);
});

function makePair(days = 60): KeyPair {
  const { cert, key } = makeCertificate(days);
  return { cert: Buffer.from(cert), key: Buffer.from(key) };
}

function nameOf({ cert }: KeyPair): string {
  return new X509Certificate(cert).fingerprint256;
}

function refusals(server: TestServer): number {
  return server.logged.filter(({ event }) => event === 'certificate refused').length;
}

/** Which certificate a newcomer is shown. */
function shownBy({ origin }: TestServer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(origin).port), rejectUnauthorized: false });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
  });
}

interface Asked {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly reused: boolean;
}

function ask(server: TestServer, path: string, options: Parameters<typeof request>[1] = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asked = request(server.origin + path, { rejectUnauthorized: false, ...options }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, text, reused: asked.reusedSocket });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
