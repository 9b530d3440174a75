import type { PeopleList, WrongRow } from '#domain/person/people-list.ts';

/** Why a row of a list names no participant whom a cohort could take. */
export type MemberProblem = 'unknown_login' | 'unknown_name' | 'several';

export interface MatchedMembers {
  /** Ids, each once. */
  readonly people: readonly string[];
  readonly wrong: readonly (WrongRow | { readonly line: number; readonly problem: MemberProblem })[];
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}

/**
 * Finds the participants of a house whom a list names: by login where it gives one, else by
 * the whole name, however it is capitalised; a row that is nobody's name may be a login.
 */
export function matchMembers({ people, wrong }: PeopleList, known: readonly Known[]): MatchedMembers {
  const byLogin = new Map(known.map((it) => [it.login, it]));
  const byName = Map.groupBy(known, ({ name }) => plainName(name));
  const found = new Set<string>();
  const problems: { readonly line: number; readonly problem: MemberProblem }[] = [];
  for (const { line, name, login } of people) {
    const named = login === undefined ? (byName.get(plainName(name)) ?? []) : [];
    const one = named.length === 0 ? byLogin.get(login ?? name.toLowerCase()) : undefined;
    const same = one === undefined ? named : [one];
    const [only] = same;
    if (only !== undefined && same.length === 1) found.add(only.id);
    else if (same.length > 1) problems.push({ line, problem: 'several' });
    else problems.push({ line, problem: login === undefined ? 'unknown_name' : 'unknown_login' });
  }
  const all = [...wrong, ...problems];
  return { people: [...found], wrong: all.toSorted((a, b) => a.line - b.line) };
}

function plainName(name: string): string {
  return name.toLocaleLowerCase('id').replaceAll(/\s+/g, ' ').trim();
}
