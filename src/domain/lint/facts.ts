import type { Content } from './content.ts';
import { type Fault, faultAt, type Located } from './fault.ts';
import { suggest } from '#domain/suggestion.ts';

/** One fault for each id in the list at `path` that `content/sources.yaml` does not hold. */
export function lintFactIds(
  { facts }: Pick<Content, 'facts'>,
  located: Located<unknown>,
  path: readonly (string | number)[],
  ids: readonly string[],
): readonly Fault[] {
  if (facts === undefined) return [];
  const known = facts.value.map(({ id }) => id);
  return ids.flatMap((id, at) => {
    if (known.includes(id)) return [];
    const message = `fakta "${id}" tidak ada di content/sources.yaml.${suggest(id, known)} Perbaiki id, atau daftarkan faktanya.`;
    return faultAt(located, [...path, at], 'fakta-tidak-ada', message);
  });
}

/** The same for a field that holds one id, or none. */
export function lintFactId(
  { facts }: Pick<Content, 'facts'>,
  located: Located<unknown>,
  path: readonly (string | number)[],
  id: string | undefined,
): readonly Fault[] {
  const [fault] = id === undefined ? [] : lintFactIds(facts === undefined ? {} : { facts }, located, [], [id]);
  return fault === undefined ? [] : [{ ...fault, ...located.placeOf(path) }];
}
