/** Why a database cannot be used; permanent names. */
export type DatabaseFaultCode =
  | 'database_unwritable'
  | 'database_damaged'
  | 'database_foreign'
  | 'database_missing'
  | 'database_newer'
  | 'database_unreachable'
  | 'database_busy';

/** An error whose `message` is one sentence that says what to do, and whose `code` is permanent. */
export function databaseFault(
  code: DatabaseFaultCode,
  message: string,
  cause?: unknown,
): Error & { readonly code: DatabaseFaultCode } {
  return Object.assign(new Error(message, { cause }), { code });
}

/**
 * Trouble of the storage itself, which no request is to blame for: another program holds the file, the disk is full, the
 * file may not be written, it cannot be read, or a remote database does not answer.
 */
export type StorageTrouble = 'busy' | 'full' | 'unwritable' | 'unreadable' | 'unreachable';

/** What trouble of the storage an error tells of, however deep it is wrapped; undefined when it is something else. */
export function storageTroubleOf(error: unknown): StorageTrouble | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const code = 'code' in at ? String(at.code) : '';
    const trouble = troubles.find(([pattern]) => pattern.test(code))?.[1];
    if (trouble !== undefined) return trouble;
    // undici says no code of its own where the address does not even resolve.
    if (at instanceof TypeError && at.message === 'fetch failed') return 'unreachable';
  }
  return undefined;
}

const troubles: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(SQLITE_(BUSY|LOCKED|PROTOCOL)|database_busy)/, 'busy'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_(READONLY|PERM|CANTOPEN|AUTH)|EROFS|EACCES|database_unwritable)/, 'unwritable'],
  [/^(SQLITE_(IOERR|CORRUPT|NOTADB)|EIO|database_damaged)/, 'unreadable'],
  [
    /^(E(CONN|HOST|NET|TIMEDOUT|NOTFOUND|AI_AGAIN|PIPE)|UND_ERR_|SERVER_ERROR|HRANA_|CLIENT_CLOSED|database_unreachable)/,
    'unreachable',
  ],
];
