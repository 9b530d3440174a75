import type { Database } from '#db/client.ts';
import { localOffsetMs } from '#domain/local-date.ts';
import { holdingFlags } from '#domain/learning/record.ts';
import type { Viewer } from '#domain/person/person.ts';
import { addCounts, type HouseCounts, type HouseMonth, noCounts } from '#domain/statistics/house-months.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { openPauses } from '#server/pauses.ts';
import type { CourseServices } from '#server/services.ts';

/** A house's figures, by course and by month; the same on the screen and in every file. */
export interface HouseRollUp {
  readonly house: string;
  /** By course of the catalogue, then by month. */
  readonly cells: readonly HouseMonth[];
  /** All courses of a month, oldest first; whoever was active in several is counted once. */
  readonly months: readonly (HouseCounts & { readonly month: string })[];
  /** All months of a course, courses nobody took left out; whoever was active in several is counted once. */
  readonly courses: readonly (HouseCounts & { readonly course: string; readonly title: string })[];
}

/** So many people's records are added up in one query: others have their turn before the next ones. */
const peopleAtOnce = 10;

/**
 * What the participants of the viewer's house did, by course and month.
 * @throws Refusal unauthenticated, forbidden
 */
export async function readHouseMonths(
  { db, catalogue }: CourseServices,
  asked: Viewer | undefined,
): Promise<HouseRollUp> {
  const { house } = requireRole({ viewer: asked }, 'coordinator');
  const assessments = new Map(catalogue.courses.map(({ id, assessment }) => [id, assessment]));
  const tally = openTally();
  const people = await listParticipants(db, house);
  const pause = openPauses();
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const some = JSON.stringify(people.slice(from, from + peopleAtOnce));
    for (const row of await readFacts(
      db,
      some,
      JSON.stringify([...assessments].map(([course, quiz]) => [course, quiz])),
    )) {
      tally.add(String(row.course), String(row.month), String(row.what), Number(row.count));
    }
    await pause();
  }
  const { cells, months, courses } = tally;
  return {
    house,
    cells: catalogue.courses.flatMap(({ id }) =>
      [...(cells.get(id) ?? [])]
        .map(([month, counts]) => ({ course: id, month, ...counts }))
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
    ),
    months: [...months].map(([month, counts]) => ({ month, ...counts })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    courses: catalogue.courses.flatMap(({ id, title }) => {
      const counts = courses.get(id);
      return counts === undefined ? [] : [{ course: id, title, ...counts }];
    }),
  };
}

/** Adds counts up by course and month; a count without course is a month's, one without month a course's. */
function openTally() {
  const cells = new Map<string, Map<string, HouseCounts>>();
  const months = new Map<string, HouseCounts>();
  const courses = new Map<string, HouseCounts>();
  const put = (map: Map<string, HouseCounts>, name: string, what: string, count: number) =>
    map.set(name, addCounts([map.get(name) ?? noCounts, { ...noCounts, [what]: count }]));
  return {
    cells,
    months,
    courses,
    add(course: string, month: string, what: string, count: number): void {
      if (course === '') return void put(months, month, what, count);
      if (month === '') return void put(courses, course, what, count);
      const own = cells.get(course) ?? new Map<string, HouseCounts>();
      cells.set(course, own);
      put(own, month, what, count);
      // People are counted once over all months or courses, in rows of their own; all else adds up.
      if (what === 'active') return;
      put(months, month, what, count);
      put(courses, course, what, count);
    },
  };
}

async function listParticipants({ client }: Database, house: string): Promise<string[]> {
  const { rows } = await client.execute({
    sql: "SELECT id FROM person WHERE house = ? AND role = 'participant' ORDER BY id",
    args: [house],
  });
  return rows.map(({ id }) => String(id));
}

const monthOf = (column: string) => `strftime('%Y-%m', (${column} + ${localOffsetMs}) / 1000, 'unixepoch')`;
const holding = holdingFlags.map((flag) => `'${flag}'`).join(', ');

/** `people` and `assessments` are JSON: ids, and pairs of course and quiz. */
async function readFacts({ client }: Database, people: string, assessments: string) {
  const { rows } = await client.execute({
    sql: `WITH facts AS MATERIALIZED (
        SELECT r.id, r.person, r.course, r.name, r.kind, r.flags, r."by", ${monthOf('r.recorded_at')} AS month
        FROM json_each(?) AS item CROSS JOIN record AS r ON r.person = item.value),
      passes AS (
        SELECT facts.course, facts.person, min(facts.month) AS month FROM facts
        JOIN json_each(?) AS exam ON json_extract(exam.value, '$[0]') = facts.course AND json_extract(exam.value, '$[1]') = facts.name
        JOIN counted_grade AS g ON g.record = facts.id
        WHERE facts.kind = 'attempt' AND g.passed = 1 AND coalesce(
          (SELECT counts FROM admission WHERE admission.record = facts.id ORDER BY admission.id DESC LIMIT 1),
          NOT EXISTS (SELECT 1 FROM json_each(facts.flags) AS flag WHERE flag.value IN (${holding}))) = 1
        GROUP BY facts.course, facts.person)
      SELECT course, month, iif(kind = 'attempt', 'attempts', 'lessonsRead') AS what, count(*) AS count FROM facts
        WHERE kind IN ('attempt', 'lesson-read') GROUP BY course, month, what
      UNION ALL SELECT course, month, 'active', count(DISTINCT person) FROM facts GROUP BY course, month
      UNION ALL SELECT '', month, 'active', count(DISTINCT person) FROM facts GROUP BY month
      UNION ALL SELECT course, '', 'active', count(DISTINCT person) FROM facts GROUP BY course
      UNION ALL SELECT course, month, 'passed', count(*) FROM passes GROUP BY course, month
      UNION ALL SELECT e.course, ${monthOf('e.since')} AS month, 'enrolled', count(*)
        FROM json_each(?) AS item CROSS JOIN enrollment AS e ON e.person = item.value GROUP BY e.course, month
      UNION ALL SELECT c.subject, substr(c.completed_on, 1, 7) AS month, 'certificates', count(*)
        FROM json_each(?) AS item CROSS JOIN certificate AS c ON c.person = item.value
        WHERE NOT EXISTS (SELECT 1 FROM certificate_end AS ended WHERE ended.certificate = c.id)
          AND NOT EXISTS (SELECT 1 FROM certificate AS other WHERE other.person = c.person AND other.subject = c.subject
            AND (other.issued_at, other.id) < (c.issued_at, c.id)
            AND NOT EXISTS (SELECT 1 FROM certificate_end AS ended WHERE ended.certificate = other.id))
        GROUP BY c.subject, month`,
    args: [people, assessments, people, people],
  });
  return rows;
}
