import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeKind } from '#domain/studio/change-kind.ts';
import type { DraftState } from '#domain/studio/draft.ts';
import { person } from './people.ts';

// All but `draft_work` is appended to and never changed. `by` is the id of a person; it becomes null when
// that person is erased, and what they wrote stays.

/** Some content files that are written, read, published and undone together. */
export const draft = sqliteTable(
  'draft',
  {
    /** UUID v7. */
    id: text().primaryKey(),
    house: text().notNull(),
    course: text().notNull(),
    title: text().notNull(),
    by: text(),
    at: integer().notNull(),
  },
  (table) => [index('draft_house').on(table.house, table.at)],
);

/** In which state a draft is; its newest row counts. */
export const draftState = sqliteTable(
  'draft_state',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draft: text()
      .notNull()
      .references(() => draft.id),
    state: text().$type<DraftState>().notNull(),
    /** The newest revision that it speaks of; 0 when there is none. */
    through: integer().notNull(),
    /** What its author says of it; of a build that failed the faults, a line each. */
    note: text(),
    /** What whoever asks for publishing says of the change. */
    change: text().$type<ChangeKind>(),
    by: text(),
    at: integer().notNull(),
  },
  (table) => [index('draft_state_draft').on(table.draft)],
);

/** One content file as somebody saved it. */
export const revision = sqliteTable(
  'revision',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draft: text()
      .notNull()
      .references(() => draft.id),
    /** `content/courses/up-202/hpp-keripik.mdx` */
    path: text().notNull(),
    /** Null where the file is taken away. */
    digest: text(),
    /** What was live when the draft took the file up; null for a new file. */
    baseDigest: text('base_digest'),
    /** What the shipped `content/` held then. */
    shippedDigest: text('shipped_digest'),
    /** Of a picture: `none`, nobody can be known in it; `agreed`, all who can have agreed. */
    people: text(),
    by: text(),
    at: integer().notNull(),
  },
  (table) => [index('revision_draft').on(table.draft, table.path), index('revision_path').on(table.path)],
);

/** Every text, picture and sound that a revision holds or began from, once. `digest` is the SHA-256 of the bytes. */
export const contentBlob = sqliteTable('content_blob', {
  digest: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/** A draft that went live, or was taken back. What is live follows from the rows: of a path the last that was not undone. */
export const publication = sqliteTable(
  'publication',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draft: text()
      .notNull()
      .references(() => draft.id),
    /** The newest revision that went live with it. */
    through: integer().notNull(),
    release: text().notNull(),
    /** The publication that it takes back. */
    undoes: integer(),
    /** Whether nobody but its writer had read it. */
    alone: integer({ mode: 'boolean' }).notNull(),
    /** Null where it was not said, and of one that takes back. */
    change: text().$type<ChangeKind>(),
    by: text(),
    at: integer().notNull(),
  },
  (table) => [
    index('publication_draft').on(table.draft),
    index('publication_undoes').on(table.undoes),
    index('publication_change').on(table.change),
  ],
);

/** What a reader says of a file of a draft. */
export const remark = sqliteTable(
  'remark',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draft: text()
      .notNull()
      .references(() => draft.id),
    text: text().notNull(),
    by: text(),
    at: integer().notNull(),
  },
  (table) => [index('remark_draft').on(table.draft)],
);

/** What somebody wrote and has not saved as a revision, or could not yet: replaced by each newer text, gone with the revision. */
export const draftWork = sqliteTable(
  'draft_work',
  {
    draft: text()
      .notNull()
      .references(() => draft.id),
    path: text().notNull(),
    person: text()
      .notNull()
      .references(() => person.id),
    text: text().notNull(),
    /** The digest that the text was begun from. */
    base: text().notNull(),
    at: integer().notNull(),
    /** How to come back to the texts before it, the newest last: JSON of `TextStep[]`. */
    earlier: text().notNull().default('[]'),
  },
  (table) => [
    primaryKey({ columns: [table.draft, table.path, table.person] }),
    index('draft_work_person').on(table.person),
  ],
);
