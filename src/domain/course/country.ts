/** What is told of every country, in the order of the frame. */
export const countryAspects = ['contract', 'dayOff', 'wage', 'documents', 'forbidden', 'help'] as const;
export type CountryAspect = (typeof countryAspects)[number];

/** What sources say of one aspect. */
export interface CountryFact {
  readonly text: string;
  /** When it was so: `YYYY` or `YYYY-MM`. */
  readonly asOf?: string;
  /** Fact ids, at least one. */
  readonly sources: readonly string[];
}

/** A country that people leave for. An aspect that no source tells is absent. */
export type Country = {
  /** The file name of its lesson in the course `countryCourse`. */
  readonly id: string;
  readonly name: string;
} & { readonly [aspect in CountryAspect]?: CountryFact };

/** The course with one lesson for each country. */
export const countryCourse = 'op-104';

/** Whether a text names an aspect. */
export function isCountryAspect(text: string | undefined): text is CountryAspect {
  return (countryAspects as readonly (string | undefined)[]).includes(text);
}

/** The fact ids that a country rests on, in all aspects or in one, each once. */
export function countrySources(
  country: Country,
  aspects: readonly CountryAspect[] = countryAspects,
): readonly string[] {
  return [...new Set(aspects.flatMap((aspect) => country[aspect]?.sources ?? []))];
}
