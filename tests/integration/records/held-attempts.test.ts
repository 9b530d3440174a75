import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { AttemptRecord, Receipt } from '#domain/learning/record.ts';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { decideAttempt } from '#server/records/admissions.ts';
import { readStanding } from '#server/records/intake/attempts.ts';
import { readProgress } from '#server/records/progress.ts';
import { findResult } from '#server/records/results.ts';
import { reportHouse, reportParticipant } from '#server/reports/reports.ts';
import { sampleAssessment, sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

const minute = 60_000;
const { attempts: _attempts, waitMinutes: _wait, ...plainExam } = sampleAssessment;

afterEach(() => void vi.useRealTimers());

/** The sample catalogue with an exam that says nothing of attempts and pauses, unless told otherwise. */
function withExam(it: { attempts?: number; waitMinutes?: number } = {}): Catalogue {
  const quizzes = sampleCatalogue.quizzes.map((published) =>
    published.quiz.id === plainExam.id ? { ...published, quiz: { ...plainExam, ...it } } : published,
  );
  return { ...sampleCatalogue, quizzes };
}

async function openHouse(exam: Parameters<typeof withExam>[0] = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-01-04T08:00:00Z') });
  const services = await openTestServices({ catalogue: withExam(exam) });
  const siti = await addTestPerson(services);
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  let number = 0;
  /** One try by the rules of the draw, after a pause of so many minutes. */
  const attempt = async (it: Partial<AttemptRecord> & { pause?: number; tookMs?: number } = {}): Promise<Receipt> => {
    const { pause = 60, tookMs = 10 * minute, ...record } = it;
    vi.advanceTimersByTime(pause * minute + tookMs);
    const seed = attemptSeed({ person: siti.id, course: plainExam.course, quiz: plainExam.id }, number);
    number += 1;
    const startedAt = new Date(Date.now() - tookMs).toISOString();
    const [receipt] = await acceptRecords(services, siti, [makeAssessment(siti, { seed, startedAt, ...record })]);
    if (receipt === undefined) throw new Error('no receipt');
    return receipt;
  };
  const progress = async () => (await readProgress(services, siti)).progress['up-202'];
  return { services, siti, trainer, attempt, progress };
}

describe('an assessment that says nothing of it', () => {
  test('lets five attempts count', async () => {
    const { attempt, progress } = await openHouse();
    const wrong = { responses: [] };
    for (const _ of [1, 2, 3, 4, 5]) expect((await attempt(wrong)).flags).toBeUndefined();
    const sixth = await attempt();
    expect(sixth).toMatchObject({ outcome: 'recorded', flags: ['over_limit'], grade: { earned: 6, possible: 6 } });
    expect((await progress())?.quizzes['ujian-akhir']).toMatchObject({ attempts: 5, best: { passed: false } });
    expect((await progress())?.held).toEqual({ 'ujian-akhir': 1 });
  });

  test('asks for a quarter of an hour between two attempts', async () => {
    const { attempt, progress } = await openHouse();
    await attempt({ responses: [] });
    expect((await attempt({ pause: 14 })).flags).toEqual(['no_pause']);
    expect((await progress())?.quizzes['ujian-akhir']).toMatchObject({ attempts: 1, best: { earned: 0 } });
    expect((await attempt({ pause: 15 })).flags).toBeUndefined();
    expect((await progress())?.quizzes['ujian-akhir']).toMatchObject({ attempts: 2, best: { passed: true } });
  });

  test('takes what its file says instead, and no pause when it says 0', async () => {
    const { attempt } = await openHouse({ attempts: 7, waitMinutes: 0 });
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) expect((await attempt({ pause: 0, responses: [] })).flags).toBeUndefined();
    expect((await attempt({ pause: 0 })).flags).toEqual(['over_limit']);
  });

  test('is judged by the rules of today, whatever edition was answered', async () => {
    const { services, siti, attempt } = await openHouse({ attempts: 100, waitMinutes: 0 });
    await attempt({ responses: [] });
    const today = { ...services, catalogue: withExam({ attempts: 1 }) };
    const [receipt] = await acceptRecords(today, siti, [makeAssessment(siti)]);
    expect(receipt?.flags).toContain('over_limit');
  });
});

describe('an attempt that nobody can have made', () => {
  test.each([
    ['in no time', 0, true],
    ['in five seconds for six answers', 5000, true],
    ['in six seconds for six answers', 6000, false],
    ['with the clock set back in between', -20 * minute, false],
  ])('%s', async (_, tookMs, isHeld) => {
    const { services, siti, progress } = await openHouse();
    const startedAt = new Date(Date.now() - tookMs).toISOString();
    const [receipt] = await acceptRecords(services, siti, [makeAssessment(siti, { startedAt })]);
    expect(receipt?.flags).toEqual(isHeld ? ['too_fast'] : undefined);
    expect((await progress())?.quizzes['ujian-akhir'] === undefined).toBe(isHeld);
  });

  test('of three hundred within one second the first one counts at most, and the trainer sees the others', async () => {
    const { services, siti, trainer, progress } = await openHouse();
    const owner = { person: siti.id, course: plainExam.course, quiz: plainExam.id };
    const flags: unknown[] = [];
    for (let from = 0; from < 300; from += 100) {
      const records = Array.from({ length: 100 }, (_, at) =>
        makeAssessment(siti, { seed: attemptSeed(owner, from + at), responses: [] }),
      );
      flags.push(...(await acceptRecords(services, siti, records)).map((receipt) => receipt.flags ?? receipt.code));
    }
    expect(flags.filter((it) => it === undefined)).toHaveLength(1);
    expect((await progress())?.quizzes['ujian-akhir']).toMatchObject({ attempts: 1 });
    const [report] = (await reportHouse(services, trainer)).participants;
    expect(report?.needsHelp).toContainEqual({
      ...{ kind: 'held', course: 'up-202', title: 'Ujian akhir' },
      attempts: flags.filter((it) => Array.isArray(it)).length,
    });
  });
});

describe('what is told of an assessment', () => {
  test('is the sum alone, until it is passed by an attempt that counts', async () => {
    const { services, siti, attempt } = await openHouse();
    const first = await attempt({ responses: [] });
    expect(first.grade).toEqual({ earned: 0, possible: 6, ratio: 0, passed: false, questions: [] });
    const held = await attempt({ pause: 1 });
    expect(held).toMatchObject({ flags: ['no_pause'], grade: { passed: true, questions: [] } });
    expect((await findResult(services, siti, held.id))?.readAgain).toEqual([]);
    const passed = await attempt();
    expect(passed.grade?.questions[0]).toMatchObject({ rationale: expect.any(String), right: expect.any(String) });
  });

  test('is everything once no attempt is left', async () => {
    const { attempt } = await openHouse({ attempts: 2 });
    expect((await attempt({ responses: [] })).grade?.questions).toEqual([]);
    expect((await attempt({ responses: [] })).grade?.questions).toHaveLength(6);
  });
});

describe('a held attempt', () => {
  test('counts when a trainer of the house takes it in, with who and when', async () => {
    const { services, siti, trainer, attempt, progress } = await openHouse();
    await acceptRecords(services, siti, [makeLessonRead(siti), makeLessonRead(siti, { lesson: 'harga' })]);
    const { id } = await attempt({ tookMs: 100 });
    expect(await progress()).toMatchObject({ completed: false, held: { 'ujian-akhir': 1 } });
    await decideAttempt(services, trainer, { id, of: siti.id, counts: true });
    expect(await progress()).toMatchObject({ completed: true });
    expect((await progress())?.held).toBeUndefined();
    expect((await readStanding(services, siti.id, plainExam)).passed).toBe(true);
    const { results, needsHelp } = await reportParticipant(services, trainer, siti.id);
    expect(results).toMatchObject([{ held: true, admission: { counts: true, by: 'Pak Slamet', at: Date.now() } }]);
    expect(needsHelp).toEqual([]);
  });

  test('can be declined and taken in again; every word stays', async () => {
    const { services, siti, trainer, attempt, progress } = await openHouse();
    const { id } = await attempt({ tookMs: 100 });
    for (const counts of [true, false, true, false]) {
      await decideAttempt(services, trainer, { id, of: siti.id, counts });
      expect((await progress())?.quizzes['ujian-akhir'] !== undefined).toBe(counts);
    }
    const { rows } = await services.db.client.execute('SELECT counts, "by" FROM admission ORDER BY id');
    expect(rows.map((row) => [row.counts, row.by])).toEqual([1, 0, 1, 0].map((counts) => [counts, trainer.id]));
    for (const sql of ['UPDATE admission SET counts = 1', 'DELETE FROM admission']) {
      await expect(services.db.client.execute(sql)).rejects.toThrow(/append-only/);
    }
  });

  test('is nobody’s to take in but staff of the house, and nothing else can be taken in', async () => {
    const { services, siti, trainer, attempt } = await openHouse();
    const far = await addTestPerson(services, { login: 'jauh', role: 'trainer', house: 'tracap' });
    const budi = await addTestPerson(services, { login: 'budi' });
    const plain = await attempt();
    const { id } = await attempt({ tookMs: 100 });
    const held = { id, of: siti.id, counts: true };
    await expect(decideAttempt(services, undefined, held)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(decideAttempt(services, siti, held)).rejects.toMatchObject({ code: 'forbidden' });
    for (const [who, wanted] of [
      [far, held],
      [trainer, { ...held, id: plain.id }],
      [trainer, { ...held, id: 'x' }],
      [trainer, { ...held, of: budi.id }],
    ] as const) {
      await expect(decideAttempt(services, who, wanted)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('goes with its person, and the word on it too', async () => {
    const { services, siti, trainer, attempt } = await openHouse();
    const { id } = await attempt({ tookMs: 100 });
    await decideAttempt(services, trainer, { id, of: siti.id, counts: true });
    expect((await copyPersonalData(services.db, 'siti')).records).toMatchObject([
      { id, admissions: [{ counts: true, by: trainer.id, at: new Date().toISOString() }] },
    ]);
    await services.db.write([
      {
        sql: `INSERT INTO erasure (person, erased_at, "by", records, grades, enrollments) VALUES (?, 1, 'x', 1, 1, 1)`,
        args: [siti.id],
      },
    ]);
    const { rows } = await services.db.client.execute(
      'SELECT (SELECT count(*) FROM admission) + count(*) AS n FROM record',
    );
    expect(Number(rows[0]?.n)).toBe(0);
  });
});
