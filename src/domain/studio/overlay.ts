/** A draft that went live with all its revisions up to `through`. */
export interface LivePublication {
  readonly draft: string;
  readonly through: number;
}

/** One file as somebody saved it. `digest` is null where the file is taken away. */
export interface SavedFile {
  readonly id: number;
  readonly draft: string;
  readonly path: string;
  readonly digest: string | null;
}

/** What each path holds, in the order of publishing: of a draft its last revision that was published, of several the last. */
export function foldOverlay<Saved extends SavedFile>(
  publications: readonly LivePublication[],
  revisions: readonly Saved[],
): ReadonlyMap<string, Saved> {
  const overlay = new Map<string, Saved>();
  for (const { draft, through } of publications) {
    for (const revision of lastOfEach(revisions.filter((it) => it.draft === draft && it.id <= through))) {
      overlay.set(revision.path, revision);
    }
  }
  return overlay;
}

/** The newest revision of each path. */
export function lastOfEach<Saved extends SavedFile>(revisions: readonly Saved[]): readonly Saved[] {
  const last = new Map<string, Saved>();
  for (const revision of revisions.toSorted((a, b) => a.id - b.id)) last.set(revision.path, revision);
  return [...last.values()];
}
