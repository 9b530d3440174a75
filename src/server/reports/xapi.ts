import type { AttemptRecord } from '#domain/learning/record.ts';
import { findLesson, findQuiz } from '#domain/course/catalogue.ts';
import { dayMs, isLocalDate, localDateOf, startOfDay } from '#domain/local-date.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { requireRole } from '#server/accounts/guards.ts';
import type { CourseServices } from '#server/services.ts';

/** So many people's records are told at once. */
const peopleAtOnce = 10;

const longestMonthMs = 31 * dayMs;

/** One thing that somebody did, as xAPI 1.0.3 says it. @see https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md */
export interface Statement {
  /** The record's own: the same thing told twice is one statement. */
  readonly id: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: { readonly name: Readonly<Record<string, string>>; readonly type: string };
  };
  readonly result?: {
    readonly score: { readonly scaled: number; readonly raw: number; readonly min: 0; readonly max: number };
    readonly success: boolean;
    readonly completion: true;
  };
  readonly context: {
    readonly platform: string;
    readonly language: 'id';
    readonly contextActivities: { readonly parent: readonly { readonly id: string }[] };
    /** The person of the staff who typed it in from paper. */
    readonly instructor?: Statement['actor'];
  };
  readonly timestamp: string;
  readonly stored: string;
}

/**
 * What the participants of the viewer's house read and answered in a local month (`YYYY-MM`), a JSON line each, oldest first for
 * each person. People are numbers, not names. `site` is the address that the pages have.
 * @throws Refusal unauthenticated, forbidden, invalid (`month`), before the first line
 */
export async function listStatements(
  services: CourseServices,
  asked: Viewer | undefined,
  { site, month }: { readonly site: string; readonly month: string },
): Promise<AsyncIterable<string>> {
  const { house } = requireRole({ viewer: asked }, 'coordinator');
  if (!isLocalDate(`${month}-01`)) throw new Refusal('invalid', 'month');
  const from = startOfDay(`${month}-01`);
  const { rows } = await services.db.client.execute({
    sql: "SELECT id FROM person WHERE house = ? AND role = 'participant' ORDER BY id",
    args: [house],
  });
  const people = rows.map(({ id }) => String(id));
  return tellAll(services, { people, site, from, until: from + longestMonthMs });
}

async function* tellAll(
  services: CourseServices,
  asked: { readonly people: readonly string[]; readonly site: string; readonly from: number; readonly until: number },
): AsyncIterable<string> {
  const month = localDateOf(asked.from).slice(0, 7);
  for (let at = 0; at < asked.people.length; at += peopleAtOnce) {
    const { rows } = await services.db.client.execute({
      sql: `SELECT r.id, r.person, r.kind, r.course, r.name, r.answered_at, r.recorded_at, r."by",
          g.earned, g.possible, g.passed
        FROM json_each(?) AS item CROSS JOIN record AS r ON r.person = item.value
        LEFT JOIN counted_grade AS g ON g.record = r.id
        WHERE r.kind IN ('attempt', 'lesson-read') AND r.recorded_at >= ? AND r.recorded_at < ? ORDER BY r.person, r.recorded_at, r.seq`,
      args: [JSON.stringify(asked.people.slice(at, at + peopleAtOnce)), asked.from, asked.until],
    });
    const own = rows.filter((row) => localDateOf(Number(row.recorded_at)).startsWith(month));
    yield own.map((row) => `${JSON.stringify(tell(services, row, asked.site))}\n`).join('');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function tell({ catalogue }: CourseServices, row: Readonly<Record<string, unknown>>, site: string): Statement {
  const [course, name] = [String(row.course), String(row.name)];
  const kind = String(row.kind) as AttemptRecord['kind'] | 'lesson-read';
  const coursePage = `${site}/kursus/${course}/`;
  const isAttempt = kind === 'attempt';
  const page = isAttempt ? `${coursePage}kuis/${name}/` : `${coursePage}${name}/`;
  const title = isAttempt
    ? findQuiz(catalogue, course, name)?.quiz.title
    : findLesson(catalogue, course, name)?.lesson.title;
  const person = (id: unknown) => ({ objectType: 'Agent', account: { homePage: site, name: String(id) } }) as const;
  return {
    id: String(row.id),
    actor: person(row.person),
    verb: verbOf(isAttempt, Number(row.passed) === 1),
    object: {
      objectType: 'Activity',
      id: page,
      definition: {
        name: { id: title ?? name },
        type: `http://adlnet.gov/expapi/activities/${isAttempt ? 'assessment' : 'lesson'}`,
      },
    },
    ...(isAttempt && row.possible !== null && { result: resultOf(row) }),
    context: {
      platform: 'Rumah Belajar Desmigratif',
      language: 'id',
      contextActivities: { parent: [{ id: coursePage }] },
      ...(row.by !== null && { instructor: person(row.by) }),
    },
    timestamp: new Date(Number(row.answered_at)).toISOString(),
    stored: new Date(Number(row.recorded_at)).toISOString(),
  };
}

function resultOf({ earned, possible, passed }: Readonly<Record<string, unknown>>): NonNullable<Statement['result']> {
  const [raw, max] = [Number(earned), Number(possible)];
  return {
    score: { scaled: max === 0 ? 0 : Number((raw / max).toFixed(4)), raw, min: 0, max },
    success: Number(passed) === 1,
    completion: true,
  };
}

function verbOf(isAttempt: boolean, passed: boolean): Statement['verb'] {
  if (!isAttempt) return { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { id: 'membaca' } };
  return passed
    ? { id: 'http://adlnet.gov/expapi/verbs/passed', display: { id: 'lulus' } }
    : { id: 'http://adlnet.gov/expapi/verbs/failed', display: { id: 'belum lulus' } };
}
