import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttendanceMark } from '#domain/learning/meeting.ts';
import { cohort } from './cohorts.ts';
import { person } from './people.ts';

/** A day on which a cohort meets. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: text().primaryKey(),
    cohort: text()
      .notNull()
      .references(() => cohort.id),
    createdAt: integer('created_at').notNull(),
    by: text().notNull(),
  },
  (table) => [index('meeting_cohort').on(table.cohort)],
);

/** When and where a meeting is, and whether it is called off: the newest row of a meeting counts. */
export const meetingSetting = sqliteTable(
  'meeting_setting',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    meeting: text()
      .notNull()
      .references(() => meeting.id),
    /** Local date `YYYY-MM-DD`. */
    heldOn: text('held_on').notNull(),
    /** Empty where it is the cohort's. */
    place: text().notNull(),
    calledOff: integer('called_off', { mode: 'boolean' }).notNull(),
    setAt: integer('set_at').notNull(),
    by: text().notNull(),
  },
  (table) => [index('meeting_setting_meeting').on(table.meeting)],
);

/** Whether a participant was at a meeting, as `by` entered it: the newest row counts, the others tell what stood there before. */
export const attendance = sqliteTable(
  'attendance',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    meeting: text()
      .notNull()
      .references(() => meeting.id),
    person: text()
      .notNull()
      .references(() => person.id),
    mark: text().$type<AttendanceMark>().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
  },
  (table) => [
    index('attendance_meeting').on(table.meeting, table.person),
    index('attendance_person').on(table.person),
    index('attendance_by').on(table.by),
  ],
);
