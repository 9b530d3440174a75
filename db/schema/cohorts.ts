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

/** A participant in a cohort, since when, by whom; of several cohorts of one course the newest counts. */
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
  },
  (table) => [index('cohort_member_cohort').on(table.cohort), index('cohort_member_person').on(table.person)],
);
