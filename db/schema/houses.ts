import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A house as the keeper of the server set it: the newest row of a house counts, over what `content/houses.yaml` says of it. */
export const houseSetting = sqliteTable(
  'house_setting',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Permanent: people, cohorts and certificates point at it. */
    house: text().notNull(),
    name: text().notNull(),
    village: text().notNull(),
    district: text().notNull(),
    regency: text().notNull(),
    setAt: integer('set_at').notNull(),
    /** The id of a person. */
    by: text().notNull(),
  },
  (table) => [index('house_setting_house').on(table.house)],
);

/** What a house tells of the offices around it: the newest row of a house counts. */
export const housePage = sqliteTable(
  'house_page',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    house: text().notNull(),
    /** JSON of the offices, in order. */
    offices: text().notNull(),
    /** The id of a person. */
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('house_page_house').on(table.house)],
);
