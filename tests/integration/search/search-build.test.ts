import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchIn } from '#client/search/engine/search-in.ts';
import { bundleAddress, fileReader } from '../../support/searchers.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-search-build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('any built site gets the same search, also when it is built again', async () => {
  writePage('site/uang/index.html', 'Mengirim uang', 'PMI mengirim uang ke keluarga di desa setiap bulan.');
  writePage('site/lama.html', 'Halaman lama', 'Kata berangkat ada di halaman ini saja.');
  writeFileSync(join(folder, 'padanan.yaml'), '- { written: [uang], typed: [duit] }\n');
  expect(build('site', '--synonyms', join(folder, 'padanan.yaml')).status).toBe(0);
  expect(await findIn('site', 'pengiriman duit')).toEqual({ urls: ['/uang/'] });
  expect(await findIn('site', 'berangkt')).toEqual({ urls: ['/lama.html'], assumed: 'berangkat' });

  rmSync(join(folder, 'site/lama.html'));
  const { status, stdout } = build('site');
  expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ pages: 1 })]);
  expect(await findIn('site', 'berangkt')).toEqual({ urls: [] });
  expect(await findIn('site', 'kirim uang')).toEqual({ urls: ['/uang/'] });
});

test('a page is found by its words, and not by the letters of its picture’s file', async () => {
  const picture = '<img src="/_astro/titipan.CBrWCdZX.svg" alt="Tangan menolak">';
  writePage('pictures/titipan/index.html', 'Titipan', `Jangan membawa titipan. ${picture}`);
  expect(build('pictures').status).toBe(0);
  expect(await findIn('pictures', 'membawa')).toEqual({ urls: ['/titipan/'] });
  for (const word of ['cbrwcdzx', 'zxqv', 'svg', 'astro']) expect(await findIn('pictures', word)).toEqual({ urls: [] });
});

test('letters of any script on a page switch nothing off', async () => {
  const odd = '𞤀𞤣𞤤𞤢𞤥 𠮷野家 𝐮𝐚𝐧𝐠 كيف ไทย ﬁnal x² ½ 👩‍👩‍👧 e-mail @nama a_b Rp1.000.000 1,5 m³ naïve \u202eterbalik';
  writePage('scripts/uang/index.html', 'Mengirim uang', `PMI mengirim uang ke keluarga. ${odd}`);
  for (let at = 0; at < 40; at += 1) writePage(`scripts/${at}/index.html`, `Halaman ${at}`, `𞤀${at} dan kambing.`);
  expect(build('scripts').status).toBe(0);
  expect(await findIn('scripts', 'ngirim uwang')).toEqual({ urls: ['/uang/'], assumed: 'ngirim uang' });
  const search = await searchIn({ bundle: bundleAddress(join(folder, 'scripts')), fetch: fileReader().read });
  for (const word of odd.split(' ')) expect([word, (await search.search(word)).isPlain]).toEqual([word, false]);
  for (const word of ['𞤀7', '𠮷野家', 'كيف', 'e-mail', 'naïve', 'Rp1.000.000', 'kambing']) {
    expect([word, (await search.search(word)).results.length > 0]).toEqual([word, true]);
  }
});

test('what cannot be built is said in one sentence, and nothing is touched', () => {
  mkdirSync(join(folder, 'empty'));
  writePage('foreign/index.html', 'Halaman', 'Isi halaman.');
  mkdirSync(join(folder, 'foreign/pagefind'));
  writeFileSync(join(folder, 'foreign/pagefind/catatan.txt'), 'milik orang lain');
  writeFileSync(join(folder, 'salah.yaml'), '- { written: [uang] }\n');
  writePage('good/index.html', 'Halaman', 'Isi halaman.');
  for (const [words, sentence] of [
    [['nowhere'], /^There is no folder /],
    [['empty'], / holds no HTML: /],
    [['foreign'], / is no search index: /],
    [['good', '--synonyms', join(folder, 'salah.yaml')], /salah\.yaml:1:\d+ {2}/],
  ] as const) {
    const [site, ...rest] = words;
    const { status, stderr } = build(site, ...rest);
    expect([status, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(sentence)]]);
  }
});

function writePage(path: string, title: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const html = `<html lang="id"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  writeFileSync(join(folder, path), html);
}

function build(site: string, ...words: readonly string[]) {
  const program = [resolve('src/cli/run.mjs'), 'search-build'];
  return spawnSync(process.execPath, [...program, join(folder, site), ...words], { encoding: 'utf8' });
}

async function findIn(site: string, query: string): Promise<{ urls: readonly string[]; assumed?: string }> {
  const search = await searchIn({ bundle: bundleAddress(join(folder, site)), fetch: fileReader().read });
  const { results, assumed } = await search.search(query);
  const urls = (await Promise.all(results.map((result) => result.load()))).map(({ url }) => url);
  return assumed === undefined ? { urls } : { urls, assumed };
}
