import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** One row: when the server last tried whether the database takes a write. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer().primaryKey(),
  at: integer().notNull(),
});
