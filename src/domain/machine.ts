/** What the keeper of a server may know of it, and have it do. The host fills it in; pages hold only this. */
export interface Machine {
  /** The release that answers: its id, when it was built (ISO 8601, UTC), and since when this server answers with it. */
  readonly release: { readonly id: string; readonly builtAt: string; readonly servedSince: number };
  /** Where people reach it, without path. Empty when only this machine does. */
  readonly addresses: readonly string[];
  readonly backups: BackupDesk;
}

/** Makes backups that may leave the house, one at a time, beside the work of serving. */
export interface BackupDesk {
  /** What is going on; undefined when nothing is. */
  running(): RunningBackup | undefined;
  /** Why the last one that this server was asked for was not made, in the words of the command (English). */
  failed(): string | undefined;
  /** Begins one and does not wait for it. */
  start(): BackupStart;
}

/** Whether one was begun; else why not. */
export type BackupStart = 'begun' | 'no_file' | 'no_sheet' | 'backup_running';

/** `step`: the database is copied first, then encrypted. Sizes in bytes; `of` is the whole of that step, about. */
export interface RunningBackup {
  readonly startedAt: number;
  readonly step: 'copying' | 'encrypting';
  readonly done: number;
  readonly of: number;
}
