import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perintah-'));
  cpSync('content', join(folder, 'content'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run content', () => {
  it('says what was checked, how easily each course reads, and ends well when nothing must be mended', async () => {
    const { stdout } = await check();
    expect(stdout.trim().split('\n').at(-1)).toMatch(
      /^\d+ kursus, \d+ pelajaran, \d+ kuis diperiksa: tidak ada kesalahan, \d+ peringatan\.$/,
    );
    expect(stdout).toMatch(/^kemudahan baca +kata +kata\/kalimat +terpanjang +kata panjang$/m);
    expect(stdout).toMatch(/^up-202 +\d\.\d{3} +\d+,\d +\d+ +[\d,]+\u00a0%$/m);
    expect(stdout).not.toContain('hpp-keripik  ');
  });

  it('gives every lesson, longest sentence and unexplained long word of a course that is asked for', async () => {
    const { stdout } = await check('baca', 'up-202');
    expect(stdout).toMatch(/^hpp-keripik +\d+ +\d+,\d +\d+ +[\d,]+\u00a0%$/m);
    expect(stdout).toMatch(/^ {2}hpp-keripik \(\d+ kata\): \S/m);
    expect(stdout).toMatch(/glosarium.*\n {2}.*menyingkatnya/);
    expect(stdout).not.toContain('lm-101');
    const error = await check('baca', 'up-22').catch((reason: { code: number; stderr: string }) => reason);
    expect(error).toMatchObject({ code: 1, stderr: expect.stringContaining('Maksud Anda "up-202"?') as string });
  });

  it('tells why a fault is one by any name that is printed, and which name was probably meant', async () => {
    expect((await check('explain', 'tautan-putus')).stdout).toMatch(/^tautan-putus: [A-Z].*\.\n$/);
    expect((await check('explain', 'key_leak')).stdout).toContain('Ujian');
    expect((await check('explain', 'toleransi-nol')).stdout).toContain('accept: [toleransi-nol]');
    const error = await check('explain', 'tautan-putu').catch((reason: { code: number; stderr: string }) => reason);
    expect(error).toMatchObject({ code: 1, stderr: expect.stringContaining('Maksud Anda "tautan-putus"?') as string });
  });

  it('prints every fault of every file with its place and fails', async () => {
    writeFileSync(join(folder, 'content/courses/up-202/catatan.txt'), 'x');
    writeFileSync(join(folder, 'content/houses.yaml'), '- { id: kuripan }\n');
    const error = await check().catch((reason: { code: number; stdout: string }) => reason);
    expect(error).toMatchObject({ code: 1 });
    expect(error.stdout).toMatch(/^content\/courses\/up-202\/catatan\.txt:1:1 {2}berkas-tidak-dikenal: /m);
    expect(error.stdout).toMatch(/^content\/houses\.yaml:1:3 {2}isian-kurang: \[1\]\.village belum ditulis/m);
    expect(error.stdout).toMatch(/5 kesalahan harus diperbaiki/);
  });
});

function check(...words: string[]): Promise<{ stdout: string }> {
  return run(process.execPath, [resolve('src/cli/run.mjs'), 'content', ...words], { cwd: folder });
}
