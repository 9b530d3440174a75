import { mergeRows } from '#db/row-groups.ts';
import type { Course } from '#domain/course/course.ts';
import { listPractices } from '#domain/course/practices.ts';
import { mostSteps, practiceMark, readResultCode } from '#domain/learning/result-code.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases } from '#domain/question/case.ts';
import { type Grade, ratioOf } from '#domain/quiz/grading.ts';
import { type PublishedQuiz, type Quiz, reaches } from '#domain/quiz/quiz.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import type { CourseServices, DataServices } from '#server/services.ts';
import { derivedUuid } from '#server/uuid.ts';
import { recordStatements, type StoredSound, takeHomeDevice } from '#server/records/intake/record-rows.ts';

/** At most so many codes at once: more than a class. */
export const mostCodes = 100;

/** What a code says, with whose it is. */
export interface HomeReport {
  readonly line: number;
  readonly person: { readonly id: string; readonly name: string };
  readonly number: number;
  readonly course: Course;
  readonly practices: readonly { readonly practice: PublishedQuiz; readonly steps: number }[];
}

/** Why a line is no report of anybody's here. */
export interface WrongLine {
  readonly line: number;
  readonly problem: 'slip' | 'course' | 'number' | 'assessment';
}

/**
 * Reads codes, one a line; words before a colon are passed over. Of people the viewer's house alone is looked at.
 * @throws Refusal unauthenticated, forbidden; invalid (`no_codes`, `too_many_codes`)
 */
export async function readHomeResults(
  services: CourseServices,
  asked: Viewer | undefined,
  text: string,
): Promise<{ readonly reports: readonly HomeReport[]; readonly wrong: readonly WrongLine[] }> {
  const { house } = requireStaff(asked);
  const lines = text
    .split('\n')
    .map((code, at) => ({ line: at + 1, code: code.slice(code.lastIndexOf(':') + 1).trim() }))
    .filter(({ code }) => code !== '');
  if (lines.length === 0) throw new Refusal('invalid', 'no_codes');
  if (lines.length > mostCodes) throw new Refusal('invalid', 'too_many_codes');
  const read = lines.map(({ line, code }) => ({ line, result: readResultCode(code) }));
  const people = await findByNumber(
    services,
    house,
    read.flatMap(({ result }) => result?.number ?? []),
  );
  const courses = courseMarks(services);
  const reports: HomeReport[] = [];
  const wrong: WrongLine[] = [];
  for (const { line, result } of read) {
    const known = result && courses.get(result.mark);
    const person = result && people.get(result.number);
    if (result === undefined) wrong.push({ line, problem: 'slip' });
    else if (known === undefined) wrong.push({ line, problem: 'course' });
    else if (person === undefined) wrong.push({ line, problem: 'number' });
    else {
      const done = result.steps.flatMap((steps, at) =>
        steps === undefined ? [] : [{ practice: known.practices[at], steps }],
      );
      const practices = done.flatMap(({ practice, steps }) => (practice === undefined ? [] : [{ practice, steps }]));
      if (practices.length < done.length || done.length === 0) wrong.push({ line, problem: 'assessment' });
      else reports.push({ line, person, number: result.number, course: known.course, practices });
    }
  }
  return { reports, wrong };
}

/**
 * Takes in what the codes say, with who did so; all lines or none. What was taken in before changes nothing. Answers how many
 * results are new.
 * @throws as `readHomeResults`; invalid (`wrong_codes`)
 */
export async function acceptHomeResults(
  services: CourseServices,
  asked: Viewer | undefined,
  text: string,
): Promise<number> {
  const viewer = requireStaff(asked);
  const { reports, wrong } = await readHomeResults(services, viewer, text);
  if (wrong.length > 0) throw new Refusal('invalid', 'wrong_codes');
  const now = Date.now();
  const sound = reports.flatMap(({ person, practices }) =>
    practices.map((it) => soundOf(person.id, it, { by: viewer.id, now })),
  );
  const unique = [...new Map(sound.map((it) => [it.record.id, it])).values()];
  const [added] = await services.db.write(mergeRows(recordStatements(unique, now)));
  return added?.rows.length ?? 0;
}

function soundOf(
  person: string,
  { practice: { quiz, edition }, steps }: HomeReport['practices'][number],
  { by, now }: { readonly by: string; readonly now: number },
): StoredSound {
  return {
    record: {
      id: derivedUuid('take-home', person, quiz.course, quiz.id, String(steps)),
      kind: 'take-home',
      person,
      device: takeHomeDevice,
      seq: steps,
      answeredAt: new Date(now).toISOString(),
      course: quiz.course,
      quiz: quiz.id,
      edition,
      steps,
    },
    flags: [],
    by,
    graded: { quiz, rules: quiz, grade: gradeOf(quiz, steps) },
  };
}

/** Steps as points of the practice; only all steps are all points. */
function gradeOf(quiz: Quiz, steps: number): Grade {
  const possible = expandCases(quiz.questions).reduce((sum, { points }) => sum + points, 0);
  const nearest = Math.round((steps / mostSteps) * possible);
  const earned = steps === mostSteps ? possible : Math.max(0, Math.min(nearest, possible - 1));
  const ratio = ratioOf(earned, possible);
  return { earned, possible, ratio, passed: reaches(ratio, quiz.pass), questions: [] };
}

function courseMarks({ catalogue }: Pick<CourseServices, 'catalogue'>) {
  return new Map(
    catalogue.courses.map((course) => {
      const practices = listPractices(catalogue, course);
      return [
        practiceMark(
          course.id,
          practices.map(({ quiz }) => quiz.id),
        ),
        { course, practices },
      ] as const;
    }),
  );
}

/** Participants of the house by the numbers on their cards. */
async function findByNumber(
  { db }: DataServices,
  house: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, HomeReport['person']>> {
  const { rows } = await db.client.execute({
    sql: `SELECT DISTINCT card.number, person.id, person.name
      FROM json_each(?) AS item CROSS JOIN card ON card.house = ? AND card.number = item.value
      JOIN person ON person.id = card.person
      WHERE person.house = card.house AND person.role = 'participant' AND person.deactivated_at IS NULL`,
    args: [JSON.stringify([...new Set(numbers)]), house],
  });
  return new Map(rows.map(({ number, id, name }) => [Number(number), { id: String(id), name: String(name) }]));
}
