import { index, integer, primaryKey, real, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Grade } from '#domain/quiz/grading.ts';
import type { Deed } from '#domain/deed.ts';
import type { Role } from '#domain/person.ts';
import type { LearningRecord, RecordFlag } from '#domain/learning/record.ts';
import type { CertificateEnding, CertificateText } from '#domain/certificate/certificate.ts';

// Instants are milliseconds since 1970 (UTC). `record`, `grade`, `edition`, `enrollment` and the tables of cohorts are
// appended to and never changed: triggers in the migrations refuse UPDATE and DELETE on them, but for what an `erasure` takes away.

/** Anybody known to the system. `house` is an id of `content/houses.yaml`. */
export const person = sqliteTable(
  'person',
  {
    id: text().primaryKey(),
    /** As normalised by `normalizeLogin`. */
    login: text().notNull().unique(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    house: text().notNull(),
    /** Argon2id of PIN or passphrase, peppered. */
    secretHash: text('secret_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When name, role or secret were changed last; grows with each change, so that two editors see each other. */
    changedAt: integer('changed_at').notNull().default(0),
    /** Since when nobody signs in to it; null where somebody may. */
    deactivatedAt: integer('deactivated_at'),
  },
  (table) => [index('person_house').on(table.house, table.role)],
);

/** Who of the staff did what to whose account, or looked at it. `by` is the id of a person. */
export const deed = sqliteTable(
  'deed',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    act: text().$type<Deed>().notNull(),
    by: text().notNull(),
    person: text()
      .notNull()
      .references(() => person.id),
  },
  (table) => [index('deed_person').on(table.person, table.at)],
);

/** A signed-in phone. `id` is the SHA-256 of the token that the cookie carries. Instants that were not kept before are 0. */
export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    expiresAt: integer('expires_at').notNull(),
    openedAt: integer('opened_at').notNull().default(0),
    /** When its owner last gave the secret again, as is asked before an export. */
    confirmedAt: integer('confirmed_at').notNull().default(0),
  },
  (table) => [index('session_person').on(table.person), index('session_expires_at').on(table.expiresAt)],
);

/**
 * A device that somebody signed in from: it keeps an allowance of its own when others use up an account's. `id` is the SHA-256
 * of the token in its cookie, which opens nothing.
 */
export const knownDevice = sqliteTable(
  'known_device',
  {
    id: text().notNull(),
    person: text()
      .notNull()
      .references(() => person.id),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.person] }), index('known_device_person').on(table.person)],
);

/**
 * One sign-in attempt, counted before its secret is checked. `key` is the SHA-256 of what it is counted under (place, account,
 * device, address), `account` that of the account whose reset forgives it.
 */
export const signInAttempt = sqliteTable(
  'sign_in_attempt',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    key: text().notNull(),
    account: text(),
    at: integer().notNull(),
  },
  (table) => [
    index('sign_in_attempt_key').on(table.key, table.at),
    index('sign_in_attempt_account').on(table.account),
    index('sign_in_attempt_at').on(table.at),
  ],
);

/** The one-time address of the first coordinator: SHA-256 of its token, and when it was used. */
export const setup = sqliteTable('setup', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
});

/** Which pepper the secrets were hashed with: SHA-256 of the file beside the database. The newest row counts. */
export const pepper = sqliteTable('pepper', {
  digest: text().primaryKey(),
  since: integer().notNull(),
});

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
  (table) => [uniqueIndex('enrollment_person_course').on(table.person, table.course)],
);

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
    kind: text().$type<LearningRecord['kind']>().notNull(),
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
    body: text({ mode: 'json' }).$type<LearningRecord>().notNull(),
    /** SHA-256 of the body: the same id with another body is a conflict. */
    digest: text().notNull(),
    flags: text({ mode: 'json' }).$type<RecordFlag[]>().notNull(),
    /** The how-manieth record of its person about its lesson or quiz; 1 is the first. */
    ordinal: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('record_ordinal').on(table.person, table.course, table.name, table.kind, table.ordinal),
    index('record_person').on(table.person, table.recordedAt),
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
  (table) => [index('admission_record').on(table.record)],
);

/** With which keys certificates are signed: Ed25519 public keys, 32 bytes in base64url. The newest row signs, the others are closed. */
export const certificateKey = sqliteTable('certificate_key', {
  key: text().primaryKey(),
  since: integer().notNull(),
});

/** The number of every certificate that was ever made. It names nobody and outlives its person: a closed key's count by it. */
export const certificateNumber = sqliteTable(
  'certificate_number',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    house: text().notNull(),
  },
  (table) => [index('certificate_number_key').on(table.key, table.house)],
);

/** Proof that a course or a path was completed, frozen as awarded. `id` is its number, 13 signs of base32. */
export const certificate = sqliteTable(
  'certificate',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    /** Course id, or `jalur/` and the id of a path. */
    subject: text().notNull(),
    house: text().notNull(),
    /** Local date `YYYY-MM-DD`. */
    completedOn: text('completed_on').notNull(),
    issuedAt: integer('issued_at').notNull(),
    /** The passed attempt; null for a path. */
    record: text().references(() => record.id),
    /** Signed bytes and signature in base32, as they stand in the QR code. */
    statement: text().notNull(),
    body: text({ mode: 'json' }).$type<CertificateText>().notNull(),
    /** Who stands for it; an erasure of theirs takes the name away. */
    warrantor: text(),
    warrantorName: text('warrantor_name'),
  },
  (table) => [
    index('certificate_person').on(table.person, table.subject),
    index('certificate_house').on(table.house, table.issuedAt),
    index('certificate_record').on(table.record),
    index('certificate_warrantor').on(table.warrantor),
  ],
);

/** A certificate that holds no longer. It names nobody and outlives its person: whoever checks the paper must hear of it. */
export const certificateEnd = sqliteTable('certificate_end', {
  certificate: text().primaryKey(),
  why: text().$type<CertificateEnding>().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
  /** The one that stands in its place, where it was replaced. */
  successor: text(),
});

/**
 * A person who asked to be erased: what stays is this row. Adding it is the erasing: its trigger deletes all rows that point
 * to the person, and the person, in the same statement. A new table about people belongs into that trigger.
 */
export const erasure = sqliteTable('erasure', {
  /** The id of the person who is gone: it names nobody any more. */
  person: text().primaryKey(),
  erasedAt: integer('erased_at').notNull(),
  /** The account on the house's computer that gave the command. */
  by: text().notNull(),
  records: integer().notNull(),
  grades: integer().notNull(),
  enrollments: integer().notNull(),
});

/** How often the people of a house searched for something on a day (days since 1970, UTC) and found nothing. Nobody's name. */
export const missedSearch = sqliteTable(
  'missed_search',
  {
    house: text().notNull(),
    query: text().notNull(),
    day: integer().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.house, table.query, table.day] })],
);

/** One row: when the server last tried whether the database takes a write. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer().primaryKey(),
  at: integer().notNull(),
});
