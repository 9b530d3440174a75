import { expect, test } from 'vitest';
import { todayOn } from '#domain/local-date.ts';
import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import { checkCourse } from '#content/studio/check.ts';
import { contentOver } from '#content/files/content-source.ts';
import { coursesOfPaths, mergePaths } from '#content/studio/new-course.ts';
import { requireDraft } from '#server/studio/drafts.ts';
import { makeCourse } from '#server/studio/make-course.ts';
import { draftContent, textIn } from '#server/studio/sources.ts';
import { openEditing } from '#server/studio/writing/editing.ts';
import { makeUuid } from '#server/uuid.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const typed = {
  ...{
    title: 'Beternak "Lele" di Kolam Terpal',
    code: 'UP-297',
    summary: 'Dari benih sampai panen: untung atau rugi?',
  },
  ...{ pillar: 'usaha-produktif', audience: 'purna', audience2: 'keluarga', path: 'pulang' },
  ...{ outcomes: 'Menghitung benih\r\nMenimbang pakan\r\nMenjual hasil panen', lesson: 'Kolam dari terpal' },
};

test('a course begins as a draft that is whole: every part has its file, and its check finds nothing to mend in how it is made', async () => {
  const { services, tono, make } = await begin();
  const id = makeUuid();
  expect(await make(id, {})).toBe(id);
  expect(await make(id, {})).toBe(id);
  const draft = await requireDraft(services.db, tono, id);
  expect(draft.parts.map((it) => it.path)).toEqual([courseFile('up-297'), 'content/paths.yaml']);
  const texts = new Map<string, Buffer>();
  for (const path of [
    lessonFile('up-297', 'kolam-dari-terpal'),
    quizFile('up-297', 'kolam-dari-terpal'),
    quizFile('up-297', 'ujian-akhir'),
  ]) {
    texts.set(path, Buffer.from((await openEditing(services, tono, draft, path)).text));
  }
  const source = contentOver(await draftContent(services.db, id), texts);
  const faults = await checkCourse(source, 'up-297', todayOn());
  const ofMaking = /kursus-|ujian-|pelajaran-(?:tidak|belum|ganda)|isian-|yaml-|frontmatter/;
  expect(faults.filter(({ name }) => ofMaking.test(name))).toEqual([]);
  expect(
    coursesOfPaths((await textIn(source, 'content/paths.yaml')) ?? '')
      .get('pulang')
      ?.at(-1),
  ).toBe('up-297');
});

test.each([
  ['code', { code: 'up 297' }],
  ['code', { code: 'UP-202' }],
  ['title', { title: ' ' }],
  ['outcomes', { outcomes: 'Satu\nDua' }],
  ['pillar', { pillar: 'lain' }],
  ['lesson', { lesson: 'Kuis' }],
])('what is wrong with its %s is told there, and nothing is begun: %o', async (control, change) => {
  const { services, make } = await begin();
  const problems = await make(makeUuid(), change);
  expect(typeof problems === 'string' ? [] : [...problems.keys()]).toEqual([control]);
  expect((await services.db.client.execute('SELECT id FROM draft')).rows).toEqual([]);
});

test('a code that another draft has begun with is taken', async () => {
  const { make } = await begin();
  await make(makeUuid(), {});
  expect([...((await make(makeUuid(), {})) as ReadonlyMap<string, string>).keys()]).toEqual(['code']);
});

test('courses that two drafts put on one path stand there both', () => {
  const base = '- { id: pulang, courses: [a, b] } # jalur\n- { id: lain, courses: [a] }\n';
  const merged = mergePaths(base, base.replace('a, b', 'a, b, c'), base.replace('a, b', 'a, b, d'));
  expect(merged).toBe(base.replace('a, b', 'a, b, d, c'));
});

async function begin() {
  const services = await openTestServices();
  const tono = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const make = (id: string, change: Partial<typeof typed>) =>
    makeCourse(services, tono, { id, values: { texts: { ...typed, ...change }, rows: {} } });
  return { services, tono, make };
}
