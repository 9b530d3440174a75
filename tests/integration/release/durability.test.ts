import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildRelease } from '#release/build.ts';
import { parseDigests } from '#server/release/digests.ts';
import { listReleases, readPointer } from '#server/release/release.ts';
import { undoRelease } from '#server/release/settle.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createSmallProject, emptyCatalogue, type SmallProject } from '../../support/small-project.ts';

// What a power cut or a dying disk leaves of releases, and what is served then.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const [first, second] = ['r000001-11111111', 'r000002-22222222'];
let project: SmallProject;
let copies = 0;
let server: TestServer | undefined;

const build = (dataFolder: string, sourceDigest: string) =>
  buildRelease({ root: project.root, dataFolder, catalogue: emptyCatalogue, sourceDigest });

beforeAll(async () => {
  project = createSmallProject();
  expect(await build(project.dataFolder, '11111111')).not.toHaveProperty('faults');
  project.write('src/pages/index.astro', '<html lang="id"><body><main><p>Isi kedua.</p></main></body></html>');
  expect(await build(project.dataFolder, '22222222')).not.toHaveProperty('faults');
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

afterAll(() => project.remove());

/** The two releases in a data folder of their own. */
function copyReleases(): string {
  const folder = join(project.root, `db/copy-${copies++}`);
  cpSync(project.dataFolder, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

async function serve(dataFolder: string) {
  server = await startServer({ dataFolder, limits: { lookForReleaseMs: 50, checkAfterMs: 50 } });
  return server;
}

const frontPage = async (): Promise<string> => (await (await server?.request('/'))?.text()) ?? '';
const damageLines = () => server?.logged.filter((line) => line.event === 'release damaged');

function listFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile());
}

/** As a power cut leaves files whose names were on disk before their bytes. */
function emptyFiles(folder: string, every: number): void {
  for (const [at, file] of listFiles(folder).entries()) if (at % every === 0) truncateSync(file);
}

/** Another byte in the middle, the length stays. */
function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.byteLength >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

test('a release lists what each of its files is', () => {
  const folder = join(project.dataFolder, 'releases', second);
  const digests = parseDigests(readFileSync(join(folder, 'digests'), 'utf8'));
  const paths = listFiles(folder).map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'));
  expect([...(digests?.keys() ?? [])].sort()).toEqual(paths.filter((path) => path !== 'digests').sort());
});

describe('the release before is served, with one line in the log, when of the current one', () => {
  const damages: [string, (folder: string) => void][] = [
    ['every file has the length 0', (folder) => emptyFiles(folder, 1)],
    ['every second file has the length 0', (folder) => emptyFiles(folder, 2)],
    ['the folder is gone', (folder) => rmSync(folder, { recursive: true })],
    ['the list of files is gone', (folder) => rmSync(join(folder, 'digests'))],
    ['the list of files is cut off', (folder) => truncateSync(join(folder, 'digests'), 300)],
    ['release.json is empty', (folder) => truncateSync(join(folder, 'release.json'))],
    ['the catalogue is cut off', (folder) => truncateSync(join(folder, 'catalogue.json'), 9)],
    ['one byte of the server code is another one', (folder) => flipByte(join(folder, 'server/entry.mjs'))],
    ['a page is gone', (folder) => rmSync(join(folder, 'client/kursus/index.html'))],
    ['a compressed page is empty', (folder) => truncateSync(join(folder, 'client/kursus/index.html.br'))],
  ];
  test.each(damages)('%s', async (_, damage) => {
    const data = copyReleases();
    damage(join(data, 'releases', second));
    await serve(data);
    expect(await frontPage()).toContain('Isi pertama.');
    expect(damageLines()).toMatchObject([{ release: second, servedInstead: first }]);
    expect(readPointer(data)).toEqual({ current: first, previous: null });
    expect((await server?.request('/kursus/'))?.status).toBe(200);
  });
});

test.each(['', '{', 'null', '{"current":"r000009-99999999","previous":null}', '{"current":"../../etc"}'])(
  'the newest whole release is served when current.json is %j',
  async (text) => {
    const data = copyReleases();
    writeFileSync(join(data, 'current.json'), text);
    await serve(data);
    expect(await frontPage()).toContain('Isi kedua.');
    expect(damageLines()).toHaveLength(1);
    expect(readPointer(data)).toEqual({ current: second, previous: first });
  },
);

test('a page that changed without changing its length is found while serving, and the release before takes over', async () => {
  const data = copyReleases();
  flipByte(join(data, 'releases', second, 'client/kursus/index.html'));
  await serve(data);
  await vi.waitFor(async () => expect(await frontPage()).toContain('Isi pertama.'), { timeout: 20_000, interval: 50 });
  expect(damageLines()).toMatchObject([
    { release: second, servedInstead: first, defect: expect.stringContaining('kursus') },
  ]);
});

test('with no other release a damaged page leaves the rest of the site as it is', async () => {
  const data = copyReleases();
  rmSync(join(data, 'releases', first), { recursive: true });
  flipByte(join(data, 'releases', second, 'client/kursus/index.html'));
  await serve(data);
  await vi.waitFor(() => expect(damageLines()).toMatchObject([{ servedInstead: 'none' }]), { timeout: 20_000 });
  expect(await frontPage()).toContain('Isi kedua.');
});

test('with nothing whole the start ends with one sentence', async () => {
  const data = copyReleases();
  for (const id of [first, second]) truncateSync(join(data, 'releases', id, 'release.json'));
  await expect(startServer({ dataFolder: data })).rejects.toThrow(
    /^There is no whole release in .*: run "npm run release"/,
  );
});

test('going back passes over a release that is damaged', async () => {
  const data = copyReleases();
  cpSync(join(data, 'releases', second), join(data, 'releases/r000003-33333333'), { recursive: true });
  writeFileSync(join(data, 'current.json'), `{"current":"r000003-33333333","previous":"${second}"}`);
  truncateSync(join(data, 'releases', second, 'catalogue.json'));
  expect(await undoRelease(data)).toBe(first);
  expect(await undoRelease(data)).toBe(undefined);
});

test('nothing damaged is taken over into the next release, and its number is not given again', async () => {
  const data = copyReleases();
  const damaged = listFiles(join(data, 'releases', second, 'client'));
  for (const file of damaged.filter((name) => name.endsWith('.br'))) truncateSync(file);
  for (const file of damaged.filter((name) => name.endsWith('.gz'))) flipByte(file);
  expect(await build(data, '33333333')).not.toHaveProperty('faults');
  expect(listReleases(data).at(-1)).toBe('r000003-33333333');
  const page = join(data, 'releases/r000003-33333333/client/kursus/index.html');
  const text = readFileSync(page, 'utf8');
  expect(brotliDecompressSync(readFileSync(`${page}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${page}.gz`)).toString()).toBe(text);
});

test('what is released is read by this account alone', () => {
  if (process.platform === 'win32') return;
  for (const folder of [project.dataFolder, join(project.dataFolder, 'releases')]) {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  }
});
