import type { Role } from './person.ts';

/** What hangs on an account. */
export interface AccountHoldings {
  readonly records: number;
  readonly courses: number;
  readonly cohorts: number;
  readonly attendance: number;
  readonly certificates: number;
  readonly cards: number;
  /** When something came from it last, milliseconds since 1970; null for never. */
  readonly lastRecordAt: number | null;
  /** When a phone was last heard to sign in with it; null for never. */
  readonly lastSeenAt: number | null;
}

/** One of two accounts that may belong to one person, as it is compared. */
export interface MergeSide extends AccountHoldings {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  /** Which state of the account this is: it is another one after each change. */
  readonly changedAt: number;
  readonly deactivatedAt: number | null;
}
