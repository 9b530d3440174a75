import { missedLimit, missedQuery } from '#domain/search/missed.ts';
import { keepText, keptText, missedSearchesKey as key } from '#client/phone/text.ts';

/** Remembers a search that found nothing until it is sent with the records of whoever is signed in next. Each once. */
export function noteMissedSearch(query: string): void {
  const text = missedQuery(query);
  const noted = listMissed();
  if (text === undefined || noted.includes(text) || noted.length >= missedLimit) return;
  keepText(key, [...noted, text].join('\n'));
}

/** Sends what was noted; it stays when the house does not answer. Never throws. */
export async function sendMissedSearches(): Promise<void> {
  const queries = listMissed();
  if (queries.length === 0) return;
  try {
    const response = await fetch('/api/searches', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ queries }),
      redirect: 'error',
    });
    // What the house cannot read will not become readable.
    if (![204, 400, 422].includes(response.status)) return;
    const later = listMissed().filter((query) => !queries.includes(query));
    keepText(key, later.length === 0 ? undefined : later.join('\n'));
  } catch {
    // The next sending takes them along.
  }
}

function listMissed(): readonly string[] {
  return (keptText(key) ?? '').split('\n').filter((query) => missedQuery(query) === query);
}
