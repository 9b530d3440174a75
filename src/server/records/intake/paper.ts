import { mergeRows } from '#db/row-groups.ts';
import type { Statement } from '#db/client.ts';
import { startOfDay, todayOn } from '#domain/local-date.ts';
import type { AttemptRecord } from '#domain/learning/record.ts';
import { gradeAttempt } from '#domain/quiz/grading.ts';
import type { PublishedQuiz } from '#domain/quiz/quiz.ts';
import type { Response } from '#domain/question/simple.ts';
import { Refusal } from '#domain/refusal.ts';
import type { DataServices } from '#server/services.ts';
import { derivedUuid } from '#server/uuid.ts';
import { paperDevice, recordStatements } from './record-rows.ts';

/** What somebody wrote on a sheet of paper, as staff typed it in. */
export interface PaperAnswers {
  readonly person: string;
  readonly published: PublishedQuiz;
  readonly seed: string;
  /** Local date on which it was written. */
  readonly heldOn: string;
  readonly responses: readonly Response[];
}

/** A sheet that was typed in; the newest of a person counts, those before it were typed wrong. */
export interface PaperAttempt {
  readonly record: string;
  readonly person: string;
  readonly heldOn: string;
  readonly responses: readonly Response[];
}

/** So much after noon nobody's clock is asked: a sheet of paper tells its day alone. */
const noonMs = 12 * 3_600_000;

/**
 * Records a sheet as an attempt of its person, graded like any other, with who typed it in. The same again changes nothing;
 * other answers take the place of those before, which stay as a row that does not count.
 * @throws Refusal conflict (`paper_changed`) when somebody typed in another one meanwhile, too_many
 */
export async function recordPaper(services: DataServices, by: string, answers: PaperAnswers): Promise<void> {
  const { person, published, seed, heldOn, responses } = answers;
  const { quiz, edition } = published;
  const earlier = await listPaper(services, { quiz, seed, people: [person] });
  const last = earlier.at(-1);
  if (last?.heldOn === heldOn && JSON.stringify(last.responses) === JSON.stringify(responses)) return;
  const now = Date.now();
  const at = new Date(Math.min(startOfDay(heldOn) + noonMs, now)).toISOString();
  const record: AttemptRecord = {
    id: derivedUuid('paper', person, quiz.course, quiz.id, edition, seed, String(earlier.length)),
    kind: 'attempt',
    person,
    device: paperDevice,
    seq: earlier.length,
    answeredAt: at,
    startedAt: at,
    course: quiz.course,
    quiz: quiz.id,
    edition,
    seed,
    responses,
  };
  const grade = gradeAttempt(quiz, record);
  const statements = recordStatements([{ record, flags: [], by, graded: { quiz, rules: quiz, grade } }], now);
  const [added] = await services.db.write([
    ...mergeRows(statements),
    ...(last === undefined ? [] : [replaceStatement(last.record, record.id, by, now)]),
  ]);
  if (added?.rows.length !== 1) throw new Refusal('conflict', 'paper_changed');
}

/** The sheets of one seed that were typed in for these people, oldest first. */
export async function listPaper(
  { db }: DataServices,
  it: {
    readonly quiz: { readonly course: string; readonly id: string };
    readonly seed: string;
    readonly people: readonly string[];
  },
): Promise<readonly PaperAttempt[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT record.id, record.person, record.answered_at, record.body
      FROM json_each(?) AS item CROSS JOIN record ON record.person = item.value
      WHERE record.course = ? AND record.name = ? AND record.kind = 'attempt' AND record."by" IS NOT NULL
      ORDER BY record.person, record.ordinal`,
    args: [JSON.stringify(it.people), it.quiz.course, it.quiz.id],
  });
  return rows.flatMap((row) => {
    const body = JSON.parse(String(row.body)) as AttemptRecord;
    const heldOn = todayOn(new Date(Number(row.answered_at)));
    const found = { record: String(row.id), person: String(row.person), heldOn, responses: body.responses };
    return body.seed === it.seed ? [found] : [];
  });
}

/** The names of those who typed in a person's sheets, by record id; undefined where they are gone. */
export async function listTypists(
  { db }: DataServices,
  person: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  const { rows } = await db.client.execute({
    sql: `SELECT record.id, staff.name FROM record LEFT JOIN person AS staff ON staff.id = record."by"
      WHERE record.person = ? AND record."by" IS NOT NULL`,
    args: [person],
  });
  return new Map(rows.map((row) => [String(row.id), row.name === null ? undefined : String(row.name)]));
}

/** Staff's word that a sheet was typed wrong, once the right one is there. */
function replaceStatement(wrong: string, right: string, by: string, now: number): Statement {
  return {
    sql: `INSERT INTO admission (record, counts, at, "by") SELECT ?, 0, ?, ?
      WHERE EXISTS (SELECT 1 FROM record WHERE id = ?)`,
    args: [wrong, now, by, right],
  };
}
