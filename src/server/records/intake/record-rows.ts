import type { RowsStatement } from '#db/client.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { StoredRecord } from '#domain/learning/record.ts';
import { dayMs } from '#domain/local-date.ts';
import { sha256 } from '#server/digest.ts';
import { makeUuid } from '#server/uuid.ts';
import type { SoundRecord } from './check.ts';
import { flagLimits, flagsSql, paperFlagLimits } from './flags.ts';

/** `device` of records that the server makes from a form posted without JavaScript. */
export const formDevice = 'form';

/** `device` of attempts that staff typed in from paper; what makes them so is `by`, which no phone can set. */
export const paperDevice = 'kertas';

/**
 * What is stored of one person at most, so that no page ever has more to add up. Nobody who learns comes near: that is every
 * lesson and quiz of all courses many times over in one day, and the same practice every day for half a year.
 */
export const storedLimits = { aDay: 2000, ofOneName: 200 } as const;

/** `device` of what staff took in from a file that was taken home. */
export const takeHomeDevice = 'bawa-pulang';

/** A record that may be stored. */
export type StoredSound = Omit<SoundRecord, 'record'> & { readonly record: StoredRecord };

/**
 * The statements that store sound records, their first grades and the enrolments that follow from them. Those beyond
 * `storedLimits`, of nobody who is known, or with an id that is there already add no row; the first statement returns `id`,
 * `digest`, `ordinal` and `flags` of the others. `now` in milliseconds since 1970.
 */
export function recordStatements(sound: readonly StoredSound[], now: number): readonly RowsStatement[] {
  const ahead = new Map<string, number>();
  const readAhead = new Set<string>();
  const records = sound.map((it) => {
    const { record } = it;
    const owner = ownerOf(it);
    const before = ahead.get(owner) ?? 0;
    ahead.set(owner, before + 1);
    if (record.kind === 'lesson-read') readAhead.add(readKey(it, record.lesson));
    const key = JSON.stringify([owner, record.course, nameOf(record), record.kind]);
    return { key, value: recordValue(it, { before, readAhead, now }) };
  });
  const grades = sound.flatMap(({ record, graded }) => {
    if (graded === undefined) return [];
    const { ratio: _, questions, ...points } = graded.grade;
    const digest = digestRecord(record);
    return [
      {
        key: record.id,
        value: { ...points, id: record.id, digest, edition: record.edition, questions: JSON.stringify(questions), now },
      },
    ];
  });
  const enrollments = sound.map((it) => ({
    key: it.record.id,
    value: { id: makeUuid(now), record: it.record.id, person: ownerOf(it), course: it.record.course, now },
  }));
  return [
    { sql: recordSql, rows: records },
    { sql: gradeSql, rows: grades },
    { sql: enrollmentSql, rows: enrollments },
  ];
}

/**
 * SHA-256 of what a record says, whatever the order of its fields. A form has no clock and no counter of its own: the
 * same form posted twice is the same record although the server stamped it twice.
 */
export function digestRecord(record: StoredRecord): string {
  const said = record.device === formDevice ? { ...record, seq: 0, answeredAt: '', startedAt: '' } : record;
  return sha256(canonicalJson(said));
}

/** Id of the lesson or quiz that a record is about. */
export function nameOf(record: StoredRecord): string {
  return record.kind === 'lesson-read' ? record.lesson : record.quiz;
}

/** Whose a record is: it says itself, but for what was made under an account that became part of another. */
function ownerOf({ owner, record }: StoredSound): string {
  return owner ?? record.person;
}

function readKey(it: StoredSound, lesson: string): string {
  return JSON.stringify([ownerOf(it), it.record.course, lesson]);
}

/** `before` and `readAhead` tell of the records that are stored by the same statement, which cannot see them. */
function recordValue(
  it: StoredSound,
  {
    before,
    readAhead,
    now,
  }: { readonly before: number; readonly readAhead: ReadonlySet<string>; readonly now: number },
): Readonly<Record<string, unknown>> {
  const { record, flags, graded, by } = it;
  const { id, kind, course, device, seq } = record;
  const limits =
    graded && record.kind === 'attempt'
      ? (by === undefined ? flagLimits : paperFlagLimits)(graded.quiz, { record, rules: graded.rules, recordedAt: now })
      : undefined;
  return {
    id,
    kind,
    person: ownerOf(it),
    course,
    name: nameOf(record),
    device,
    seq,
    answeredAt: Date.parse(record.answeredAt),
    recordedAt: now,
    body: JSON.stringify(record),
    digest: digestRecord(record),
    flags: JSON.stringify(flags),
    by,
    since: now - dayMs,
    before,
    ...limits,
    ...(limits?.read && { read: limits.read.filter((lesson) => !readAhead.has(readKey(it, lesson))) }),
  };
}

/** Columns of `item` out of the objects in a JSON list; what is absent is null. */
function readItems(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([column, field]) => `json_extract(value, '$.${field}') AS ${column}`)
    .join(', ');
}

const recordItems = `SELECT *, coalesce((SELECT max(ordinal) FROM record AS other WHERE other.person = read.person
    AND other.course = read.course AND other.name = read.name AND other.kind = read.kind), 0) + 1 AS ordinal
  FROM (SELECT ${readItems({
    id: 'id',
    kind: 'kind',
    person: 'person',
    course: 'course',
    name: 'name',
    device: 'device',
    seq: 'seq',
    answered_at: 'answeredAt',
    recorded_at: 'recordedAt',
    body: 'body',
    digest: 'digest',
    flags: 'flags',
    typist: 'by',
    since: 'since',
    before: 'before',
    most: 'most',
    number: 'number',
    read: 'read',
    rest_from: 'restFrom',
    rest_until: 'restUntil',
    began_at: 'beganAt',
    ended_at: 'endedAt',
  })} FROM json_each(?)) AS read`;

const recordSql = `INSERT INTO record
    (id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, ordinal, flags, "by")
  SELECT id, kind, person, course, name, device, seq, answered_at, recorded_at, body, digest, ordinal,
    (SELECT json_group_array(DISTINCT flag) FROM (SELECT value AS flag FROM json_each(item.flags) UNION ALL ${flagsSql})), typist
  FROM (${recordItems}) AS item
  WHERE EXISTS (SELECT 1 FROM person WHERE person.id = item.person)
    AND item.ordinal <= ${storedLimits.ofOneName}
    AND (SELECT count(*) FROM record AS other WHERE other.person = item.person AND other.recorded_at > item.since)
      + item.before < ${storedLimits.aDay}
  ON CONFLICT (id) DO NOTHING RETURNING id, digest, ordinal, flags`;

/** The first grade of a record has the record's id, so that it is there once; not when the id is another record's. */
const gradeSql = `INSERT INTO grade (id, record, edition, earned, possible, passed, questions, graded_at, cause)
  SELECT id, id, edition, earned, possible, passed, questions, now, 'submission' FROM (SELECT ${readItems({
    id: 'id',
    digest: 'digest',
    edition: 'edition',
    earned: 'earned',
    possible: 'possible',
    passed: 'passed',
    questions: 'questions',
    now: 'now',
  })} FROM json_each(?)) AS item
  WHERE EXISTS (SELECT 1 FROM record WHERE record.id = item.id AND record.digest = item.digest)
  ON CONFLICT (id) DO NOTHING`;

/** Whoever has a record in a course is in it. */
const enrollmentSql = `INSERT INTO enrollment (id, person, course, since, "by")
  SELECT id, person, course, now, person FROM (SELECT ${readItems({
    id: 'id',
    record: 'record',
    person: 'person',
    course: 'course',
    now: 'now',
  })} FROM json_each(?)) AS item
  WHERE EXISTS (SELECT 1 FROM record WHERE record.id = item.record AND record.person = item.person)
  ON CONFLICT (person, course) DO NOTHING`;
