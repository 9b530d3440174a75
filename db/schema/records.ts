import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Grade } from '#domain/quiz/grading.ts';
import type { RecordFlag, StoredRecord } from '#domain/learning/record.ts';
import { person } from './people.ts';

// Instants are milliseconds since 1970 (UTC) in all tables. Those of this file and of cohorts are appended to and never changed:
// triggers in the migrations refuse UPDATE and DELETE on them, but for what an `erasure` takes away.

/** A participant in a course, since when, by whom. */
export const enrollment = sqliteTable(
  'enrollment',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    course: text().notNull(),
    since: integer().notNull(),
    /** The person who enrolled the participant: often the participant. */
    by: text().notNull(),
  },
  (table) => [
    uniqueIndex('enrollment_person_course').on(table.person, table.course),
    index('enrollment_by').on(table.by),
  ],
);

/** Every quiz and lesson as it was ever published; `body` is the whole quiz with its key. */
export const edition = sqliteTable(
  'edition',
  {
    kind: text().$type<'quiz' | 'lesson'>().notNull(),
    course: text().notNull(),
    name: text().notNull(),
    edition: text().notNull(),
    body: text({ mode: 'json' }).notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.course, table.name, table.edition] })],
);

/** What a participant did, as it came from the phone. */
export const record = sqliteTable(
  'record',
  {
    id: text().primaryKey(),
    kind: text().$type<StoredRecord['kind']>().notNull(),
    person: text()
      .notNull()
      .references(() => person.id),
    course: text().notNull(),
    /** Lesson or quiz id. */
    name: text().notNull(),
    device: text().notNull(),
    seq: integer().notNull(),
    answeredAt: integer('answered_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    /** The whole record as it was accepted. */
    body: text({ mode: 'json' }).$type<StoredRecord>().notNull(),
    /** SHA-256 of the body: the same id with another body is a conflict. */
    digest: text().notNull(),
    flags: text({ mode: 'json' }).$type<RecordFlag[]>().notNull(),
    /** The how-manieth record of its person about its lesson or quiz; 1 is the first. */
    ordinal: integer().notNull().default(0),
    /** Who of the staff typed it in from paper or took it in; null where it came from its person. */
    by: text(),
  },
  (table) => [
    uniqueIndex('record_ordinal').on(table.person, table.course, table.name, table.kind, table.ordinal),
    index('record_person').on(table.person, table.recordedAt),
    index('record_by')
      .on(table.by)
      .where(sql`"by" IS NOT NULL`),
  ],
);

/** One grading of an attempt; the newest counts, the older ones stay. */
export const grade = sqliteTable(
  'grade',
  {
    id: text().primaryKey(),
    record: text()
      .notNull()
      .references(() => record.id),
    edition: text().notNull(),
    earned: real().notNull(),
    possible: real().notNull(),
    passed: integer({ mode: 'boolean' }).notNull(),
    questions: text({ mode: 'json' }).$type<Grade['questions']>().notNull(),
    gradedAt: integer('graded_at').notNull(),
    cause: text().$type<'submission' | 'regrade'>().notNull(),
  },
  (table) => [index('grade_record').on(table.record)],
);

/** Of each attempt the grade that counts: the newest by `graded_at`, then by `rowid`. Its SQL stands in the migrations. */
export const countedGrade = sqliteView('counted_grade', {
  id: text().notNull(),
  record: text().notNull(),
  edition: text().notNull(),
  earned: real().notNull(),
  possible: real().notNull(),
  passed: integer({ mode: 'boolean' }).notNull(),
  questions: text({ mode: 'json' }).$type<Grade['questions']>().notNull(),
  gradedAt: integer('graded_at').notNull(),
  cause: text().$type<'submission' | 'regrade'>().notNull(),
}).existing();

/**
 * Staff's word on an attempt whose flags hold it back: whether it counts all the same. The newest row of a record counts.
 */
export const admission = sqliteTable(
  'admission',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    record: text()
      .notNull()
      .references(() => record.id),
    counts: integer({ mode: 'boolean' }).notNull(),
    at: integer().notNull(),
    by: text().notNull(),
  },
  (table) => [index('admission_record').on(table.record), index('admission_by').on(table.by)],
);
