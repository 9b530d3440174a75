import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findNewestRelease, releaseFolder } from '#server/release/release.ts';
import { healthReader, waitingCourse } from '../../support/waiting-course.ts';
import { createWholeProject, type WholeProject } from '../../support/whole-project.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// People are called Ni'mah, and folders what people call them: the site is built under any name.
const folderEnding = process.platform === 'win32' ? " ni'mah #1" : " ni'mah #1? 50% [baru] & {lama}";
let project: WholeProject;

beforeAll(() => {
  const path = '- { id: pulang, title: Pulang, summary: A, courses: [up-202, op-105] }\n';
  const withdrawn = (text: string) => `${text}withdrawn:\n  - { id: buku-kas, title: "Buku kas: catatan uang" }\n`;
  const archived = (text: string) => `${withdrawn(text)}archived: 2026-11-29\n`;
  const changes = { 'paths.yaml': path, 'courses/up-202/course.yaml': archived };
  project = createWholeProject({ ...waitingCourse([healthReader]), ...changes }, folderEnding);
});
afterAll(() => project.remove());

test('a course that waits for a reader is nowhere in a release, and the command says whom it waits for', () => {
  const { status, said } = project.release();
  expect(said).toContain('OP-105 belum diterbitkan: menunggu dibaca layanan perempuan.');
  expect(status).toBe(0);
  const release = findNewestRelease(project.dataFolder);
  const folder = releaseFolder(project.dataFolder, release?.id ?? '');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.some((file) => file.includes('kursus/up-202/'))).toBe(true);
  expect(files.filter((file) => file.includes('op-105'))).toEqual([]);
  const pages = files.filter((file) => /\.(?:html|json)$/.test(file));
  expect(pages.filter((file) => /op-105/i.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  const named = pages.filter((file) => /ni'mah|rumah-belajar-\w{6}/.test(readFileSync(join(folder, file), 'utf8')));
  expect(named).toEqual([]);
});

test('the address of a lesson that was withdrawn says what it was and where to go on, and is found by no search', () => {
  const release = findNewestRelease(project.dataFolder);
  const file = join(releaseFolder(project.dataFolder, release?.id ?? ''), 'client/kursus/up-202/buku-kas/index.html');
  // As any host of files sends it; ours says 410 beside it.
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('Dulu di sini ada “Buku kas: catatan uang”');
  expect(page).toContain('href="/kursus/up-202/"');
  expect(page).not.toContain('data-pagefind-body');
});

test('a course that was archived is read as before, takes nobody new, and stands apart from the others', () => {
  const release = findNewestRelease(project.dataFolder);
  const client = join(releaseFolder(project.dataFolder, release?.id ?? ''), 'client');
  const read = (path: string) => readFileSync(join(client, path, 'index.html'), 'utf8');
  expect(read('kursus/up-202')).toContain('diarsipkan pada 29 November 2026');
  expect(read('kursus/up-202')).not.toContain('/ikut/');
  expect(read('kursus/up-202/biaya')).toContain('Tandai sudah dibaca');
  expect(read('kursus')).toMatch(/<h2>Arsip<\/h2>[\s\S]*href="\/kursus\/up-202\/"/);
  expect(read('jalur/pulang')).not.toContain('href="/kursus/up-202/"');
});
