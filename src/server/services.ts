import type { Database } from '#db/client.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';

/** The data alone. */
export interface DataServices {
  readonly db: Database;
}

/** The data, and what the current release teaches. */
export interface CourseServices extends DataServices {
  readonly catalogue: Catalogue;
}

/** What the server layer works with; `App.Locals` is one. */
export interface Services extends CourseServices {
  /** Secret added to every PIN and passphrase before hashing. */
  readonly pepper: Uint8Array;
  /** Path of the key that certificates are signed with, whether it is there or not. */
  readonly keyFile: string;
}
