import type { Database } from '#db/client.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { type House, mergeHouses } from '#domain/house.ts';

// Houses come from `content/houses.yaml`; a keeper adds and corrects them in the database, for all hosts that share it.

/** How long what was read stays good: other hosts see a new house after that. */
const freshMs = 5000;

interface Known {
  readonly at: number;
  readonly set: Promise<readonly House[]>;
}

const known = new WeakMap<Database, Known>();
const made = new WeakMap<Catalogue, { readonly set: readonly House[]; readonly catalogue: Catalogue }>();

/** A catalogue with the houses of today; the very same one while nothing was set. */
export async function withHouses(db: Database, catalogue: Catalogue): Promise<Catalogue> {
  const set = await readFresh(db);
  if (set.length === 0) return catalogue;
  const before = made.get(catalogue);
  if (before?.set === set) return before.catalogue;
  const merged = { ...catalogue, houses: mergeHouses(catalogue.houses, set) };
  made.set(catalogue, { set, catalogue: merged });
  return merged;
}

/** Forgets what was read, on the host where a house was just set. */
export function forgetHouses(db: Database): void {
  known.delete(db);
}

/** The houses that a keeper set, as they are now; none in a database from before there were any. */
export async function listSetHouses({ client }: Database): Promise<readonly House[]> {
  const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'house_setting'");
  if (tables.length === 0) return [];
  const { rows } = await client.execute(
    `SELECT house, name, village, district, regency FROM house_setting AS s
      WHERE id = (SELECT max(id) FROM house_setting WHERE house = s.house) ORDER BY name, house`,
  );
  return rows.map(({ house, name, village, district, regency }) => ({
    ...{ id: String(house), name: String(name), village: String(village) },
    ...{ district: String(district), regency: String(regency) },
  }));
}

function readFresh(db: Database): Promise<readonly House[]> {
  const before = known.get(db);
  if (before !== undefined && Date.now() - before.at < freshMs) return before.set;
  // Whoever signs out is not kept from it by a database that cannot be reached: what was read last is as good.
  const set = listSetHouses(db).then(
    async (now) => sameAs(await before?.set, now),
    () => before?.set ?? [],
  );
  known.set(db, { at: Date.now(), set });
  return set;
}

/** What was read last where nothing was set since: what is kept by catalogue is then good for longer than this. */
function sameAs(last: readonly House[] | undefined, now: readonly House[]): readonly House[] {
  return last !== undefined && JSON.stringify(last) === JSON.stringify(now) ? last : now;
}
