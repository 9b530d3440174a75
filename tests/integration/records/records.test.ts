import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { publishEditions } from '#server/records/editions.ts';
import { acceptRecords, findReceipt } from '#server/records/intake/accept.ts';
import { formDevice } from '#server/records/intake/record-rows.ts';
import { sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, makeFolder, openTestDatabase, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';
import { acceptOne, countRecords, openWithSiti, outcomes } from '../../support/accepting.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

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
