import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { drawQuestions } from '#domain/quiz/draw.ts';
import type { Viewer } from '#domain/person.ts';
import type { AttemptRecord, Receipt } from '#domain/learning/record.ts';
import { publishEditions } from '#server/records/editions.ts';
import { acceptRecords, findReceipt } from '#server/records/accept.ts';
import { formDevice } from '#server/records/record-rows.ts';
import type { Services } from '#server/services.ts';
import { sampleAssessment, sampleCatalogue, sampleQuestions } from '../../support/catalogue.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

async function openWithSiti(catalogue: Catalogue = sampleCatalogue) {
  const services = await openTestServices({ catalogue });
  return { services, siti: await addTestPerson(services) };
}

async function acceptOne(services: Services, viewer: Viewer, value: unknown): Promise<Receipt> {
  const [receipt] = await acceptRecords(services, viewer, [value]);
  if (receipt === undefined) throw new Error('no receipt');
  return receipt;
}

async function countRecords({ db }: Services): Promise<unknown> {
  const { rows } = await db.client.execute(
    'SELECT (SELECT count(*) FROM record) AS r, (SELECT count(*) FROM grade) AS g',
  );
  return [rows[0]?.r, rows[0]?.g];
}

const outcomes = (receipts: readonly Receipt[]) =>
  receipts.map(({ outcome, code, detail }) => [outcome, code, detail].filter((it) => it !== undefined).join(' '));

describe('a record', () => {
  test('of a lesson is recorded and enrols its person', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeLessonRead(siti);
    expect(await acceptOne(services, siti, record)).toEqual({ id: record.id, outcome: 'recorded' });
    const { rows } = await services.db.client.execute('SELECT person, course, "by" FROM enrollment');
    expect(rows).toMatchObject([{ person: siti.id, course: 'up-202', by: siti.id }]);
  });

  test('of a practice comes back with its grade and the rationales', async () => {
    const { services, siti } = await openWithSiti();
    const right = makePractice(siti);
    const record = { ...right, responses: right.responses.filter(({ question }) => question !== 'q2') };
    const { outcome, grade } = await acceptOne(services, siti, record);
    expect(outcome).toBe('recorded');
    expect(grade).toMatchObject({ earned: 3, possible: 4, ratio: 0.75, passed: true });
    expect(grade?.questions).toHaveLength(4);
    expect(grade?.questions).toContainEqual({
      ...{ question: 'q2', earned: 0, possible: 1 },
      ...{ rationale: 'Pembahasan 2', right: 'Benar' },
    });
  });

  test('of an assessment comes back with its points and nothing of single questions', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti, { responses: [] });
    const receipt = await acceptOne(services, siti, record);
    expect(receipt.grade).toMatchObject({ earned: 0, possible: 6, ratio: 0, passed: false });
    expect(receipt.grade?.questions).toEqual([]);
    for (const again of [await acceptOne(services, siti, record), await findReceipt(services, siti, record.id)]) {
      expect(again).toEqual({ ...receipt, outcome: 'duplicate' });
    }
    expect(JSON.stringify(receipt)).not.toMatch(/Pembahasan|12780|key/);
  });

  test('sent again is a duplicate with the first grade, and is there once', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti);
    const first = await acceptOne(services, siti, record);
    const reordered = Object.fromEntries(Object.entries(record).reverse());
    const receipts = await Promise.all([record, reordered, record].map((it) => acceptOne(services, siti, it)));
    expect(receipts).toEqual(Array(3).fill({ ...first, outcome: 'duplicate' }));
    expect(await countRecords(services)).toEqual([1, 1]);
  });

  test('sent twenty times at the same moment is recorded once', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti);
    const receipts = await Promise.all(Array.from({ length: 20 }, () => acceptOne(services, siti, record)));
    expect(receipts.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    expect(receipts.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
    expect(new Set(receipts.map(({ grade }) => JSON.stringify(grade))).size).toBe(1);
    expect(await countRecords(services)).toEqual([1, 1]);
  });

  test('with the id of another one is a conflict, in the same batch too', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti);
    const receipts = await acceptRecords(services, siti, [
      record,
      { ...record, responses: [] },
      record,
      makeLessonRead(siti, { id: record.id }),
    ]);
    expect(outcomes(receipts)).toEqual(['recorded', 'refused conflict id', 'duplicate', 'refused conflict id']);
    expect(outcomes([await acceptOne(services, siti, { ...record, seq: record.seq + 1 })])).toEqual([
      'refused conflict id',
    ]);
    expect(await countRecords(services)).toEqual([1, 1]);
  });

  test('of an attempt cannot hang a grade on a lesson that has its id', async () => {
    const { services, siti } = await openWithSiti();
    const lesson = makeLessonRead(siti);
    const receipts = await acceptRecords(services, siti, [lesson, makeAssessment(siti, { id: lesson.id })]);
    expect(outcomes(receipts)).toEqual(['recorded', 'refused conflict id']);
    expect(await countRecords(services)).toEqual([1, 0]);
  });

  test('with the id of somebody else’s tells nothing of it', async () => {
    const { services, siti } = await openWithSiti();
    const budi = await addTestPerson(services, { login: 'budi' });
    const record = makeAssessment(siti);
    await acceptOne(services, siti, record);
    const receipt = await acceptOne(services, budi, { ...record, person: budi.id });
    expect(receipt).toEqual({
      id: record.id,
      outcome: 'refused',
      code: 'conflict',
      detail: 'id',
      message: expect.any(String),
    });
    expect(await findReceipt(services, budi, record.id)).toBeUndefined();
    expect(await findReceipt(services, budi, randomUUID())).toBeUndefined();
  });

  test('of another person is refused and stays on the phone', async () => {
    const { services, siti } = await openWithSiti();
    const budi = await addTestPerson(services, { login: 'budi' });
    expect(outcomes(await acceptRecords(services, siti, [makeAssessment(budi), makeLessonRead(siti)]))).toEqual([
      'refused other_person person',
      'recorded',
    ]);
  });

  test('from a form counts once although the server stamps each posting', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti, { device: formDevice });
    await acceptOne(services, siti, record);
    const later = new Date(Date.now() + 5000).toISOString();
    const again = { ...record, seq: record.seq + 1, answeredAt: later, startedAt: later };
    expect((await acceptOne(services, siti, again)).outcome).toBe('duplicate');
    expect((await acceptOne(services, siti, { ...again, responses: [] })).code).toBe('conflict');
  });
});

describe('an edition', () => {
  const changedCatalogue: Catalogue = {
    ...sampleCatalogue,
    lessons: sampleCatalogue.lessons.map((it) => ({ ...it, edition: 'bbbbbbbbbbbbbbb3' })),
    quizzes: sampleCatalogue.quizzes.map((it) => ({
      edition: it.edition.replace('a', 'b'),
      quiz: { ...it.quiz, questions: it.quiz.questions.filter(({ id }) => id !== 'q0') },
    })),
  };

  test('of an old phone is graded as it was, and flagged', async () => {
    const { services, siti } = await openWithSiti();
    await publishEditions(services.db, changedCatalogue);
    const now = { ...services, catalogue: changedCatalogue };
    const receipt = await acceptOne(now, siti, makePractice(siti));
    expect(receipt).toMatchObject({ outcome: 'recorded', flags: ['old_edition'], grade: { earned: 4, possible: 4 } });
    expect(receipt.grade?.questions.map(({ question }) => question)).toContain('q0');
    expect(await acceptOne(now, siti, makeLessonRead(siti))).toMatchObject({ flags: ['old_edition'] });
  });

  test('of a course that is no longer offered is accepted from an old phone', async () => {
    const { services, siti } = await openWithSiti();
    const empty = { ...services, catalogue: { ...sampleCatalogue, courses: [], lessons: [], quizzes: [] } };
    const record = makeAssessment(siti);
    expect(outcomes(await acceptRecords(empty, siti, [record, makeLessonRead(siti)]))).toEqual([
      'recorded',
      'recorded',
    ]);
    expect((await acceptOne(empty, siti, record)).grade).toMatchObject({ earned: 6 });
  });

  test('published twice is kept once, as it was first', async () => {
    const { services } = await openWithSiti();
    const renamed = sampleCatalogue.quizzes.map((it) => ({ ...it, quiz: { ...it.quiz, title: 'Lain' } }));
    await publishEditions(services.db, { ...sampleCatalogue, quizzes: renamed });
    const { rows } = await services.db.client.execute("SELECT body FROM edition WHERE kind = 'quiz'");
    expect(rows.map(({ body }) => JSON.parse(String(body)).title)).not.toContain('Lain');
    expect(rows).toHaveLength(2);
  });
});

describe('attempts over the limit', () => {
  test('are recorded, graded and flagged', async () => {
    const { services, siti } = await openWithSiti();
    const records = [1, 2, 3].map(() => makeAssessment(siti));
    const receipts = await acceptRecords(services, siti, records);
    expect(receipts.map(({ outcome, flags }) => [outcome, flags])).toEqual([
      ['recorded', undefined],
      ['recorded', undefined],
      ['recorded', ['over_limit']],
    ]);
    expect(receipts[2]?.grade).toMatchObject({ earned: 6 });
    expect(await acceptOne(services, siti, records[2])).toMatchObject({ outcome: 'duplicate', flags: ['over_limit'] });
  });

  test('are counted right when two servers take them at the same moment', async () => {
    const folder = makeFolder();
    const services = await openTestServices({ folder });
    const siti = await addTestPerson(services);
    const other = { ...services, db: await openTestDatabase(folder) };
    const receipts = await Promise.all(
      [services, other, services, other, services, other].map((it) => acceptOne(it, siti, makeAssessment(siti))),
    );
    expect(receipts.filter(({ flags }) => flags === undefined)).toHaveLength(2);
    expect(receipts.filter(({ flags }) => flags?.includes('over_limit'))).toHaveLength(4);
  });

  test('of one person do not count for another', async () => {
    const { services, siti } = await openWithSiti();
    const budi = await addTestPerson(services, { login: 'budi' });
    await acceptRecords(services, siti, [makeAssessment(siti), makeAssessment(siti)]);
    expect((await acceptOne(services, budi, makeAssessment(budi))).flags).toBeUndefined();
  });
});

describe('bad input gets one clear refusal and nothing else is affected:', () => {
  const single = { question: 'q0', given: { choice: 'b' } };
  const onPractice = (given: unknown) => (siti: Viewer) =>
    makePractice(siti, { responses: [{ question: 'q0', given }] });

  test.each<[string, (siti: Viewer) => unknown, string]>([
    ['nothing', () => null, 'record must be an object'],
    ['a number', () => 7, 'record must be an object'],
    ['a list', () => [], 'record must be an object'],
    ['an empty object', () => ({}), 'kind must be'],
    ['another kind', (siti) => ({ ...makeLessonRead(siti), kind: 'worksheet' }), 'kind must be'],
    ['a missing field', (siti) => ({ ...makeLessonRead(siti), lesson: undefined }), 'lesson must be'],
    ['an id that is none', (siti) => makeLessonRead(siti, { id: '1 OR 1=1' }), 'id must be'],
    ['a long id', (siti) => makeLessonRead(siti, { id: 'x'.repeat(100_000) }), 'id must be'],
    ['a negative counter', (siti) => makeLessonRead(siti, { seq: -1 }), 'seq must be'],
    ['a counter too large to count', (siti) => makeLessonRead(siti, { seq: 1e300 }), 'seq must be'],
    ['a time that is none', (siti) => makeLessonRead(siti, { answeredAt: 'kemarin' }), 'answeredAt must be'],
    ['a time in 1970', (siti) => makeLessonRead(siti, { answeredAt: '1970-01-01T00:00:00Z' }), 'clock'],
    [
      'a time in two days',
      (siti) => makeLessonRead(siti, { answeredAt: new Date(Date.now() + 2 * day).toISOString() }),
      'clock',
    ],
    ['a time in the year 9999', (siti) => makeAssessment(siti, { answeredAt: '9999-12-31T23:59:59Z' }), 'clock'],
    ['an unknown course', (siti) => makeLessonRead(siti, { course: 'up-999' }), 'course'],
    ['an unknown course of a quiz', (siti) => makeAssessment(siti, { course: 'up-999' }), 'course'],
    ['an unknown lesson', (siti) => makeLessonRead(siti, { lesson: 'laba' }), 'lesson'],
    ['an unknown quiz', (siti) => makeAssessment(siti, { quiz: 'ujian' }), 'quiz'],
    ['an edition that never was', (siti) => makeAssessment(siti, { edition: 'ffffffffffffffff' }), 'edition'],
    ['a lesson edition that never was', (siti) => makeLessonRead(siti, { edition: 'ffffffffffffffff' }), 'edition'],
    ['an edition of another quiz', (siti) => makeAssessment(siti, { edition: 'aaaaaaaaaaaaaaa1' }), 'edition'],
    ['names from inside JavaScript', (siti) => makeAssessment(siti, { quiz: '__proto__' }), 'quiz'],
    ['a seed with other signs', (siti) => makeAssessment(siti, { seed: 'a/b' }), 'seed must be'],
    ['responses that are no list', (siti) => ({ ...makePractice(siti), responses: {} }), 'responses must be'],
    [
      'an unknown question',
      (siti) => makePractice(siti, { responses: [{ ...single, question: 'q99' }] }),
      'question: q99',
    ],
    ['a question answered twice', (siti) => makePractice(siti, { responses: [single, single] }), 'must not repeat'],
    ['an unknown choice', onPractice({ choice: 'z' }), 'given: q0'],
    ['a choice of another kind', onPractice({ choices: ['b'] }), 'given: q0'],
    ['a choice that is an object', onPractice({ choice: { $ne: '' } }), 'given: q0'],
    ['a response that is null', onPractice(null), 'given: q0'],
    ['a huge response', onPractice({ choice: 'b', more: 'x'.repeat(10_000) }), 'given must be'],
  ])('%s', async (_, make, detail) => {
    const { services, siti } = await openWithSiti();
    const bad = make(siti);
    const receipts = await acceptRecords(services, siti, [makeLessonRead(siti), bad, makeAssessment(siti)]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'refused', 'recorded']);
    expect(receipts[1]).toMatchObject({ code: 'invalid', detail: expect.stringContaining(detail) });
    expect(receipts[1]?.message).toMatch(/^[A-Z][^\n]{20,200}\.$/);
    expect(receipts[1]?.id.length).toBeLessThanOrEqual(64);
    expect(await countRecords(services)).toEqual([2, 1]);
  });

  test('a response to a question that was not drawn', async () => {
    const { services, siti } = await openWithSiti();
    const seed = 'abc';
    const { draw, shuffle } = sampleAssessment;
    const drawn = drawQuestions(sampleQuestions, { draw, shuffle, seed });
    const other = sampleQuestions.find(({ id, kind }) => kind === 'single' && !drawn.includes(id));
    const record = makeAssessment(siti, { seed, responses: [{ question: other?.id ?? '', given: { choice: 'b' } }] });
    expect(await acceptOne(services, siti, record)).toMatchObject({
      code: 'invalid',
      detail: `not_drawn: ${other?.id}`,
    });
    expect(await countRecords(services)).toEqual([0, 0]);
  });

  test('more records than a batch may hold', async () => {
    const { services, siti } = await openWithSiti();
    const many = Array.from({ length: 101 }, () => makeLessonRead(siti));
    await expect(acceptRecords(services, siti, many)).rejects.toMatchObject({ code: 'invalid' });
    expect(await countRecords(services)).toEqual([0, 0]);
    expect(outcomes(await acceptRecords(services, siti, many.slice(1)))).toEqual(Array(100).fill('recorded'));
  });

  test('a record refused for the phone’s clock is accepted when the clock was set', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti, { answeredAt: '1970-01-01T00:00:00Z', startedAt: '1970-01-01T00:00:00Z' });
    expect((await acceptOne(services, siti, record)).detail).toBe('clock');
    const mended: AttemptRecord = { ...record, answeredAt: new Date().toISOString() };
    expect((await acceptOne(services, siti, mended)).outcome).toBe('recorded');
  });

  test('a record is refused for the server’s clock when that is behind what was published here', async () => {
    const { services, siti } = await openWithSiti();
    const record = makeAssessment(siti);
    vi.setSystemTime(Date.now() - 400 * day);
    expect(await acceptOne(services, siti, record)).toMatchObject({ detail: 'server_clock', code: 'invalid' });
    vi.setSystemTime(Date.now() + 400 * day);
    expect((await acceptOne(services, siti, record)).outcome).toBe('recorded');
  });

  test('a number that nobody can read is recorded and earns nothing', async () => {
    const { services, siti } = await openWithSiti();
    const right = makePractice(siti);
    const responses = right.responses.map((it) =>
      it.question === 'q3' ? { ...it, given: { text: 'dua belas "ribu" 🙂' } } : it,
    );
    const receipt = await acceptOne(services, siti, { ...right, responses });
    expect(receipt).toMatchObject({ outcome: 'recorded', grade: { earned: 3, possible: 4 } });
  });
});

test('what was recorded stays recorded when the same record would be refused today', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { services, siti } = await openWithSiti();
  const record = makeAssessment(siti);
  const first = await acceptOne(services, siti, record);
  // The laptop's own clock fell back by a year.
  vi.setSystemTime(Date.now() - 365 * day);
  expect(await acceptOne(services, siti, record)).toEqual({ ...first, outcome: 'duplicate' });
});

test('a program that sends without end is slowed down, the others are not', async () => {
  const { services, siti } = await openWithSiti();
  const budi = await addTestPerson(services, { login: 'budi' });
  let refusal: unknown;
  for (let time = 0; time < 10_000 && refusal === undefined; time += 1) {
    refusal = await acceptRecords(services, siti, []).then(
      () => undefined,
      (error: unknown) => error,
    );
  }
  expect(refusal).toMatchObject({ code: 'too_many', retryAfterSeconds: 1 });
  expect((await acceptOne(services, budi, makeLessonRead(budi))).outcome).toBe('recorded');
});
