import type { Database } from '#db/client.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';

/** What the server layer works with; `App.Locals` is one. */
export interface Services {
  readonly db: Database;
  readonly catalogue: Catalogue;
  /** Secret added to every PIN and passphrase before hashing. */
  readonly pepper: Uint8Array;
}
