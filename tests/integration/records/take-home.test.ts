import { expect, test } from 'vitest';
import { practiceMark, writeResultCode } from '#domain/learning/result-code.ts';
import { Refusal } from '#domain/refusal.ts';
import { printCards } from '#server/people/cards.ts';
import { erasePerson } from '#server/people/own-data/erasure.ts';
import { readProgress } from '#server/records/progress.ts';
import { acceptHomeResults, readHomeResults } from '#server/records/take-home.ts';
import { reportParticipant } from '#server/reports/reports.ts';
import { samplePractice } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const { course, id: practice } = samplePractice;

async function openHouse() {
  const services = await openTestServices();
  const wartini = await addTestPerson(services, { login: 'wartini', role: 'coordinator', name: 'Bu Wartini' });
  const trainer = await addTestPerson(services, { login: 'tono', role: 'trainer', name: 'Pak Tono' });
  const siti = await addTestPerson(services);
  const number = (await printCards(services, wartini, [siti.id]))[0]?.number ?? 0;
  const codeOf = (steps: readonly (number | undefined)[], more: { number?: number; mark?: number } = {}) =>
    writeResultCode({ mark: practiceMark(course, [practice]), number, steps, ...more });
  return { services, trainer, siti, number, codeOf };
}

test('a code that a trainer takes in counts as practised, says who took it in, and completes nothing', async () => {
  const { services, trainer, siti, codeOf } = await openHouse();
  const text = `Hasil belajar UP-202: ${codeOf([31])}`;
  const { reports, wrong } = await readHomeResults(services, trainer, text);
  expect(wrong).toEqual([]);
  expect(reports).toMatchObject([
    { person: { name: 'Siti Aminah' }, course: { id: course }, practices: [{ steps: 31 }] },
  ]);
  expect((await readProgress(services, siti)).progress).toEqual({});

  expect(await acceptHomeResults(services, trainer, text)).toBe(1);
  const { progress } = await readProgress(services, siti);
  expect(progress[course]).toMatchObject({
    quizzes: { [practice]: { best: { ratio: 1, passed: true }, attempts: 1 } },
  });
  expect(progress[course]?.completed).toBe(false);
  const { results } = await reportParticipant(services, trainer, siti.id);
  expect(results).toMatchObject([{ quiz: practice, isFromHome: true, paper: { by: 'Pak Tono' } }]);
});

test('the same code again changes nothing, a better one counts, a worse one does not', async () => {
  const { services, trainer, siti, codeOf } = await openHouse();
  const best = async () => (await readProgress(services, siti)).progress[course]?.quizzes[practice]?.best.ratio;
  expect(await acceptHomeResults(services, trainer, `${codeOf([10])}\n\n${codeOf([10])}`)).toBe(1);
  expect(await acceptHomeResults(services, trainer, codeOf([10]))).toBe(0);
  const first = await best();
  expect(await acceptHomeResults(services, trainer, codeOf([31]))).toBe(1);
  expect(await best()).toBe(1);
  expect(first).toBeLessThan(1);
  expect(await acceptHomeResults(services, trainer, codeOf([0]))).toBe(1);
  expect(await best()).toBe(1);
});

test('a line that cannot be is named, and then none is taken in', async () => {
  const { services, trainer, siti, number, codeOf } = await openHouse();
  const other = await addTestPerson(services, { login: 'jauh', house: 'tracap' });
  const good = codeOf([31]);
  const lines = [
    good,
    good.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
    codeOf([31], { mark: practiceMark('lain', [practice]) }),
    codeOf([31], { number: number + 1 }),
    codeOf([31, 31]),
    codeOf([]),
    'halo',
  ];
  const { wrong } = await readHomeResults(services, trainer, lines.join('\n'));
  expect(wrong.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'slip'],
    [3, 'course'],
    [4, 'number'],
    [5, 'assessment'],
    [6, 'assessment'],
    [7, 'slip'],
  ]);
  await expect(acceptHomeResults(services, trainer, lines.join('\n'))).rejects.toMatchObject({ detail: 'wrong_codes' });
  for (const person of [siti, other]) expect((await readProgress(services, person)).progress).toEqual({});
});

test('only staff take codes in, and only of their own house', async () => {
  const { services, siti, codeOf } = await openHouse();
  const stranger = await addTestPerson(services, { login: 'retno', role: 'trainer', house: 'tracap' });
  await expect(acceptHomeResults(services, undefined, codeOf([31]))).rejects.toBeInstanceOf(Refusal);
  await expect(acceptHomeResults(services, siti, codeOf([31]))).rejects.toMatchObject({ code: 'forbidden' });
  const { wrong } = await readHomeResults(services, stranger, codeOf([31]));
  expect(wrong).toEqual([{ line: 1, problem: 'number' }]);
});

test('nothing, and far too much, is refused in one word', async () => {
  const { services, trainer, codeOf } = await openHouse();
  await expect(readHomeResults(services, trainer, ' \n ')).rejects.toMatchObject({ detail: 'no_codes' });
  const many = Array.from({ length: 101 }, () => codeOf([31])).join('\n');
  await expect(readHomeResults(services, trainer, many)).rejects.toMatchObject({ detail: 'too_many_codes' });
});

test('erasing a person takes what was taken in along', async () => {
  const { services, trainer, codeOf } = await openHouse();
  await acceptHomeResults(services, trainer, codeOf([31]));
  await erasePerson(services.db, 'siti', 'test');
  const { rows } = await services.db.client.execute('SELECT count(*) AS n FROM record');
  expect(rows[0]?.n).toBe(0);
});
