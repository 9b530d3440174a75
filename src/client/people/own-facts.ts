import type { CohortDates } from '#domain/learning/cohort.ts';
import type { Viewer } from '#domain/person/person.ts';
import { keepFormerAccounts, keepText, keptText } from '#client/phone/text.ts';
import { rememberPerson } from './known-people.ts';

/** What `GET /api/me` says, as far as the phone asks for it. */
export interface OwnFacts {
  readonly viewer: Viewer | null;
  /** Ids of accounts that became part of the viewer's. */
  readonly former?: readonly string[];
  readonly enrollments: readonly {
    readonly course: string;
    readonly cohort?: CohortDates & { readonly name: string };
  }[];
  /** By course id. */
  readonly progress: Readonly<Record<string, OwnCourse>>;
  /** Where to go on; `at` in milliseconds since 1970. */
  readonly resume?: { readonly href: string; readonly title: string; readonly at: number };
}

export interface OwnCourse {
  readonly lessonsRead: readonly string[];
  /** When lessons that were read became something else since, in milliseconds. */
  readonly again?: Readonly<Record<string, number>>;
  readonly completed: boolean;
  /** Ids of lessons and of the assessment. */
  readonly missing: readonly string[];
  /** By quiz id; of the attempts those that count. */
  readonly quizzes: Readonly<Record<string, { readonly attempts: number }>>;
  /** How many attempts do not count yet, by quiz id. */
  readonly held?: Readonly<Record<string, number>>;
}

let asked: Promise<OwnFacts | undefined> | undefined;

/** Asks once a page who is signed in; undefined without a network. Remembers the name, and of participants the progress. */
export function askOwnFacts(): Promise<OwnFacts | undefined> {
  asked ??= ask();
  return asked;
}

/** What the phone heard last of somebody's progress. */
export function keptFacts(person: string): OwnFacts | undefined {
  try {
    const facts = JSON.parse(keptText(factsKey(person)) ?? 'null') as OwnFacts | null;
    return facts?.progress ? facts : undefined;
  } catch {
    return undefined;
  }
}

async function ask(): Promise<OwnFacts | undefined> {
  try {
    const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
    const facts = (await response.json()) as OwnFacts;
    if (facts.viewer) {
      keepFormerAccounts(facts.viewer.id, facts.former ?? []);
      rememberViewer(facts.viewer);
    }
    if (facts.viewer?.role === 'participant') keepText(factsKey(facts.viewer.id), JSON.stringify(facts));
    return facts;
  } catch {
    return undefined;
  }
}

export function rememberViewer({ id, login, name, role }: Omit<Viewer, 'house'>): void {
  rememberPerson({ id, login, name, isStaff: role !== 'participant' });
}

function factsKey(person: string): string {
  return `kemajuan/${person}`;
}
