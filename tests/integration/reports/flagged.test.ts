import { expect, test } from 'vitest';
import { findQuiz } from '#domain/course/catalogue.ts';
import { dayMs, localDateOf } from '#domain/local-date.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { acceptRecords } from '#server/records/intake/accept.ts';
import { recordPaper } from '#server/records/intake/paper.ts';
import { readGlance } from '#server/reports/glance.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';
import { makePractice } from '../../support/records.ts';

test('an attempt that was days on its way is told of in its class, and neither a prompt one nor one from paper', async () => {
  const services = await openTestServices();
  const slamet = await addTestPerson(services, { login: 'slamet', role: 'trainer', name: 'Pak Slamet' });
  const [siti, budi, tini] = [
    await addTestPerson(services),
    await addTestPerson(services, { login: 'budi', name: 'Budi' }),
    await addTestPerson(services, { login: 'tini', name: 'Tini' }),
  ];
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, slamet, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(services, slamet, { id: cohort, people: [siti.id, budi.id, tini.id] });
  const before = Date.now() - 10 * dayMs;
  const answeredAt = new Date(before).toISOString();
  await acceptRecords(services, siti, [makePractice(siti, { answeredAt, startedAt: answeredAt })]);
  await acceptRecords(services, budi, [makePractice(budi)]);
  const { quiz, seed, responses } = makePractice(tini);
  const published = findQuiz(services.catalogue, 'up-202', quiz);
  if (published === undefined) throw new Error('no such quiz');
  const typed = { person: tini.id, published, seed, heldOn: localDateOf(before), responses };
  await recordPaper(services, slamet.id, typed);

  const { flagged } = await readGlance(services, slamet, cohort);
  expect(flagged.filter(({ belated }) => belated)).toMatchObject([{ person: siti.id, answeredAt: before, flags: [] }]);
  expect(flagged.map(({ person }) => person)).not.toContain(budi.id);
});
