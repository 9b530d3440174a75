/** Why a database cannot be used; permanent names. */
export type DatabaseFaultCode =
  | 'database_unwritable'
  | 'database_damaged'
  | 'database_foreign'
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
