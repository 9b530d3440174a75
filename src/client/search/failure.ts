/** `offline`: the search cannot be loaded; `stale`: its parts are missing or of different builds. */
export type SearchFailureKind = 'offline' | 'stale';

const kinds = new WeakMap<Error, SearchFailureKind>();

/** An error that says why the search could not answer. */
export function searchFailure(kind: SearchFailureKind, cause?: unknown): Error {
  const error = new Error(`search_${kind}`, { cause });
  kinds.set(error, kind);
  return error;
}

/** Why the search could not answer; undefined for any other error. */
export function failureKind(error: unknown): SearchFailureKind | undefined {
  return error instanceof Error ? kinds.get(error) : undefined;
}
