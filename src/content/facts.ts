import type { z } from 'zod';
import { type Fault, faultAt, type Located } from '#domain/lint/fault.ts';
import { suggest } from '#domain/suggestion.ts';
import type { Fact } from '#domain/course/source.ts';
import type { sourcesSchema } from '#content/schema/source.ts';

type Sources = z.output<typeof sourcesSchema>;

/** The facts of `sources.yaml` with what each rests on, and the faults where a source is unknown or something is lacking. */
export function resolveFacts(located: Located<Sources>): {
  readonly facts: Located<readonly Fact[]>;
  readonly faults: readonly Fault[];
} {
  const { sources, facts } = located.value;
  const known = Object.keys(sources);
  const faults: Fault[] = [];
  const resolved = Object.entries(facts).map(([id, { sources: names, ...fact }]): Fact => {
    const path = ['facts', id];
    if (!fact.editorial && (names.length === 0 || fact.confidence === undefined)) {
      const message = `fakta "${id}" belum punya sources dan confidence. Isi keduanya, atau tulis editorial: true.`;
      faults.push(faultAt(located, path, 'fakta-tanpa-sumber', message));
    }
    const found = names.flatMap((name) => {
      const source = sources[name];
      if (source !== undefined) return { id: name, ...source };
      const message = `sumber "${name}" tidak ada di bagian sources.${suggest(name, known)} Perbaiki, atau tambahkan.`;
      faults.push(faultAt(located, path, 'sumber-tidak-ada', message));
      return [];
    });
    return { id, ...fact, sources: found };
  });
  return { facts: { ...located, value: resolved }, faults };
}
