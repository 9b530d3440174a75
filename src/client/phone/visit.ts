// What is kept for this visit alone: until the tab is closed.

/** A text kept for this visit; undefined when there is none, or when the browser stores nothing. */
export function visitText(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text for this visit, or forgets it. */
export function keepForVisit(key: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // A private window: it is asked again.
  }
}
