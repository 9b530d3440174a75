import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { applyDelta } from '#domain/offline/delta.ts';
import { packFrontBytes, packLengthBytes, readPackHeader } from '#domain/offline/pack.ts';
import { commonSet, courseSet, deltaAddress, type Offer, packAddress, searchSets } from '#domain/offline/sets.ts';
import { worksheetKinds } from '#domain/worksheet/sheet.ts';
import { openKeyGuard } from '#release/site/key-guard.ts';
import { openEarlierPacks } from '#release/packs/earlier-packs.ts';
import { writePacks } from '#release/packs/write-packs.ts';
import { type Release, readPointer, readRelease, releaseFolder } from '#server/release/release.ts';
import { siteFolder } from '../../support/built-site.ts';
import { makeFolder } from '../../support/database.ts';

let client: string;
let release: Release;
let catalogue: Catalogue;
let offer: Offer;

beforeAll(() => {
  const id = readPointer(siteFolder)?.current ?? '';
  client = join(releaseFolder(siteFolder, id), 'client');
  release = readRelease(siteFolder, id) as Release;
  catalogue = JSON.parse(readFileSync(join(client, '../catalogue.json'), 'utf8')) as Catalogue;
  offer = JSON.parse(readFileSync(join(client, 'luring/rilis.json'), 'utf8')) as Offer;
});

describe('the packs of the shipped courses', () => {
  test('are offered for each course, with their exact sizes on the phone and on the line', () => {
    const courses = catalogue.courses.map(({ id }) => courseSet(id));
    expect(Object.keys(offer.sets).sort()).toEqual([commonSet, ...courses, ...searchSets].sort());
    for (const [set, { digest, bytes, travels }] of Object.entries(offer.sets)) {
      const file = release.files[packAddress(set, digest).slice(1)];
      expect([set, file?.sizeBytes, file?.brBytes, file?.hash]).toEqual([set, bytes, travels, digest]);
    }
  });

  test('bring a course and the common pages in 155 KB, and the worker in 2.5', () => {
    const common = offer.sets[commonSet]?.travels ?? Number.NaN;
    for (const { id } of catalogue.courses) {
      expect([id, common + (offer.sets[courseSet(id)]?.travels ?? Number.NaN) <= 155 * 1024]).toEqual([id, true]);
    }
    expect(release.files['pekerja.js']?.brBytes).toBeLessThan(2.5 * 1024);
  });

  test('hold files byte for byte as they are released, and none that tells a key', () => {
    const guard = openKeyGuard(catalogue);
    for (const [set, { digest }] of Object.entries(offer.sets)) {
      for (const { address, body } of filesOf(readPack(set, digest))) {
        const path = `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
        expect([path, body.equals(readFileSync(join(client, path)))]).toEqual([path, true]);
        expect(guard(path, body)).toEqual([]);
      }
    }
  });

  test('hold every page of their course, and with the common pack all that those pages name', () => {
    const common = new Set(filesOf(readPack(commonSet)).map(({ address }) => address));
    for (const { id, lessons } of catalogue.courses) {
      const files = filesOf(readPack(courseSet(id)));
      const held = new Set([...common, ...files.map(({ address }) => address)]);
      const quizzes = catalogue.quizzes.filter(({ quiz }) => quiz.course === id).map(({ quiz }) => `kuis/${quiz.id}`);
      const pages = ['', ...lessons, ...quizzes].map((name) => `/kursus/${id}/${name}${name === '' ? '' : '/'}`);
      expect(pages.filter((page) => !held.has(page))).toEqual([]);
      const named = files.flatMap(({ address, body }) => namedBy(address, body.toString('utf8')));
      const sheets = files.flatMap(({ body }) =>
        [...body.toString('utf8').matchAll(/<work-sheet [^>]*data-kind="([\w-]+)"/g)].map(([, kind]) => kind),
      );
      const isAbsent = (kind: string | undefined) => worksheetKinds.some((it) => it === kind) && !sheets.includes(kind);
      const needed = named.filter((name) => !isAbsent(/\/([\w-]+)\.[\w-]+\.js$/.exec(name)?.[1]));
      expect(needed.filter((name) => !held.has(name))).toEqual([]);
    }
  });

  test('bring with the search its page’s engine, all that the engine names, and the chosen answers', () => {
    const common = filesOf(readPack(commonSet));
    const search = searchSets.flatMap((set) => filesOf(readPack(set)));
    const held = new Set([...common, ...search].map(({ address }) => address));
    const own = search.filter(({ address }) => address.startsWith('/_astro/'));
    expect(own.map(({ address }) => address)).toContainEqual(expect.stringContaining('/site-answer.'));
    const named = [...common, ...own].flatMap(({ address, body }) => namedBy(address, body.toString('utf8')));
    expect([...named, '/cari/jawaban.json', '/pagefind/pagefind.js'].filter((name) => !held.has(name))).toEqual([]);
  });
});

test('one changed word makes one delta of some hundred bytes, and it leads to the very pack', async () => {
  const changed = join(makeFolder(), 'client');
  cpSync(client, changed, { recursive: true, filter: (from) => !/\.(br|gz|pak)$/.test(from) });
  const page = join(changed, 'kursus/up-202/hpp-keripik/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('keripik', 'rengginang'));
  const { files, styleHashes } = release;
  const paths = Object.keys(files).filter((path) => !path.startsWith('luring/') || path.endsWith('.html'));
  const packs = await writePacks(changed, { paths, catalogue, styleHashes, earlier: openEarlierPacks(siteFolder) });

  const moved = packs.filter(({ set, digest }) => offer.sets[set]?.digest !== digest);
  expect(moved.map(({ set }) => set)).toEqual(['kursus-up-202']);
  const [{ digest, deltas } = { digest: '', deltas: [] }] = moved;
  const from = offer.sets['kursus-up-202']?.digest ?? '';
  expect(deltas).toContain(from);
  const delta = readFileSync(join(changed, deltaAddress('kursus-up-202', from, digest)));
  expect(delta.byteLength).toBeLessThan(500);
  const made = Buffer.concat(applyDelta(own(readPack('kursus-up-202')), own(delta)));
  expect(made.equals(readFileSync(join(changed, packAddress('kursus-up-202', digest))))).toBe(true);
});

function readPack(set: string, digest = offer.sets[set]?.digest ?? ''): Buffer {
  return readFileSync(join(client, packAddress(set, digest)));
}

function filesOf(pack: Buffer): { readonly address: string; readonly body: Buffer }[] {
  const front = packFrontBytes(pack.subarray(0, packLengthBytes));
  return readPackHeader(pack.subarray(0, front)).files.map(({ address, start, bytes }) => ({
    address,
    body: pack.subarray(start, start + bytes),
  }));
}

/** Scripts, styles and pictures that a page or script loads by itself. */
function namedBy(address: string, text: string): string[] {
  const loads = address.endsWith('.js')
    ? /(?:from|import\(?)\s*["'`](\.\/[^"'`]+\.js|\/_astro\/[^"'`]+)["'`]/g
    : /<(?:script|img|link)\b[^>]*?\b(?:src|href)="(\/_astro\/[^"]+)"/g;
  return [...text.matchAll(loads)].map(([, name = '']) => new URL(name, `http://site${address}`).pathname);
}

function own(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
