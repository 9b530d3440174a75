import type { Database } from '#db/client.ts';
import { splitCoursePath } from '#domain/content-path.ts';

/** By course and lesson when a change of substance last went live that was not taken back, in milliseconds since 1970. */
export type ChangedLessons = ReadonlyMap<string, ReadonlyMap<string, number>>;

export async function listChangedLessons({ client }: Pick<Database, 'client'>): Promise<ChangedLessons> {
  const { rows } = await client.execute(
    `SELECT r.path, max(p.at) AS at FROM publication AS p JOIN revision AS r ON r.draft = p.draft AND r.id <= p.through
      WHERE p.change = 'substance' AND NOT EXISTS (SELECT 1 FROM publication AS u WHERE u.undoes = p.id)
        AND r.base_digest IS NOT NULL AND r.path LIKE '%.mdx'
      GROUP BY r.path`,
  );
  const changed = new Map<string, Map<string, number>>();
  for (const { path, at } of rows) {
    const { course = '', name = '' } = splitCoursePath(String(path)) ?? {};
    const lessons = changed.get(course) ?? new Map<string, number>();
    changed.set(course, lessons.set(name.replace(/\.mdx$/, ''), Number(at)));
  }
  return changed;
}
