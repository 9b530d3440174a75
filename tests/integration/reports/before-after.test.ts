import { expect, test } from 'vitest';
import { todayOn } from '#domain/local-date.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { expandCases } from '#domain/question/case.ts';
import { baselineForms, dealBaseline } from '#domain/quiz/draw/baseline-forms.ts';
import { listAsked, paperAnswerText } from '#domain/quiz/paper.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import { createCohort } from '#server/cohorts/cohorts.ts';
import { addToCohort } from '#server/cohorts/members.ts';
import { enterPaper, findPaper, listPaperQuizzes } from '#server/cohorts/paper.ts';
import { readProgress } from '#server/records/progress.ts';
import { readBeforeAfter } from '#server/reports/before-after.ts';
import { reportPeople } from '#server/reports/participants.ts';
import { sampleAssessment, sampleCatalogue, sampleQuestions } from '../../support/catalogue.ts';
import { addTestPerson, openTestServices } from '../../support/database.ts';

const { draw: _, ...plain } = sampleAssessment;
const bank: Quiz = {
  ...plain,
  id: 'uji-awal',
  questions: sampleQuestions.slice(0, 8).map((question, at) => ({ ...question, read: at < 4 ? 'biaya' : 'harga' })),
};
const forms = dealBaseline(bank, { before: 'Sebelum', after: 'Sesudah' });
const catalogue = {
  ...sampleCatalogue,
  baselines: [
    { quiz: forms.before, edition: 'eeeeeeeeeeeeeee1' },
    { quiz: forms.after, edition: 'eeeeeeeeeeeeeee2' },
  ],
};

async function openRoom() {
  const services = await openTestServices({ catalogue });
  const trainer = await addTestPerson(services, { login: 'pelatih', role: 'trainer', name: 'Pak Slamet' });
  const siti = await addTestPerson(services);
  const budi = await addTestPerson(services, { login: 'budi', name: 'Budi' });
  const dates = { opensOn: undefined, closesOn: undefined };
  const cohort = await createCohort(services, trainer, { course: 'up-202', name: 'Januari', dates });
  await addToCohort(services, trainer, { id: cohort, people: [siti.id, budi.id] });
  /** Types in a sheet on which only the first `right` questions are answered, and those rightly. */
  const enter = async (person: string, form: keyof typeof baselineForms, right: number) => {
    const address = { cohort, quiz: baselineForms[form], code: undefined };
    const { sheet } = await findPaper(services, trainer, address);
    const keys = new Map(expandCases(bank.questions).map((question) => [question.id, question]));
    const known = new Map(
      listAsked(sheet.questions)
        .slice(0, right)
        .map(({ question }) => [question.id, question]),
    );
    await enterPaper(services, trainer, {
      ...{ ...address, person, heldOn: todayOn() },
      typedFor(id) {
        const [question, key] = [known.get(id), keys.get(id)];
        return question && key ? paperAnswerText(question, rightResponse(key)) : '';
      },
    });
  };
  return { services, trainer, siti, budi, cohort, enter };
}

test('a cohort is compared in pairs, by person and by lesson, and who did one form alone is named', async () => {
  const { services, trainer, siti, budi, cohort, enter } = await openRoom();
  await enter(siti.id, 'before', 1);
  await enter(siti.id, 'after', 4);
  await enter(budi.id, 'before', 2);
  const report = await readBeforeAfter(services, trainer, cohort);
  expect(report.summary).toMatchObject({ pairs: 1, more: 1, clear: false, mean: undefined });
  expect(report.people.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Budi', { right: 2, of: 4 }, undefined],
    ['Siti Aminah', { right: 1, of: 4 }, { right: 4, of: 4 }],
  ]);
  expect(report.lessons.map(({ title, after }) => [title, after])).toEqual([
    ['biaya', { right: 2, of: 2 }],
    ['harga', { right: 2, of: 2 }],
  ]);
});

test('a sheet that was typed again counts once, and neither form counts for progress or asks for help', async () => {
  const { services, trainer, siti, cohort, enter } = await openRoom();
  for (const right of [3, 1, 2]) await enter(siti.id, 'before', right);
  const { people } = await readBeforeAfter(services, trainer, cohort);
  expect(people.find(({ id }) => id === siti.id)?.before).toEqual({ right: 2, of: 4 });
  expect((await readProgress(services, siti)).progress['up-202']?.quizzes).toEqual({});
  const [report] = await reportPeople(services, [siti]);
  expect(report?.needsHelp).toEqual([]);
});

test('both forms are among the papers of a cohort, and another house sees nothing', async () => {
  const { services, siti, cohort } = await openRoom();
  expect(listPaperQuizzes(services, 'up-202').map(({ id }) => id)).toEqual([
    ...['uji-sebelum', 'biaya', 'ujian-akhir', 'uji-sesudah'],
  ]);
  const far = await addTestPerson(services, { login: 'jauh', role: 'trainer', house: 'tracap', name: 'Jauh' });
  await expect(readBeforeAfter(services, far, cohort)).rejects.toMatchObject({ code: 'not_found' });
  await expect(readBeforeAfter(services, siti, cohort)).rejects.toMatchObject({ code: 'forbidden' });
});
