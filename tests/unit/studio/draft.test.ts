import { expect, test } from 'vitest';
import { findNameProblem, needsSecondReader, partOf, pathOf } from '#domain/studio/draft-path.ts';
import { judgePublishing, type Publishing } from '#domain/studio/draft.ts';
import { foldOverlay } from '#domain/studio/overlay.ts';

const asked: Publishing = {
  state: 'reading-asked',
  writers: ['tono'],
  reader: undefined,
  publisher: { id: 'tono', role: 'trainer' },
  otherStaff: 1,
  needsSecond: false,
};
const alone = { ...asked, publisher: { id: 'wartini', role: 'coordinator' }, writers: ['wartini'], otherStaff: 0 };

test.each([
  ['what another person has read', { ...asked, state: 'read', reader: 'wartini' }, 'read'],
  ['what nobody has read', asked, 'not_read'],
  ['what only its writer has read', { ...asked, reader: 'tono' }, 'not_read'],
  [
    'what somebody read who also wrote in it',
    { ...asked, writers: ['tono', 'wartini'], reader: 'wartini' },
    'not_read',
  ],
  ['what somebody read who was erased since', { ...asked, reader: null }, 'not_read'],
  ['what a coordinator wrote whom nobody could read for', alone, 'alone'],
  ['what a coordinator wrote beside others who could read it', { ...alone, otherStaff: 1 }, 'not_read'],
  ['what a trainer wrote alone', { ...alone, publisher: { id: 'tono', role: 'trainer' } }, 'not_read'],
  ['an exam that nobody could read', { ...alone, needsSecond: true }, 'needs_second'],
  ['what is published already', { ...asked, state: 'published', reader: 'wartini' }, 'not_now'],
  ['what is being built', { ...asked, state: 'publish-asked', reader: 'wartini' }, 'not_now'],
  ['what was discarded', { ...asked, state: 'discarded', reader: 'wartini' }, 'not_now'],
] as const)('%s: %o', (_, it, verdict) => {
  expect(judgePublishing(it)).toBe(verdict);
});

test('a path is made of names alone, and read back', () => {
  for (const part of [
    { kind: 'lesson', course: 'up-202', id: 'hpp-keripik' },
    { kind: 'quiz', course: 'up-202', id: 'ujian-akhir' },
    { kind: 'course', course: 'up-202' },
    { kind: 'list', course: '', id: 'glossary' },
    { kind: 'list', course: '', id: 'sources' },
  ] as const) {
    expect(partOf(pathOf(part))).toEqual(part);
  }
  for (const path of [
    'content/contacts.yaml',
    'content/glossary.yaml.bak',
    'content/courses/up-202/a.svg',
    'src/a.ts',
  ]) {
    expect(partOf(path)).toBeUndefined();
  }
});

test.each([
  ['buku-kas', undefined],
  ['../../db/x', 'shape'],
  ['Buku', 'shape'],
  ['', 'shape'],
  ['kuis', 'reserved'],
  ['a'.repeat(61), 'too_long'],
])('the name %s: %s', (name, problem) => {
  expect(findNameProblem(name)).toBe(problem);
});

test('an exam is known however its mode is written', () => {
  for (const mode of ['mode: assessment', 'mode: "assessment"', "'mode': 'assessment'", '{ mode: assessment }']) {
    expect(needsSecondReader(`title: A\n${mode}\n`)).toBe(true);
  }
  expect(needsSecondReader('mode: practice\n')).toBe(false);
});

test('of a path the last publication counts, with what was in it then', () => {
  const revision = (id: number, draft: string, path: string) => ({ id, draft, path, digest: `d${id}` });
  const revisions = [revision(1, 'a', 'x'), revision(2, 'a', 'x'), revision(3, 'b', 'x'), revision(4, 'a', 'x')];
  const digestOf = (...publications: { draft: string; through: number }[]) =>
    foldOverlay(publications, revisions).get('x')?.digest;
  expect(digestOf({ draft: 'a', through: 2 })).toBe('d2');
  expect(digestOf({ draft: 'a', through: 2 }, { draft: 'b', through: 3 })).toBe('d3');
  expect(digestOf({ draft: 'b', through: 3 }, { draft: 'a', through: 2 })).toBe('d2');
  expect(digestOf()).toBeUndefined();
});
