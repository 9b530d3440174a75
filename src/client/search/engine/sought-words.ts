const key = 'dicari';

/** Keeps for the page that is opened next which words were found on it; for that page alone, and once. */
export function rememberSought(address: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([new URL(address, location.href).pathname, ...words]));
  } catch {
    // Where nothing may be kept the page is opened unmarked.
  }
}

/** The words that were found on this page, when a result led here. */
export function takeSought(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    sessionStorage.removeItem(key);
    if (!Array.isArray(kept) || kept[0] !== location.pathname) return [];
    return kept.slice(1).filter((word) => typeof word === 'string');
  } catch {
    return [];
  }
}
