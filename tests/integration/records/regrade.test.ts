import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { Question } from '#domain/question/question.ts';
import { expandCases } from '#domain/question/case.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { publishEditions } from '#server/records/editions.ts';
import { readQuizReport } from '#server/reports/item-statistics.ts';
import { readProgress } from '#server/records/progress.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { applyRegrade, planRegrade } from '#server/records/regrade.ts';
import { houseCsv } from '#server/reports/grades-csv.ts';
import { reportHouse } from '#server/reports/reports.ts';
import { findResult } from '#server/records/results.ts';
import type { Services } from '#server/services.ts';
import { sampleAssessment, sampleCatalogue, sampleQuestions } from '../../support/catalogue.ts';
import { addTestPerson, makeFolder, openTestServices } from '../../support/database.ts';
import { makeAssessment, makeLessonRead } from '../../support/records.ts';

const exam = { course: 'up-202', quiz: 'ujian-akhir' };
/** The editions of the assessment: as first published, with the key of q0 corrected, and with q1 asking something else. */
const editions = { first: 'aaaaaaaaaaaaaaa2', corrected: 'bbbbbbbbbbbbbbb2', reworded: 'ccccccccccccccc2' } as const;

const first = examOf(sampleQuestions.slice(0, 4));
const corrected = examOf(first.questions.map((it) => (it.kind === 'single' ? { ...it, key: 'a' } : it)));
const reworded = examOf(
  corrected.questions.map((it) => (it.kind === 'multiple' ? { ...it, prompt: 'Lain?', key: ['b'] } : it)),
);

/** Four questions, all of them asked: three of four pass, and the course with them. */
function examOf(questions: readonly Question[]): Quiz {
  const { draw: _, ...rest } = sampleAssessment;
  return { ...rest, questions };
}

function catalogueOf(quiz: Quiz, edition: string): Catalogue {
  return {
    ...sampleCatalogue,
    quizzes: sampleCatalogue.quizzes.map((it) => (it.quiz.id === quiz.id ? { quiz, edition } : it)),
  };
}

/**
 * Siti gave what is right by the corrected key alone and passes by it, Budi what was right by the wrong one and passes no
 * more, Ani left q0 open. All three have read all lessons. `now` is the house after the corrected release.
 */
async function openHouse(folder = makeFolder()) {
  const services = await openTestServices({ folder, catalogue: catalogueOf(first, editions.first) });
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const ani = await addTestPerson(services, { login: 'ani', name: 'Ani' });
  const attempts = {
    siti: await answer(services, siti, { q0: { choice: 'a' }, q1: undefined }),
    budi: await answer(services, budi, { q0: { choice: 'b' }, q1: undefined }),
    ani: await answer(services, ani, { q0: undefined }),
  };
  const catalogue = catalogueOf(corrected, editions.corrected);
  await publishEditions(services.db, catalogue);
  return { services, now: { ...services, catalogue }, trainer, siti, budi, ani, attempts };
}

/** One attempt at the first edition, right but for what `other` says; answers its id. */
async function answer(services: Services, viewer: Viewer, other: Record<string, unknown>): Promise<string> {
  const responses = expandCases(first.questions).flatMap((question) => {
    const given = question.id in other ? other[question.id] : rightResponse(question);
    return given === undefined ? [] : [{ question: question.id, given }];
  });
  const record = makeAssessment(viewer, { responses });
  const lessons = ['biaya', 'harga'].map((lesson) => makeLessonRead(viewer, { lesson }));
  const receipts = await acceptRecords(services, viewer, [...lessons, record]);
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'recorded']);
  return record.id;
}

async function listGrades({ db }: Pick<Services, 'db'>) {
  const { rows } = await db.client.execute('SELECT * FROM grade ORDER BY graded_at, id');
  return rows.map((row) => ({ ...row }));
}

describe('after a wrong key was corrected', () => {
  test('the preview says who is affected and which results change, and writes nothing', async () => {
    const { now, siti, budi, attempts } = await openHouse();
    const before = await listGrades(now);
    const plan = await planRegrade(now, exam);
    expect(plan).toMatchObject({
      ...{ attempts: 3, participants: 3, edition: editions.corrected, corrected: ['q0'], kept: [] },
      completions: { gained: 1, lost: 1 },
    });
    expect(plan.changes).toEqual([
      expect.objectContaining({ record: attempts.siti, person: { id: siti.id, login: 'siti', name: 'Siti Aminah' } }),
      expect.objectContaining({ record: attempts.budi, person: { id: budi.id, login: 'budi', name: 'Budi' } }),
    ]);
    expect(plan.changes.map(({ before, after }) => [before.earned, after.earned, before.passed, after.passed])).toEqual(
      [
        [2, 3, false, true],
        [3, 2, true, false],
      ],
    );
    expect(await listGrades(now)).toEqual(before);
  });

  test('regrading appends grades, and results, completion, item statistics and the CSV follow them', async () => {
    const { now, trainer, siti, budi, ani, attempts } = await openHouse();
    const before = await listGrades(now);
    expect(await applyRegrade(now, await planRegrade(now, exam))).toBe(2);
    const after = await listGrades(now);
    expect(after).toHaveLength(5);
    expect(after).toEqual(expect.arrayContaining(before));
    const added = after.filter((row) => !before.some(({ id }) => id === row.id));
    expect(added).toEqual([
      expect.objectContaining({ cause: 'regrade', edition: editions.corrected }),
      expect.objectContaining({ cause: 'regrade', edition: editions.corrected }),
    ]);

    const progressOf = async (viewer: Viewer) => (await readProgress(now, viewer)).progress['up-202'];
    expect(await progressOf(siti)).toMatchObject({ completed: true });
    expect((await progressOf(siti))?.quizzes['ujian-akhir']).toMatchObject({ best: { earned: 3, passed: true } });
    expect(await progressOf(budi)).toMatchObject({ completed: false });
    expect(await progressOf(ani)).toMatchObject({ completed: true });

    const result = await findResult(now, siti, attempts.siti);
    expect(result?.grade).toMatchObject({ earned: 3, passed: true });
    expect(result?.history?.attempts).toMatchObject([{ regraded: true }]);
    // What is told as right is the corrected key, not the one that Siti was wronged by.
    expect(result?.grade.questions.find(({ question }) => question === 'q0')).toMatchObject({ right: 'Pilihan a' });

    const csv = houseCsv(await reportHouse(now, trainer));
    const rowOf = (login: string) => csv.split('\r\n').find((row) => row.includes(`;${login};`));
    expect(rowOf('siti')).toContain(';1;75;ya;');
    expect(rowOf('budi')).toContain(';1;50;belum;');
    const report = await readQuizReport(now, trainer, exam);
    expect(report.questions[0]?.statistics?.facility).toEqual({ value: 1 / 3 });
  });

  test('done twice, or by two people at once, it changes nothing more', async () => {
    const { now } = await openHouse();
    const plan = await planRegrade(now, exam);
    const rows = await Promise.all([applyRegrade(now, plan), applyRegrade(now, plan)]);
    expect(rows.sort()).toEqual([0, 2]);
    expect((await planRegrade(now, exam)).changes).toEqual([]);
    expect(await applyRegrade(now, await planRegrade(now, exam))).toBe(0);
    expect(await listGrades(now)).toHaveLength(5);
  });

  test('grades and records refuse to be edited or taken away, regraded or not', async () => {
    const { now } = await openHouse();
    await applyRegrade(now, await planRegrade(now, exam));
    for (const sql of ['UPDATE grade SET earned = 9', 'DELETE FROM grade', "UPDATE record SET flags = '[]'"]) {
      await expect(now.db.client.execute(sql)).rejects.toThrow(/append-only/);
    }
    expect(await listGrades(now)).toHaveLength(5);
  });

  test('new attempts are graded by the corrected key, and count with the regraded ones', async () => {
    const { now, siti } = await openHouse();
    await applyRegrade(now, await planRegrade(now, exam));
    const responses = corrected.questions.flatMap((it) =>
      it.kind === 'case' ? [] : [{ question: it.id, given: rightResponse(it) }],
    );
    const [receipt] = await acceptRecords(now, siti, [
      makeAssessment(siti, { edition: editions.corrected, responses }),
    ]);
    expect(receipt?.grade).toMatchObject({ earned: 4 });
    expect((await planRegrade(now, exam)).changes).toEqual([]);
  });

  test('a correction that was wrong itself is taken back the same way, by new rows', async () => {
    const { services, now, siti, attempts } = await openHouse();
    await applyRegrade(now, await planRegrade(now, exam));
    expect(await applyRegrade(services, await planRegrade(services, exam))).toBe(2);
    expect((await findResult(services, siti, attempts.siti))?.grade).toMatchObject({ earned: 2, passed: false });
    expect(await applyRegrade(now, await planRegrade(now, exam))).toBe(2);
    expect((await findResult(now, siti, attempts.siti))?.grade).toMatchObject({ earned: 3, passed: true });
    expect(await listGrades(now)).toHaveLength(9);
  });

  test('a question that asks something else by now keeps the grade of what was asked', async () => {
    const { services, attempts } = await openHouse();
    const later = { ...services, catalogue: catalogueOf(reworded, editions.reworded) };
    await publishEditions(services.db, later.catalogue);
    const plan = await planRegrade(later, exam);
    expect(plan).toMatchObject({ corrected: ['q0'], kept: ['q1'] });
    expect(plan.changes.map(({ record }) => record)).toEqual([attempts.siti, attempts.budi]);
    const q1 = plan.changes.map(({ after }) => after.questions.find(({ question }) => question === 'q1')?.earned);
    expect(q1).toEqual([0, 0]);
  });

  test('there is nothing to regrade in a quiz that is not there', async () => {
    const { now } = await openHouse();
    await expect(planRegrade(now, { ...exam, quiz: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(planRegrade(now, { ...exam, course: '__proto__' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('npm run regrade', () => {
  test('shows and writes nothing, writes when told to, and has nothing left to do the second time', async () => {
    const folder = makeFolder();
    const { now } = await openHouse(folder);
    release(folder, now.catalogue);
    const preview = regrade(folder, 'up-202/ujian-akhir', '--names');
    expect(preview).toMatchObject({ status: 0, stderr: '' });
    expect(preview.stdout.split('\n')).toEqual([
      'up-202/ujian-akhir (Ujian akhir): 3 attempts of 3 people.',
      'Keys corrected since they answered: q0.',
      'Results that change: 2 attempts of 2 people.',
      '  better 1, worse 1',
      '  now passed 1, no longer passed 1',
      '  courses completed by it 1, no longer completed 1',
      '  siti (Siti Aminah): 2 of 4 -> 3 of 4, now passed',
      '  budi (Budi): 3 of 4 -> 2 of 4, no longer passed',
      'Nothing was written. Add --apply to append the new grades.',
      '',
    ]);
    expect(await listGrades(now)).toHaveLength(3);

    const applied = regrade(folder, 'up-202/ujian-akhir', '--apply');
    expect(applied.stdout).toContain('2 new grades appended.');
    expect(applied.stdout).not.toContain('Siti');
    expect(await listGrades(now)).toHaveLength(5);

    const again = regrade(folder, 'up-202/ujian-akhir', '--apply');
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toContain('Results that change: 0 attempts of 0 people.');
    expect(await listGrades(now)).toHaveLength(5);
  }, 60_000);

  const wanted = 'write npm run regrade -- <course>/<quiz> [--names] [--apply].';
  test.each<[string, readonly string[], string]>([
    ['no quiz', [], `Name one quiz: ${wanted}`],
    ['a course alone', ['up-202'], `Name one quiz: ${wanted}`],
    ['two quizzes', ['up-202/a', 'up-202/b'], `Name one quiz: ${wanted}`],
    ['a path', ['content/courses/up-202/ujian-akhir'], `Name one quiz: ${wanted}`],
    ['a slipped option', ['up-202/ujian-akhir', '--aply'], `Unknown option '--aply': ${wanted}`],
    [
      'an option with a value',
      ['up-202/ujian-akhir', '--apply=no'],
      `Option '--apply' does not take an argument: ${wanted}`,
    ],
    ['an unknown quiz', ['up-202/ujian'], 'There is no quiz up-202/ujian in the current release.'],
  ])('given %s ends with one sentence', (_, words, sentence) => {
    const folder = makeFolder();
    release(folder, sampleCatalogue);
    expect(regrade(folder, ...words)).toMatchObject({ status: 1, stdout: '', stderr: `${sentence}\n` });
  });

  test('before anything was released ends with one sentence', () => {
    const { status, stderr } = regrade(makeFolder(), 'up-202/ujian-akhir');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Nothing is released yet: npm run release.\n' });
  });
});

/** A release of this catalogue in `folder`, without pages. */
function release(folder: string, catalogue: Catalogue): void {
  const id = 'r000001-aaaaaaaa';
  mkdirSync(join(folder, 'releases', id), { recursive: true });
  writeFileSync(join(folder, 'releases', id, 'catalogue.json'), JSON.stringify(catalogue));
  writeFileSync(join(folder, 'current.json'), JSON.stringify({ current: id, previous: null }));
}

function regrade(folder: string, ...words: readonly string[]) {
  const program = [join('src', 'cli', 'run.mjs'), 'regrade', '--data', folder];
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'test.db')}` };
  return spawnSync(process.execPath, [...program, ...words], { encoding: 'utf8', env });
}
