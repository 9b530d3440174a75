import type { Viewer } from '#domain/person.ts';
import { rememberPerson } from './known-people.ts';

/** What `GET /api/me` says, as far as the phone asks for it. */
export interface OwnFacts {
  readonly viewer: Viewer | null;
}

let asked: Promise<OwnFacts | undefined> | undefined;

/** Asks once a page who is signed in; undefined without a network. Remembers the name. */
export function askOwnFacts(): Promise<OwnFacts | undefined> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<OwnFacts | undefined> {
  try {
    const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
    const facts = (await response.json()) as OwnFacts;
    if (facts.viewer) rememberViewer(facts.viewer);
    return facts;
  } catch {
    return undefined;
  }
}

export function rememberViewer({ id, login, name, role }: Omit<Viewer, 'house'>): void {
  rememberPerson({ id, login, name, isStaff: role !== 'participant' });
}
