import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CertificateEnding, CertificateText } from '#domain/certificate/certificate.ts';
import { person } from './people.ts';
import { record } from './records.ts';

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
