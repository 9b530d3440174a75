import { afterEach, describe, expect, test, vi } from 'vitest';
import { drawQuestions } from '#domain/quiz/draw/draw.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { AttemptRecord } from '#domain/learning/record.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { sampleAssessment, sampleQuestions } from '../../support/catalogue.ts';
import { makeAssessment, makeLessonRead, makePractice } from '../../support/records.ts';
import { acceptOne, countRecords, openWithSiti, outcomes } from '../../support/accepting.ts';

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

describe('bad input gets one clear refusal and nothing else is affected:', () => {
  const single = { question: 'q0', given: { choice: 'b' } };
  const onPractice = (given: unknown) => (siti: Viewer) =>
    makePractice(siti, { responses: [{ question: 'q0', given }] });

  test.each<[string, (siti: Viewer) => unknown, string]>([
    ['nothing', () => null, 'record must be an object'],
    ['a number', () => 7, 'record must be an object'],
    ['a list', () => [], 'record must be an object'],
    ['an empty object', () => ({}), 'kind must be'],
    ['another kind', (siti) => ({ ...makeLessonRead(siti), kind: 'certificate' }), 'kind must be'],
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
