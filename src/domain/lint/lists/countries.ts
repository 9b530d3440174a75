import { countryAspects } from '#domain/course/country.ts';
import type { Content } from '#domain/lint/content.ts';
import { lintFactIds } from '#domain/lint/facts.ts';
import { type Fault, faultAt } from '#domain/lint/fault.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

/** Every aspect of every country rests on facts that exist, and gives no phone number. */
export function lintCountries(content: Content): readonly Fault[] {
  const { countries } = content;
  return (countries?.value ?? []).flatMap((country, at) =>
    countryAspects.flatMap((aspect) => {
      const told = country[aspect];
      if (countries === undefined || told === undefined) return [];
      const phone = findPhoneNumber(told.text);
      const message = `nomor "${phone}" tidak ditulis di sini. Daftarkan di content/contacts.yaml.`;
      return [
        ...lintFactIds(content, countries, [at, aspect, 'sources'], told.sources),
        ...(phone === undefined ? [] : [faultAt(countries, [at, aspect, 'text'], 'nomor-telepon', message)]),
      ];
    }),
  );
}
