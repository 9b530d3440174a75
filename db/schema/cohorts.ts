import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';

/** Participants of a house who take a course together. `by` is the trainer who leads it. */
export const cohort = sqliteTable(
  'cohort',
  {
    id: text().primaryKey(),
    house: text().notNull(),
    course: text().notNull(),
    name: text().notNull(),
    by: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('cohort_house').on(table.house, table.createdAt)],
);

/** Between which instants a cohort takes its assessments, open-ended where null; the newest row of a cohort counts. */
export const cohortDates = sqliteTable(
  'cohort_dates',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cohort: text()
      .notNull()
      .references(() => cohort.id),
    opensAt: integer('opens_at'),
    /** The first instant that is too late. */
    closesAt: integer('closes_at'),
    setAt: integer('set_at').notNull(),
    by: text().notNull(),
  },
  (table) => [index('cohort_dates_cohort').on(table.cohort)],
);

/**
 * How a cohort is called, who leads it, where it meets, and whether it is closed: the newest row of a cohort counts. One that
 * has none is called and led as its own row says.
 */
export const cohortSetting = sqliteTable(
  'cohort_setting',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cohort: text()
      .notNull()
      .references(() => cohort.id),
    name: text().notNull(),
    /** The id of the person who leads it. */
    trainer: text().notNull(),
    /** Empty where none was given. */
    place: text().notNull(),
    closed: integer({ mode: 'boolean' }).notNull(),
    setAt: integer('set_at').notNull(),
    by: text().notNull(),
  },
  (table) => [index('cohort_setting_cohort').on(table.cohort)],
);

/**
 * A participant comes into a cohort, or goes out of it (`gone`), since when, by whom. Of a person's rows about one course the
 * newest counts; the view `current_member` holds who is in.
 */
export const cohortMember = sqliteTable(
  'cohort_member',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cohort: text()
      .notNull()
      .references(() => cohort.id),
    person: text()
      .notNull()
      .references(() => person.id),
    since: integer().notNull(),
    by: text().notNull(),
    gone: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('cohort_member_cohort').on(table.cohort),
    index('cohort_member_person').on(table.person),
    index('cohort_member_by').on(table.by),
  ],
);

/** Six letters that lead into a cohort. Of a cohort one is open at most. */
export const joinCode = sqliteTable(
  'join_code',
  {
    code: text().primaryKey(),
    cohort: text()
      .notNull()
      .references(() => cohort.id),
    since: integer().notNull(),
    by: text().notNull(),
    /** When it was closed or renewed; null while it is good. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('join_code_cohort').on(table.cohort)],
);
