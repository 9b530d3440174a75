import { and, eq, inArray } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import { findBaseline } from '#domain/course/catalogue.ts';
import { compareNames } from '#domain/person/name-order.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases } from '#domain/question/case.ts';
import { type BaselineForm, baselineForms } from '#domain/quiz/draw/baseline-forms.ts';
import { lessonsOf } from '#domain/quiz/draw/drawn.ts';
import { comparePairs, type PairedSummary, type RightOf } from '#domain/statistics/paired.ts';
import type { Cohort } from '#server/cohorts/cohort-rows.ts';
import { type CohortPerson, findCohortDetail } from '#server/cohorts/cohorts.ts';
import { type AnsweredAttempt, listAnswered } from '#server/records/graded.ts';
import type { CourseServices } from '#server/services.ts';

/** A cohort before and after its course. */
export interface BeforeAfter {
  readonly cohort: Cohort;
  /** By name, with what they had right in each form; undefined where they did not do it. */
  readonly people: readonly (CohortPerson & { readonly [form in BaselineForm]: RightOf | undefined })[];
  readonly summary: PairedSummary;
  /** By lesson in course order, over those who did both: answers that were right, of all that were asked for. */
  readonly lessons: readonly { readonly title: string; readonly before: RightOf; readonly after: RightOf }[];
}

/**
 * The paired comparison of a cohort of the viewer's house.
 * @throws Refusal unauthenticated, forbidden, not_found (cohort)
 */
export async function readBeforeAfter(
  services: CourseServices,
  asked: Viewer | undefined,
  id: string,
): Promise<BeforeAfter> {
  const { people, others: _, ...cohort } = await findCohortDetail(services, asked, id);
  const [before, after] = await Promise.all([
    readForm(services, cohort, { form: 'before', people }),
    readForm(services, cohort, { form: 'after', people }),
  ]);
  const both = people.filter((person) => before.has(person.id) && after.has(person.id));
  const pairs = both.flatMap((person) => {
    const [one, other] = [before.get(person.id), after.get(person.id)];
    return one && other ? [{ before: rightOf(one), after: rightOf(other) }] : [];
  });
  const attemptsOf = (form: ReadonlyMap<string, AnsweredAttempt>) =>
    both.flatMap((person) => form.get(person.id) ?? []);
  return {
    cohort,
    people: people.toSorted(compareNames).map((person) => ({
      ...person,
      before: toRight(before.get(person.id)),
      after: toRight(after.get(person.id)),
    })),
    summary: comparePairs(pairs),
    lessons: sumLessons(services, cohort.course, { before: attemptsOf(before), after: attemptsOf(after) }),
  };
}

/** The sheet of one form that counts of each person: the newest that was not typed wrong. */
async function readForm(
  { db }: CourseServices,
  { course }: Cohort,
  { form, people }: { readonly form: BaselineForm; readonly people: readonly CohortPerson[] },
): Promise<ReadonlyMap<string, AnsweredAttempt>> {
  const ofPeople = inArray(
    record.person,
    people.map((person) => person.id),
  );
  const atForm = and(eq(record.course, course), eq(record.name, baselineForms[form]), eq(record.kind, 'attempt'));
  const attempts = await listAnswered(db, and(ofPeople, atForm));
  return new Map(attempts.filter(({ admitted }) => admitted !== false).map((attempt) => [attempt.person.id, attempt]));
}

function rightOf({ grade: { questions } }: AnsweredAttempt): RightOf {
  return { right: questions.filter(({ earned, possible }) => earned >= possible).length, of: questions.length };
}

function toRight(attempt: AnsweredAttempt | undefined): RightOf | undefined {
  return attempt && rightOf(attempt);
}

function sumLessons(
  { catalogue }: CourseServices,
  course: string,
  attempts: Readonly<Record<BaselineForm, readonly AnsweredAttempt[]>>,
): BeforeAfter['lessons'] {
  const titles = catalogue.lessons.filter(({ lesson }) => lesson.course === course).map(({ lesson }) => lesson);
  return titles.flatMap(({ id, title }) => {
    const sumOf = (form: BaselineForm): RightOf => {
      const bank = findBaseline(catalogue, course, baselineForms[form])?.quiz;
      const asked = new Set(
        bank?.questions
          .filter((question) => lessonsOf(question)[0] === id)
          .flatMap((question) => expandCases([question]).map((it) => it.id)),
      );
      const grades = attempts[form].flatMap(({ grade }) =>
        grade.questions.filter(({ question }) => asked.has(question)),
      );
      return { right: grades.filter(({ earned, possible }) => earned >= possible).length, of: grades.length };
    };
    const [before, after] = [sumOf('before'), sumOf('after')];
    return before.of === 0 && after.of === 0 ? [] : [{ title, before, after }];
  });
}
