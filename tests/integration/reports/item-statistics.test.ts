import { describe, expect, test } from 'vitest';
import { readQuizReport } from '#server/reports/item-statistics.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makeAssessment, makePractice } from '../../support/records.ts';

const practice = { course: 'up-202', quiz: 'biaya' };

async function openHouse() {
  const services = await openTestServices();
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const stranger = await addTestPerson(services, { login: 'jauh', name: 'Jauh', house: 'tracap' });
  return { services, trainer, siti, budi, stranger };
}

describe('the item analysis of a quiz', () => {
  test('counts the first attempt of each participant of the house, and nobody else', async () => {
    const { services, trainer, siti, budi, stranger } = await openHouse();
    await acceptRecords(services, siti, [makePractice(siti), makePractice(siti, { responses: [] })]);
    await acceptRecords(services, budi, [
      makePractice(budi, { responses: [{ question: 'q0', given: { choice: 'a' } }] }),
    ]);
    await acceptRecords(services, stranger, [makePractice(stranger, { responses: [] })]);
    await acceptRecords(services, trainer, [makePractice(trainer)]);
    const { participants, mean, questions } = await readQuizReport(services, trainer, practice);
    expect(participants).toBe(2);
    expect(mean).toEqual({ value: 0.5 });
    expect(questions.map(({ number, question }) => `${number} ${question.id}`)).toEqual([
      '1 q0',
      '2 q1',
      '3 q2',
      '4 q3',
    ]);
    expect(questions[0]?.counts).toMatchObject({ right: 1, wrong: 1, unanswered: 0 });
    expect(questions[0]?.counts.answers.map(({ count }) => count)).toEqual([1, 1, 0]);
    expect(questions[1]?.counts).toMatchObject({ right: 1, wrong: 0, unanswered: 1 });
  });

  test('is honest about a small group', async () => {
    const { services, trainer, siti } = await openHouse();
    await acceptRecords(services, siti, [makePractice(siti)]);
    const { alpha, questions } = await readQuizReport(services, trainer, practice);
    expect(alpha).toEqual({ problem: 'too_few', participants: 1 });
    expect(questions[0]?.statistics?.discrimination).toEqual({ problem: 'too_few', participants: 1 });
  });

  test('names questions of a bank that nobody has drawn yet', async () => {
    const { services, trainer, siti } = await openHouse();
    await acceptRecords(services, siti, [makeAssessment(siti)]);
    const { questions } = await readQuizReport(services, trainer, { course: 'up-202', quiz: 'ujian-akhir' });
    expect(questions).toHaveLength(10);
    expect(questions.filter(({ statistics }) => statistics === undefined)).toHaveLength(4);
  });

  test('of a quiz that nobody did is empty', async () => {
    const { services, trainer } = await openHouse();
    expect(await readQuizReport(services, trainer, practice)).toMatchObject({
      participants: 0,
      mean: { problem: 'too_few' },
    });
  });

  test('is closed to participants and strangers, and there is none of an unknown quiz', async () => {
    const { services, trainer, siti } = await openHouse();
    await expect(readQuizReport(services, undefined, practice)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(readQuizReport(services, siti, practice)).rejects.toMatchObject({ code: 'forbidden' });
    for (const wanted of [
      { ...practice, quiz: 'x' },
      { ...practice, course: 'x' },
    ]) {
      await expect(readQuizReport(services, trainer, wanted)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
