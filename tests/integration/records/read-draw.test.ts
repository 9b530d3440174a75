import { expect, test } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Question } from '#domain/question/question.ts';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { drawnQuestions, lessonsOf } from '#domain/quiz/draw/drawn.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { withRead } from '#domain/quiz/draw/read-seed.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { newAttempt } from '#server/records/intake/attempts.ts';
import { sampleAssessment, sampleCatalogue, sampleEditions } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAttempt, makeLessonRead } from '../../support/records.ts';

/** Five questions about "biaya", three about "harga", two about neither. */
const questions = sampleAssessment.questions.map((question, at): Question => {
  const read = at < 5 ? 'biaya' : at < 8 ? 'harga' : undefined;
  return read === undefined ? question : { ...question, read };
});
const exam: Quiz = { ...sampleAssessment, draw: 5, drawRule: 'by-read-lesson', questions };
const edition = sampleEditions.assessment;
const catalogue: Catalogue = {
  ...sampleCatalogue,
  quizzes: sampleCatalogue.quizzes.map((it) => (it.quiz.id === exam.id ? { quiz: exam, edition } : it)),
};
const aboutOf = (seed: string) => new Set(drawnQuestions(exam, seed).flatMap(lessonsOf));

test('an attempt that is about the lessons read is recorded without a word, also where both arrive together', async () => {
  const services = await openTestServices({ catalogue });
  const siti = await addTestPerson(services);
  const seed = seedFor(siti.id, ['harga']);
  expect(aboutOf(seed)).toEqual(new Set(['harga']));
  const read = makeLessonRead(siti, { lesson: 'harga' });
  const receipts = await acceptRecords(services, siti, [read, makeAttempt(siti, exam, { edition, seed })]);
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
  expect(receipts[1]?.grade).toMatchObject({ earned: 5, possible: 5 });
  expect(await flagsOf(services, siti.id)).toEqual([[]]);
});

test('a seed that claims what the server has not heard of is graded, and a trainer is told', async () => {
  const services = await openTestServices({ catalogue });
  const siti = await addTestPerson(services);
  await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'biaya' })]);
  const claims = seedFor(siti.id, ['harga']);
  const [receipt] = await acceptRecords(services, siti, [makeAttempt(siti, exam, { edition, seed: claims })]);
  expect(receipt).toMatchObject({ outcome: 'recorded', grade: { earned: 5, possible: 5 } });
  const nothingSound = `${attemptSeed({ person: siti.id, course: exam.course, quiz: exam.id }, 1)}-r9`;
  await acceptRecords(services, siti, [makeAttempt(siti, exam, { edition, seed: nothingSound })]);
  expect(await flagsOf(services, siti.id)).toEqual([['own_draw'], ['own_draw']]);
});

test('what somebody else has read counts for nobody', async () => {
  const services = await openTestServices({ catalogue });
  const [siti, tini] = [await addTestPerson(services), await addTestPerson(services, { login: 'tini' })];
  await acceptRecords(services, tini, [makeLessonRead(tini, { lesson: 'harga' })]);
  await acceptRecords(services, siti, [makeAttempt(siti, exam, { edition, seed: seedFor(siti.id, ['harga']) })]);
  expect(await flagsOf(services, siti.id)).toEqual([['own_draw']]);
});

test('the form without a script draws by what the server knows to be read', async () => {
  const services = await openTestServices({ catalogue });
  const siti = await addTestPerson(services);
  const draw = async () => (await newAttempt(services, siti, { quiz: exam, number: 0 })).seed;
  expect(await draw()).toBe(seedFor(siti.id, []));
  await acceptRecords(services, siti, [makeLessonRead(siti, { lesson: 'biaya' })]);
  expect(await draw()).toBe(seedFor(siti.id, ['biaya']));
  const nobody = await newAttempt(services, undefined, { quiz: exam, number: 0 });
  expect(nobody.seed).toBe(seedFor('', []));
});

function seedFor(person: string, read: readonly string[], number = 0): string {
  const seed = attemptSeed({ person, course: exam.course, quiz: exam.id }, number);
  return withRead(seed, ['biaya', 'harga'], (lesson) => read.includes(lesson));
}

async function flagsOf(services: Awaited<ReturnType<typeof openTestServices>>, person: string) {
  const { rows } = await services.db.client.execute({
    sql: "SELECT flags FROM record WHERE person = ? AND kind = 'attempt' ORDER BY ordinal",
    args: [person],
  });
  return rows.map(({ flags }) => JSON.parse(String(flags)) as unknown);
}
