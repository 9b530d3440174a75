import { certificateEnd, certificateKey, certificateNumber } from '#db/schema/certificates.ts';
import { pathSubject } from '#domain/certificate/certificate.ts';
import type { CheckList } from '#domain/certificate/check-list.ts';
import { todayOn } from '#domain/local-date.ts';
import { desc, ne } from 'drizzle-orm';
import type { CourseServices } from '#server/services.ts';
import { findCurrentKey } from './house-key.ts';

/** What checkers have to know today: keys, ended numbers, and of each closed key which numbers it signed. */
export async function readCheckList({ db, catalogue }: CourseServices): Promise<CheckList> {
  const current = (await findCurrentKey(db)) ?? '';
  const [keys, ends, numbers] = await Promise.all([
    db.orm.select().from(certificateKey).orderBy(desc(certificateKey.since)),
    db.orm.select().from(certificateEnd),
    db.orm.select().from(certificateNumber).where(ne(certificateNumber.key, current)),
  ]);
  const signedBy = Map.groupBy(numbers, ({ key }) => key);
  const { houses, courses, paths = [] } = catalogue;
  return {
    on: todayOn(),
    keys: keys.map(({ key }) =>
      key === current ? { key } : { key, only: (signedBy.get(key) ?? []).map(({ id }) => id) },
    ),
    ended: Object.fromEntries(
      ends.map(({ certificate, why, at }) => [certificate, { why, on: todayOn(new Date(at)) }]),
    ),
    names: Object.fromEntries([
      ...houses.map(({ id, name }) => [id, name]),
      ...courses.map(({ id, title }) => [id, title]),
      ...paths.map(({ id, title }) => [pathSubject(id), title]),
    ]),
  };
}
