import { notLike } from 'drizzle-orm';
import { person } from '#db/schema.ts';
import { dayMs } from '#domain/local-date.ts';
import { attemptSeed } from '#domain/quiz/attempt-seed.ts';
import { drawnQuestions } from '#domain/quiz/drawn.ts';
import type { Role, Viewer } from '#domain/person.ts';
import { expandCases } from '#domain/question/case.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import type { AttemptRecord, LearningRecord, LessonReadRecord } from '#domain/learning/record.ts';
import { rightResponse, wrongResponse } from '#domain/question/authored.ts';
import { publishEditions } from '#server/records/editions.ts';
import { type AddedPerson, addPerson, listPersons } from '#server/people/people.ts';
import { acceptRecords } from '#server/records/accept.ts';
import type { Services } from './services.ts';
import { makeUuid } from './uuid.ts';

/** Marks every made-up person: nobody real may have such a login while a demo is to be seen. */
const mark = 'contoh.';

const people: readonly {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly skill: number;
}[] = [
  { login: 'pengurus', name: 'Bu Retno', role: 'coordinator', skill: 0 },
  { login: 'pelatih', name: 'Pak Slamet', role: 'trainer', skill: 0 },
  { login: 'wartini', name: 'Wartini', role: 'participant', skill: 1 },
  { login: 'sumiyati', name: 'Sumiyati', role: 'participant', skill: 0.9 },
  { login: 'tarno', name: 'Tarno', role: 'participant', skill: 0.7 },
  { login: 'ponirah', name: 'Ponirah', role: 'participant', skill: 0.5 },
  { login: 'agus', name: 'Agus', role: 'participant', skill: 0.3 },
  { login: 'kasmi', name: 'Kasmi', role: 'participant', skill: 0 },
];

/**
 * Fills an empty database with made-up people, marked by login and name, and with what they did; answers their secrets.
 * @throws when there are real people, or when the demo is there already
 */
export async function addDemo(services: Services): Promise<AddedPerson[]> {
  const { db, catalogue } = services;
  const real = await db.orm
    .select({ id: person.id })
    .from(person)
    .where(notLike(person.login, `${mark}%`))
    .limit(1);
  if (real.length > 0) throw new Error('There are real people in this database: the demo is only for an empty one.');
  if ((await listPersons(db)).length > 0) throw new Error('The demo is in this database already.');
  await publishEditions(db, catalogue);
  const added: AddedPerson[] = [];
  for (const house of catalogue.houses.slice(0, 1)) {
    for (const { login, name, role, skill } of people) {
      const one = await addPerson(services, { house: house.id, role, name: `${name} (contoh)`, login: mark + login });
      added.push(one);
      if (role !== 'participant') continue;
      if (skill > 0) await acceptAll(services, one.person, makeRecords(services, one.person, skill));
      else await enrollLongAgo(services, one.person);
    }
  }
  return added;
}

async function acceptAll(services: Services, viewer: Viewer, records: readonly LearningRecord[]): Promise<void> {
  const receipts = await acceptRecords(services, viewer, records);
  const refused = receipts.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined) throw new Error(`The demo is out of date: ${refused.detail}`);
}

/** Somebody who began three weeks ago and was not heard of since. */
async function enrollLongAgo({ db, catalogue }: Services, { id }: Viewer): Promise<void> {
  const since = Date.now() - 21 * dayMs;
  await db.write(
    catalogue.courses.map(({ id: course }) => ({
      sql: 'INSERT INTO enrollment (id, person, course, since, "by") VALUES (?, ?, ?, ?, ?)',
      args: [makeUuid(), id, course, since, id],
    })),
  );
}

/** The lessons a person of this skill (0–1) has read, and attempts at their practices and, near the end, the assessment. */
function makeRecords({ catalogue }: Services, viewer: Viewer, skill: number): LearningRecord[] {
  const records: LearningRecord[] = [];
  for (const course of catalogue.courses) {
    const read = course.lessons.slice(0, Math.ceil(course.lessons.length * skill));
    for (const { lesson, edition } of catalogue.lessons) {
      if (lesson.course !== course.id || !read.includes(lesson.id)) continue;
      records.push({
        ...makeBase(viewer, records.length),
        kind: 'lesson-read',
        course: course.id,
        lesson: lesson.id,
        edition,
      } satisfies LessonReadRecord);
    }
    for (const published of catalogue.quizzes) {
      const { quiz } = published;
      const isReached = quiz.id === course.assessment ? skill >= 0.3 : read.includes(quiz.id);
      if (quiz.course !== course.id || !isReached) continue;
      const times = skill < 0.5 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        records.push(makeAttempt(viewer, published, { seq: records.length, number: time, skill }));
      }
    }
  }
  return records;
}

function makeAttempt(
  viewer: Viewer,
  { quiz, edition }: PublishedQuiz,
  { seq, number, skill }: { readonly seq: number; readonly number: number; readonly skill: number },
): AttemptRecord {
  const seed = attemptSeed({ person: viewer.id, course: quiz.course, quiz: quiz.id }, number);
  const questions = expandCases(drawnQuestions(quiz, seed));
  const base = makeBase(viewer, seq);
  const responses = questions.flatMap((question, at) => {
    const given = (at + 1) / questions.length <= skill ? rightResponse(question) : wrongResponse(question);
    return given === undefined ? [] : [{ question: question.id, given }];
  });
  return {
    ...base,
    kind: 'attempt',
    course: quiz.course,
    quiz: quiz.id,
    edition,
    seed,
    startedAt: base.answeredAt,
    responses,
  };
}

function makeBase({ id: person }: Viewer, seq: number) {
  return { id: makeUuid(), person, device: 'contoh', seq, answeredAt: new Date(Date.now() - 60_000).toISOString() };
}

/** The right response; none to a kind that needs more than this. */
