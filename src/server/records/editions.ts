import type { Database, Statement } from '#db/client.ts';
import { type Catalogue, findLesson, findQuiz } from '#domain/course/catalogue.ts';
import type { PublishedQuiz, Quiz } from '#domain/quiz/quiz.ts';
import type { CourseServices } from '#server/services.ts';

/** Keeps every quiz and lesson of a release for ever, before the release is served: old phones are graded under them. */
export async function publishEditions(db: Database, catalogue: Catalogue): Promise<void> {
  const now = Date.now();
  await db.write([
    ...[...catalogue.quizzes, ...(catalogue.baselines ?? [])].map(({ quiz, edition }) =>
      publish({ kind: 'quiz', ...quiz, edition, body: quiz, now }),
    ),
    ...catalogue.lessons.map(({ lesson, edition }) =>
      publish({ kind: 'lesson', ...lesson, edition, body: lesson, now }),
    ),
  ]);
}

/** Whether this computer's clock says a time before something that was published here: its battery is empty. */
export async function isClockBehind(db: Database, now: number): Promise<boolean> {
  const { rows } = await db.client.execute('SELECT max(published_at) AS newest FROM edition');
  return now < Number(rows[0]?.newest ?? 0);
}

/** A quiz as it was published under this edition, whether it is current or not; undefined when it never was. */
export async function findQuizEdition(
  { db, catalogue }: CourseServices,
  course: string,
  quiz: string,
  edition: string,
): Promise<Quiz | undefined> {
  const current = findQuiz(catalogue, course, quiz);
  if (current?.edition === edition) return current.quiz;
  const body = await readEdition(db, ['quiz', course, quiz, edition]);
  return body === undefined ? undefined : (JSON.parse(body) as Quiz);
}

/** The newest edition of a quiz that begins with these signs; undefined when there is none. */
export async function findEditionBy(
  services: CourseServices,
  current: PublishedQuiz,
  beginning: string,
): Promise<PublishedQuiz | undefined> {
  if (current.edition.startsWith(beginning)) return current;
  const { course, id } = current.quiz;
  const { rows } = await services.db.client.execute({
    sql: `SELECT edition, body FROM edition WHERE kind = 'quiz' AND course = ? AND name = ? AND edition >= ? AND edition < ?
      ORDER BY published_at DESC LIMIT 1`,
    args: [course, id, beginning, `${beginning}g`],
  });
  const [found] = rows;
  return found && { quiz: JSON.parse(String(found.body)) as Quiz, edition: String(found.edition) };
}

/** The editions of a quiz from the one after `after` to `until`, oldest first; `until` is the last, even when it is older. */
export async function listLaterEditions(
  services: CourseServices,
  { course, id }: Pick<Quiz, 'course' | 'id'>,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<Quiz[]> {
  const { rows } = await services.db.client.execute({
    sql: `SELECT edition, body FROM edition WHERE kind = 'quiz' AND course = ? AND name = ? ORDER BY published_at, edition`,
    args: [course, id],
  });
  const editions = rows.map(({ edition, body }) => ({ edition: String(edition), body: String(body) }));
  const placeOf = (wanted: string) => editions.findIndex(({ edition }) => edition === wanted);
  const [from, place] = [placeOf(after), placeOf(until)];
  // One that is still to be published comes after all.
  const to = place < 0 ? editions.length : place;
  const between = to > from ? editions.slice(from + 1, to) : [];
  const last = await findQuizEdition(services, course, id, until);
  return [...between.map(({ body }) => JSON.parse(body) as Quiz), ...(last === undefined ? [] : [last])];
}

/** Whether a lesson was ever published under this edition. */
export async function hasLessonEdition(
  { db, catalogue }: CourseServices,
  course: string,
  lesson: string,
  edition: string,
): Promise<boolean> {
  if (findLesson(catalogue, course, lesson)?.edition === edition) return true;
  return (await readEdition(db, ['lesson', course, lesson, edition])) !== undefined;
}

function publish(it: {
  kind: 'quiz' | 'lesson';
  course: string;
  id: string;
  edition: string;
  body: unknown;
  now: number;
}): Statement {
  return {
    sql: 'INSERT INTO edition (kind, course, name, edition, body, published_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    args: [it.kind, it.course, it.id, it.edition, JSON.stringify(it.body), it.now],
  };
}

async function readEdition(db: Database, key: readonly [string, string, string, string]): Promise<string | undefined> {
  const { rows } = await db.client.execute({
    sql: 'SELECT body FROM edition WHERE kind = ? AND course = ? AND name = ? AND edition = ?',
    args: [...key],
  });
  return rows[0] === undefined ? undefined : String(rows[0].body);
}
