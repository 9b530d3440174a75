import { expect, test } from 'vitest';
import { dayMs, localDateOf, todayOn } from '#domain/local-date.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { expandCases } from '#domain/question/case.ts';
import { listAsked, paperAnswerText } from '#domain/quiz/paper.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { enterPaper, findPaper } from '#server/cohorts/paper.ts';
import { setCohortDates } from '#server/cohorts/settings.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { publishEditions } from '#server/records/editions.ts';
import { readProgress } from '#server/records/progress.ts';
import { reportParticipant } from '#server/reports/reports.ts';
import { sampleAssessment, sampleCatalogue } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment } from '../../support/records.ts';

async function openRoom() {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(services, trainer, { id: cohort, people: [siti.id] });
  const address = { cohort, quiz: 'ujian-akhir', code: undefined as string | undefined };
  const { sheet, published } = await findPaper(services, trainer, address);
  const keys = new Map(expandCases(published.quiz.questions).map((question) => [question.id, question]));
  /** Types in a sheet on which the first `wrong` answers are wrong. */
  const enter = (wrong: number, more: { person?: string; heldOn?: string; code?: string } = {}) => {
    const asked = listAsked(sheet.questions);
    return enterPaper(services, trainer, {
      ...{ ...address, person: siti.id, heldOn: todayOn() },
      ...more,
      typedFor(id) {
        const at = asked.findIndex(({ question }) => question.id === id);
        const [question, key] = [asked[at]?.question, keys.get(id)];
        if (question === undefined || key === undefined) return '';
        return paperAnswerText(question, at < wrong ? wrongResponse(key) : rightResponse(key));
      },
    });
  };
  const grades = async () =>
    (await reportParticipant(services, trainer, siti.id)).results.map(({ grade }) => grade.ratio);
  return { services, trainer, siti, cohort, address, sheet, published, enter, grades };
}

test('a sheet becomes a graded attempt of its person, with who typed it in, and counts like any other', async () => {
  const { services, trainer, siti, enter } = await openRoom();
  expect(await enter(0)).toEqual(new Map());
  const { rows } = await services.db.client.execute('SELECT person, "by", device, flags FROM record');
  expect(rows).toMatchObject([{ person: siti.id, by: trainer.id, device: 'kertas', flags: '[]' }]);
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']?.quizzes['ujian-akhir']).toMatchObject({ attempts: 1, best: { ratio: 1, passed: true } });
  const [attempt] = (await reportParticipant(services, trainer, siti.id)).results;
  expect(attempt?.paper).toEqual({ by: 'Pak Slamet', replaced: false });
});

test('the same sheet again is one attempt, and a mended one takes the place of the wrong one', async () => {
  const { services, siti, enter, grades } = await openRoom();
  await enter(6);
  await enter(6);
  expect(await grades()).toHaveLength(1);
  await enter(0);
  const { progress } = await readProgress(services, siti);
  expect(progress['up-202']?.quizzes['ujian-akhir']).toMatchObject({ attempts: 1, best: { passed: true } });
  await enter(6);
  expect((await readProgress(services, siti)).progress['up-202']?.quizzes['ujian-akhir']?.best.passed).toBe(false);
  expect(await grades()).toHaveLength(3);
});

test('a sheet that was printed before the quiz changed is read as it was printed', async () => {
  const { services, trainer, sheet, address, enter } = await openRoom();
  const changed = { quiz: { ...sampleAssessment, draw: 3 }, edition: 'bbbbbbbbbbbbbbb2' };
  const quizzes = [...sampleCatalogue.quizzes.filter(({ quiz }) => quiz.id !== 'ujian-akhir'), changed];
  const later = { ...services, catalogue: { ...sampleCatalogue, quizzes } };
  await publishEditions(services.db, later.catalogue);
  expect((await findPaper(later, trainer, address)).sheet.questions).toHaveLength(3);
  expect((await findPaper(later, trainer, { ...address, code: sheet.code })).sheet).toEqual(sheet);
  await expect(findPaper(later, trainer, { ...address, code: '1-99999999' })).rejects.toMatchObject({
    detail: 'sheet',
  });
  await enter(0, { code: sheet.code });
});

test('says what cannot be read, who is not in the room and which day cannot be', async () => {
  const { services, trainer, siti, address, sheet, enter } = await openRoom();
  const errors = await enterPaper(services, trainer, {
    ...{ ...address, person: siti.id, heldOn: todayOn() },
    typedFor: () => 'ZZ',
  });
  const typed = listAsked(sheet.questions).filter(({ question }) => question.kind !== 'short-text');
  expect([...errors.keys()].toSorted()).toEqual(typed.map(({ question }) => question.id).toSorted());
  const other = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const tomorrow = localDateOf(Date.now() + dayMs);
  await expect(enter(0, { person: other.id })).rejects.toMatchObject({ detail: 'paper_person' });
  await expect(enter(0, { heldOn: '2026-02-31' })).rejects.toMatchObject({ detail: 'paper_date' });
  await expect(enter(0, { heldOn: tomorrow })).rejects.toMatchObject({ detail: 'paper_early' });
  const empty = { ...address, person: siti.id, heldOn: todayOn(), typedFor: () => '' };
  await expect(enterPaper(services, trainer, empty)).rejects.toMatchObject({ detail: 'paper_empty' });
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM record');
  expect(Number(rows[0]?.n)).toBe(0);
});

test('no phone can say that its attempt was on paper', async () => {
  const { services, trainer, siti } = await openRoom();
  const record = { ...makeAssessment(siti, { device: 'kertas' }), by: trainer.id };
  expect(await acceptRecords(services, siti, [record])).toMatchObject([{ outcome: 'recorded' }]);
  const { rows } = await services.db.client.execute('SELECT "by" FROM record');
  expect(rows).toMatchObject([{ by: null }]);
});

test('a sheet outside the cohort’s dates is graded and flagged', async () => {
  const { services, trainer, siti, cohort, enter } = await openRoom();
  const dates = { opensOn: undefined, closesOn: localDateOf(Date.now() - 3 * dayMs) };
  await setCohortDates(services, trainer, { id: cohort, dates });
  await enter(0);
  const [attempt] = (await reportParticipant(services, trainer, siti.id)).results;
  expect(attempt?.flags).toEqual(['late']);
});
