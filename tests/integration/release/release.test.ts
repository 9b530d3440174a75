import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BuildOutcome, buildRelease } from '#release/build.ts';
import { takeBuildLock } from '#release/build-lock.ts';
import { processMark } from '#server/release/process-mark.ts';
import { findNewestRelease, listReleases, readPointer } from '#server/release/release.ts';
import { undoRelease } from '#server/release/settle.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createSmallProject, emptyCatalogue, type SmallProject } from '../../support/small-project.ts';

// Most steps build a site.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// The steps build on each other: one project, released again and again, with a server running beside it.
let project: SmallProject;
let server: TestServer;

const page = (text: string): string =>
  `<html lang="id"><head><title>Depan</title></head><body><main data-pagefind-body><p>${text}</p></main></body></html>`;

/** Beside the server of these tests, which must go on answering meanwhile. */
async function runRelease(...words: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [join('src', 'cli', 'run.mjs'), 'release', ...words], { cwd: project.root });
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, said: out + err };
}

const build = (sourceDigest: string) =>
  buildRelease({ root: project.root, dataFolder: project.dataFolder, catalogue: emptyCatalogue, sourceDigest });

const faultsOf = (outcome: BuildOutcome): string => ('faults' in outcome ? outcome.faults.join('\n') : 'none');

const frontPage = async (): Promise<string> => (await server.request('/')).text();

async function waitForFrontPage(text: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if ((await frontPage()).includes(text)) return;
    await sleep(50);
  }
  throw new Error(`"${text}" was never served`);
}

beforeAll(async () => {
  project = createSmallProject();
  expect(await build('11111111')).not.toHaveProperty('faults');
  server = await startServer({ dataFolder: project.dataFolder, limits: { lookForReleaseMs: 100 } });
});

afterAll(async () => {
  await server?.stop();
  project?.remove();
});

test('a release holds everything that serving needs, compressed beside the plain file', () => {
  const folder = join(project.dataFolder, 'releases', 'r000001-11111111');
  expect(readdirSync(folder).sort()).toEqual(['catalogue.json', 'client', 'digests', 'release.json', 'server']);
  expect(readdirSync(join(folder, 'client/kursus')).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  expect(existsSync(join(folder, 'client/pagefind/pagefind.js'))).toBe(true);
  expect(readdirSync(join(folder, 'client/pagefind')).filter((name) => name.includes('ui'))).toEqual([]);
});

test('a new release is taken over by a running server without losing a request', async () => {
  const outcomes = new Map<string, number>();
  let going = true;
  const client = async (): Promise<void> => {
    while (going) {
      const text = await server.request('/').then(
        async (response) => `${response.status} ${(await response.text()).includes('kedua') ? 'kedua' : 'pertama'}`,
        (error) => `failed: ${error}`,
      );
      outcomes.set(text, (outcomes.get(text) ?? 0) + 1);
    }
  };
  const clients = [client(), client(), client(), client()];
  project.write('src/pages/index.astro', page('Isi kedua.'));
  expect(await build('22222222')).not.toHaveProperty('faults');
  await waitForFrontPage('Isi kedua.');
  await sleep(200);
  going = false;
  await Promise.all(clients);
  expect([...outcomes.keys()].sort()).toEqual(['200 kedua', '200 pertama']);
  expect((await (await server.request('/healthz')).json()).release).toBe('r000002-22222222');
});

test('assets of the release before are still found by pages that were loaded before', async () => {
  const older = readdirSync(join(project.dataFolder, 'releases/r000001-11111111/client/_astro'));
  const newer = readdirSync(join(project.dataFolder, 'releases/r000002-22222222/client/_astro'));
  const gone = older.filter((name) => !newer.includes(name));
  expect(gone.length).toBeGreaterThan(0);
  for (const name of gone) expect((await server.request(`/_astro/${name}`)).status).toBe(200);
});

test('the release before can be gone back to, and the undone one is not built again', async () => {
  expect(await runRelease('--undo')).toEqual({ status: 0, said: 'Kembali ke rilis r000001-11111111.\n' });
  await waitForFrontPage('Isi pertama.');
  expect(findNewestRelease(project.dataFolder)?.id).toBe('r000002-22222222');
  expect(await runRelease('--undo')).toEqual({ status: 1, said: 'Tidak ada rilis sebelum ini.\n' });
  expect(readPointer(project.dataFolder)?.current).toBe('r000001-11111111');
});

test('content with faults changes nothing and says what to mend', async () => {
  const fault = { file: 'content/a.mdx', line: 3, column: 5, message: 'judul kosong', severity: 'error', name: 'x' };
  project.write('content/faults.json', JSON.stringify([fault]));
  const { status, said } = await runRelease();
  project.write('content/faults.json', '[]');
  expect(status).toBe(1);
  expect(said).toContain('content/a.mdx:3:5  x: judul kosong');
  expect(said).toContain('Yang tetap dipakai: rilis r000001-11111111.');
  expect(listReleases(project.dataFolder)).toHaveLength(2);
  expect(readdirSync(join(project.dataFolder, 'releases')).filter((name) => /building|lock/.test(name))).toEqual([]);

  // Whoever goes back now means the release that was refused, and that one is nowhere.
  expect((await runRelease('--undo')).said).toMatch(/^Penerbitan terakhir ditolak, .*r000001-11111111/);
  expect(readPointer(project.dataFolder)?.current).toBe('r000001-11111111');
});

test('a page that cannot be built, is too heavy or carries inline code changes nothing', async () => {
  const before = readPointer(project.dataFolder);
  project.write('src/pages/coba.astro', '---\nthrow new Error("mogok");\n---\n<p>x</p>');
  expect(faultsOf(await build('99999999'))).toMatch(/^build_failed: [\s\S]*mogok/);
  const heavy = "import { randomBytes } from 'node:crypto';\nconst text = randomBytes(20_000).toString('base64');";
  project.write('src/pages/coba.astro', `---\n${heavy}\n---\n<p>{text}</p>`);
  expect(faultsOf(await build('99999999'))).toMatch(/^page_budget: coba\/index.html /);
  project.write('src/pages/coba.astro', '<p style="color:red">x</p><script is:inline>alert(1)</script>');
  expect(faultsOf(await build('99999999'))).toMatch(/inline_script: coba\/index.html .*\ninline_attribute: coba/);
  project.write('src/pages/coba.astro', page('coba'));
  expect(readPointer(project.dataFolder)).toEqual(before);
  expect(await frontPage()).toContain('Isi pertama.');
});

test('a build that is killed leaves the current release as it was, and the next one cleans up', async () => {
  const before = readPointer(project.dataFolder);
  const child = spawn(process.execPath, [join('src', 'cli', 'run.mjs'), 'release'], {
    cwd: project.root,
    stdio: 'ignore',
  });
  const isBuilding = (): boolean =>
    readdirSync(join(project.dataFolder, 'releases')).some((name) => name.endsWith('.building'));
  while (!isBuilding()) await sleep(20);
  await sleep(300);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(isBuilding()).toBe(true);
  expect(readPointer(project.dataFolder)).toEqual(before);
  expect(await frontPage()).toContain('Isi pertama.');

  expect((await runRelease()).said).toMatch(/^Rilis r000003-[0-9a-f]{8} selesai dibangun/);
  expect(isBuilding()).toBe(false);
  await waitForFrontPage('Isi kedua.');
});

test('two builds do not run at once', async () => {
  const unlock = takeBuildLock(project.dataFolder);
  expect(await build('44444444')).toEqual({ faults: [expect.stringMatching(/^build_running: /)] });
  unlock?.();
});

test('a lock that was left behind is taken over, also when its number is another process by now', () => {
  const file = join(project.dataFolder, 'releases', 'build.lock');
  const [pid, , boot] = (processMark(process.pid) ?? '').split(' ');
  for (const left of ['1', String(process.pid), `${pid} 17 ${boot}`, '999999 1 x', 'bukan angka']) {
    writeFileSync(file, left);
    const unlock = takeBuildLock(project.dataFolder);
    expect([left, typeof unlock]).toEqual([left, 'function']);
    unlock?.();
  }
  writeFileSync(file, '');
  expect(takeBuildLock(project.dataFolder)).toBe(undefined);
  utimesSync(file, 0, 0);
  takeBuildLock(project.dataFolder)?.();
  expect(existsSync(file)).toBe(false);
});

test('a release that is damaged is not taken over', async () => {
  const broken = join(project.dataFolder, 'releases', 'r000009-99999999');
  project.write(
    'db/data/releases/r000009-99999999/release.json',
    readFileSync(join(project.dataFolder, 'releases/r000001-11111111/release.json'), 'utf8'),
  );
  expect(existsSync(broken)).toBe(true);
  writeFileSync(
    join(project.dataFolder, 'current.json'),
    JSON.stringify({ current: 'r000009-99999999', previous: 'r000003-x' }),
  );
  await sleep(500);
  expect(await frontPage()).toContain('Isi kedua.');
  expect(server.logged.some((line) => line.event === 'release refused')).toBe(true);
});

test('only the last three releases stay, and never is the one gone that an undo goes back to', async () => {
  for (const digest of ['55555555', '66666666']) expect(await build(digest)).not.toHaveProperty('faults');
  const kept = listReleases(project.dataFolder);
  expect(kept).toHaveLength(3);
  expect(await undoRelease(project.dataFolder)).toBe(kept.at(-2));
});
