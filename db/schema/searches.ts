import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
