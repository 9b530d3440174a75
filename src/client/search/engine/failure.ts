/** `offline`: the search cannot be loaded; `stale`: its parts are missing or of different builds. */
export type SearchFailureKind = 'offline' | 'stale';

/** Why the search could not answer. */
export class SearchFailure extends Error {
  readonly kind: SearchFailureKind;

  constructor(kind: SearchFailureKind, cause?: unknown) {
    super(`search_${kind}`, { cause });
    this.kind = kind;
  }
}

/** Why the search could not answer; undefined for any other error. */
export function failureKind(error: unknown): SearchFailureKind | undefined {
  return error instanceof SearchFailure ? error.kind : undefined;
}
