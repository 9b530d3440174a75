import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '#content/catalogue.ts';
import { listWaiting, publishedContent } from '#content/published.ts';
import { type Change, readSmallContent } from '../support/small-content.ts';
import { healthReader, waitingCourse, womensReader } from '../support/waiting-course.ts';

const both = 'courses: [up-202, op-105]';
const twoPaths = `- { id: pulang, title: Pulang, summary: A, ${both} }\n- { id: tubuh, title: Tubuh, summary: B, courses: [op-105] }\n`;

function read(readers: readonly string[], more: Readonly<Record<string, Change>> = {}) {
  return readSmallContent({ ...waitingCourse(readers), 'paths.yaml': twoPaths, ...more });
}

describe('a course that must be read by others than its author', () => {
  it('is checked like any other', async () => {
    expect((await read([])).faults).toEqual([]);
    const broken = await read([], { 'courses/op-105/biaya.mdx': 'tanpa bagian atas' });
    expect(broken.faults.map(({ name }) => name)).toContain('frontmatter-salah');
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['nobody has', [], ['tenaga kesehatan', 'layanan perempuan']],
    ['only one has', [womensReader], ['tenaga kesehatan']],
  ])('is not published when %s', async (_, readers, missing) => {
    const { content } = await read(readers);
    expect(listWaiting(content)).toEqual([{ code: 'OP-105', missing }]);
    const published = publishedContent(content);
    const catalogue = buildCatalogue(published);
    expect(catalogue.courses.map(({ id }) => id)).toEqual(['up-202']);
    expect(JSON.stringify(catalogue)).not.toContain('op-105');
    expect(published.paths?.value).toEqual([{ id: 'pulang', title: 'Pulang', summary: 'A', courses: ['up-202'] }]);
  });

  it('is published when all have, with who they are and when', async () => {
    const { content, faults } = await read([healthReader, womensReader]);
    expect(faults).toEqual([]);
    expect(listWaiting(content)).toEqual([]);
    const published = publishedContent(content);
    const ids = (entries: readonly { readonly value: { readonly course: string } }[]) =>
      entries.filter(({ value }) => value.course === 'op-105').length;
    expect([ids(published.lessons), ids(published.quizzes), ids(published.guides)]).toEqual([1, 2, 1]);
    expect(published.paths?.value.map(({ courses }) => courses)).toEqual([['up-202', 'op-105'], ['op-105']]);
    const course = published.courses.find(({ value }) => value.id === 'op-105');
    expect(course?.value.readBy).toEqual([
      { as: 'tenaga kesehatan', who: 'Bidan contoh', on: '2026-11-20' },
      { as: 'layanan perempuan', who: 'Petugas contoh', on: '2026-11-21' },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ['pembaca-tidak-diminta', 'as: tenaga kesehatan, who: X, on: 2026-11-20', []],
    ['tanggal-dibaca-belum-tiba', 'as: layanan perempuan, who: X, on: 2026-11-25', ['layanan perempuan']],
    ['isian-kurang', 'as: layanan perempuan, on: 2026-11-20', ['layanan perempuan']],
    ['isian-salah', 'as: layanan perempuan, who: X, on: kemarin', ['layanan perempuan']],
  ])('names a reader only as asked and after the day: %s', async (name, reader, asked) => {
    const needs = asked.length === 0 ? '' : `needsReaders: [${asked.join(', ')}]\n`;
    const change: Change = (text) => `${text}${needs}readBy:\n  - { ${reader} }\n`;
    const { faults } = await readSmallContent({ 'courses/up-202/course.yaml': change });
    expect(faults.map((fault) => fault.name)).toContain(name);
  });

  it('is linked to by no published page before that', async () => {
    const link: Change = (text) => text.replace('](../)', '](/kursus/op-105/biaya/)');
    const early = await read([], { 'courses/up-202/biaya.mdx': link });
    expect(early.faults).toMatchObject([
      { name: 'tautan-ke-kursus-menunggu', file: 'content/courses/up-202/biaya.mdx' },
    ]);
    expect((await read([healthReader, womensReader], { 'courses/up-202/biaya.mdx': link })).faults).toEqual([]);
  });
});
