import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintWordList, readWordList } from '#content/word-list.ts';

const run = promisify(execFile);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejaan-'));
  cpSync('cspell.json', join(folder, 'cspell.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'content/courses/up-202'), { recursive: true });
  write('words.txt', '# kata\nLastri\nmarkup\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run spelling', () => {
  it('names every word that no dictionary and no list knows, where it stands, and what was meant', async () => {
    write(
      'courses/up-202/biaya.mdx',
      '---\ntitle: Biaya\n---\n\nCatat penjualan. Lastri menulis penjulan dan markupnya.\n',
    );
    const error = await check().catch((reason: { code: number; stdout: string }) => reason);
    expect(error).toMatchObject({ code: 1 });
    expect(error.stdout.split('\n').slice(0, 3)).toEqual([
      'content/courses/up-202/biaya.mdx:5:33  kata-tidak-dikenal: "penjulan" tidak ada di kamus. Maksud Anda "penjualan"?',
      'Perbaiki ejaannya. Bila katanya benar, tambahkan ke content/words.txt: satu kata satu baris, urut abjad.',
      'Ejaan: 1 kesalahan.',
    ]);
  });

  it('reads what people read: texts and titles, no ids, fields, tags, addresses and acronyms', async () => {
    write(
      'courses/up-202/biaya.mdx',
      '---\ntitle: Biaya\nsources: [B-HPPX-1]\n---\n\n<Term id="xyzhpp">HPPX</Term> [lihat](../xyzlain/) {/* xyz */}\n\n' +
        '<Figure src="xyzalur.svg" alt="Alur biaya" />\n',
    );
    write(
      'courses/up-202/biaya.quiz.yaml',
      'shuffle: true\nquestions:\n  - id: xyzgas\n    kind: xyzsingle\n    # xyzkomentar\n    prompt: Biaya apa?\n' +
        '    choices: [{ id: xyztetap, text: Biaya tetap }]\n    key: xyztetap\n    accepted: [xyzbiaja]\n',
    );
    expect((await check()).stdout).toBe('Ejaan: tidak ada kesalahan.\n');
    write('courses/up-202/biaya.mdx', '<Figure src="a.svg" alt="Alur biyaya" />\n');
    write('courses/up-202/biaya.quiz.yaml', 'title: Latihan biyaya\n');
    const error = await check().catch((reason: { stdout: string }) => reason);
    expect(error.stdout).toMatch(/mdx:1:31 .*\n.*quiz\.yaml:1:16 /);
  });
});

it('keeps the list of own words in order, one word a line, each once', () => {
  expect(lintWordList('# kata\nbaik\nBlitar\n\nmarkup\n')).toEqual([]);
  expect(readWordList('# kata\nBlitar\n')).toEqual(new Set(['blitar']));
  const faults = lintWordList('# kata\nmarkup\nBlitar\nblitar\ndua kata\n');
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [3, '"Blitar" tidak urut abjad. Pindahkan ke atas "markup".'],
    [4, '"blitar" sudah ada di baris sebelumnya. Hapus salah satu.'],
    [5, '"dua kata" bukan satu kata. Tulis satu kata di tiap baris.'],
  ]);
});

function write(file: string, text: string): void {
  writeFileSync(join(folder, 'content', file), text);
}

function check(): Promise<{ stdout: string }> {
  return run(process.execPath, [resolve('src/cli/run.mjs'), 'spelling'], { cwd: folder });
}
