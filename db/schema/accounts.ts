import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';

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

/** A key that staff share with an app on their phone, whose code their sign-in asks for. */
export const secondStep = sqliteTable('second_step', {
  person: text()
    .primaryKey()
    .references(() => person.id),
  /** AES-256-GCM by a key made of the pepper. */
  sealedKey: text('sealed_key').notNull(),
  since: integer().notNull(),
  /** The newest step whose code was taken: none is taken twice. */
  lastStep: integer('last_step').notNull(),
});

/** A code on paper that stands in for the app's, once. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    /** Keyed digest. */
    digest: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    madeAt: integer('made_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_code_person').on(table.person)],
);

/** A printed sign-in card: its code says whose it is and opens nothing. Of a person one is open at most. */
export const card = sqliteTable(
  'card',
  {
    /** 12 signs of base32. */
    code: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    house: text().notNull(),
    /** Which of the house's people the card is for, from 1. */
    number: integer().notNull(),
    madeAt: integer('made_at').notNull(),
    /** When it was lost or its person went to another house; null while it is good. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('card_person').on(table.person), index('card_house').on(table.house, table.number)],
);
