import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Deed } from '#domain/person/deed.ts';
import type { Role } from '#domain/person/person.ts';

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
    /** Argon2id of PIN or passphrase, peppered; or the keyed digest of a one-time number. */
    secretHash: text('secret_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When name, role or secret were changed last; grows with each change, so that two editors see each other. */
    changedAt: integer('changed_at').notNull().default(0),
    /** Since when nobody signs in to it; null where somebody may. */
    deactivatedAt: integer('deactivated_at'),
    /** Until when the secret is a one-time number, which opens only the choice of another; null once that was chosen. */
    numberUntil: integer('number_until'),
    /** How many wrong numbers it still takes. */
    numberTries: integer('number_tries').notNull().default(0),
    /** Since when a coordinator keeps the server; null for everybody else. */
    keeperSince: integer('keeper_since'),
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
  (table) => [index('deed_person').on(table.person, table.at), index('deed_by').on(table.by)],
);

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

/**
 * Two accounts of one person that became one. Adding the row is the merging: its trigger brings all rows of the account that
 * goes under the one that stays, in the same statement. The login of the one that is gone leads on, and is nobody else's.
 */
export const merge = sqliteTable(
  'merge',
  {
    /** The id of the account that is gone: phones may still send records under it. */
    gone: text().primaryKey(),
    /** Its login. */
    login: text().notNull().unique(),
    /** Whose they are now. */
    person: text()
      .notNull()
      .references(() => person.id),
    at: integer().notNull(),
    by: text().notNull(),
  },
  (table) => [index('merge_person').on(table.person)],
);

/** A participant who is offered to another house and waits for its coordinator's word; goes with its person. */
export const offer = sqliteTable(
  'offer',
  {
    person: text()
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The house that they are offered to. */
    house: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('offer_house').on(table.house, table.at)],
);

/** What a person agreed to, when, and who stood by. The newest row of a person counts. */
export const consent = sqliteTable(
  'consent',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text()
      .notNull()
      .references(() => person.id),
    /** Of the text, as `messages/consent.ts` has it. */
    edition: text().notNull(),
    at: integer().notNull(),
    /** Parent or guardian of a minor who agreed too. */
    guardian: text(),
    /** Who read it to them. */
    helper: text(),
  },
  (table) => [index('consent_person').on(table.person)],
);

/** Who asked to be erased and waits for a coordinator. */
export const erasureRequest = sqliteTable('erasure_request', {
  person: text()
    .primaryKey()
    .references(() => person.id),
  at: integer().notNull(),
});
