import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { listReleases } from '#server/release/release.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { createSmallProject, type SmallProject } from '../../support/small-project.ts';
import { type StartedProgram, startProgram } from '../../support/started-program.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PORT = '4441';
const started: StartedProgram[] = [];
let project: SmallProject;

function start(env: Record<string, string> = {}): StartedProgram {
  const program = startProgram(project.root, { PORT, LOG_LEVEL: 'info', ...env });
  started.push(program);
  return program;
}

async function expectRefusal(env: Record<string, string>, sentence: RegExp): Promise<void> {
  const program = start(env);
  expect(await program.ended()).toBe(1);
  const lines = program.said().trim().split('\n');
  expect(lines).toEqual([expect.stringMatching(sentence)]);
}

beforeAll(() => {
  project = createSmallProject();
});

// What a failed test left running would hold the port of the next.
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map((program) => program.ended()));
});

afterAll(() => project.remove());

test('the first start builds, migrates, serves and prints the address of the first coordinator', async () => {
  const program = start();
  const address = await program.ready();
  expect(address).toBe(`http://localhost:${PORT}`);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await vi.waitFor(() =>
    expect(program.said()).toMatch(/http:\/\/localhost:4441\/pengurus\/mulai\/\?kode=[\w-]{20,}\n/),
  );

  program.child.kill('SIGTERM');
  expect(await program.ended()).toBe(0);
  const database = join(project.dataFolder, 'rumah-belajar.db');
  expect(existsSync(database)).toBe(true);
  expect(existsSync(`${database}-wal`)).toBe(false);
});

test('the second start builds nothing, and lets who is being answered finish when it ends', async () => {
  const program = start();
  await program.ready();
  expect(program.said()).not.toContain('Building');

  const slow = fetch(`http://localhost:${PORT}/lambat/?ms=500`);
  await sleep(150);
  program.child.kill('SIGINT');
  expect(await (await slow).text()).toBe('selesai');
  expect(await program.ended()).toBe(0);
});

test('a second signal ends it at once', async () => {
  const program = start();
  await program.ready();
  fetch(`http://localhost:${PORT}/lambat/?ms=7000`).catch(() => undefined);
  await sleep(200);
  program.child.kill('SIGTERM');
  // npm passes a signal on that the terminal has sent to everybody: that is the same one.
  program.child.kill('SIGTERM');
  await sleep(600);
  expect(program.child.exitCode).toBe(null);
  const at = performance.now();
  program.child.kill('SIGTERM');
  expect(await program.ended()).toBe(1);
  expect(performance.now() - at).toBeLessThan(2_000);
});

test('with a certificate it speaks TLS, and tells browsers to keep to it for as long as somebody said', async () => {
  const { cert, key } = makeCertificate();
  project.write('cert.pem', cert);
  project.write('key.pem', key);
  const files = { TLS_CERT: join(project.root, 'cert.pem'), TLS_KEY: join(project.root, 'key.pem') };
  const program = start({ ...files, HSTS_DAYS: '30' });
  expect(await program.ready()).toBe(`https://localhost:${PORT}`);
  const { headers, text } = await getByTls(`https://localhost:${PORT}/saya/`);
  expect(headers['strict-transport-security']).toBe('max-age=2592000');
  expect(text).toContain('&quot;secure&quot;:true');
  program.child.kill('SIGTERM');
  expect(await program.ended()).toBe(0);

  project.write('key.pem', makeCertificate().key);
  await expectRefusal(files, /^TLS_CERT and TLS_KEY must be PEM files that belong together\.$/);
  await expectRefusal(
    { ...files, TLS_KEY: '/tidak/ada.pem' },
    /^TLS_CERT or TLS_KEY: the file \/tidak\/ada\.pem cannot be read\.$/,
  );
});

test('a wrong setting stops the start with one sentence', async () => {
  await expectRefusal({ PORT: 'empat' }, /^Wrong environment: PORT /);
  await expectRefusal({ HOST: '203.0.113.9' }, /^HOST 203\.0\.113\.9 is no address of this computer/);
});

test('a taken port stops the start with one sentence', async () => {
  const other = createServer().listen(Number(PORT), '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  await expectRefusal({}, new RegExp(`^Port ${PORT} is taken: `));
  await new Promise((done) => other.close(done));
});

test('a damaged or foreign database stops the start and is not touched', async () => {
  const broken = join(project.root, 'rusak.db');
  writeFileSync(broken, 'ini bukan basis data'.repeat(100));
  await expectRefusal({ DATABASE_URL: `file:${broken}` }, /rusak\.db is damaged .*restore/);

  const foreign = join(project.root, 'lain.db');
  const client = createClient({ url: `file:${foreign}` });
  await client.execute('CREATE TABLE resep (nama TEXT)');
  client.close();
  await expectRefusal(
    { DATABASE_URL: `file:${foreign}` },
    /lain\.db is a database of another program and was not touched/,
  );
});

test('a data folder that cannot be written stops the start with one sentence', async () => {
  const aside = `${project.dataFolder}.aside`;
  renameSync(project.dataFolder, aside);
  writeFileSync(project.dataFolder, 'a file where the folder should be');
  await expectRefusal({}, /^The folder .*db\/data cannot be written/);
  rmSync(project.dataFolder);
  renameSync(aside, project.dataFolder);
});

test('faulty content stops the start, says what to mend and leaves the release before in place', async () => {
  const before = listReleases(project.dataFolder);
  const fault = { file: 'content/a.mdx', line: 3, column: 5, message: 'judul kosong', severity: 'error', name: 'x' };
  project.write('content/faults.json', JSON.stringify([fault]));
  const program = start();
  expect(await program.ended()).toBe(1);
  expect(program.said()).toContain('content/a.mdx:3:5  x: judul kosong');
  expect(program.said()).not.toMatch(/^\s+at /m);
  expect(listReleases(project.dataFolder)).toEqual(before);
});

function getByTls(address: string): Promise<{ headers: Record<string, unknown>; text: string }> {
  return new Promise((done, fail) => {
    const asked = request(address, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => done({ headers: response.headers, text }));
    });
    asked.on('error', fail);
    asked.end();
  });
}
