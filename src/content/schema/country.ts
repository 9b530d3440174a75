import { z } from 'zod';
import type { Country, CountryFact } from '#domain/course/country.ts';
import { factId, fields, kebabId, list, plainText } from './field.ts';

/** One aspect of a country. */
const aspect = fields({
  /** One short sentence; it stands in a narrow table. */
  text: plainText(110),
  /** Year or month that it was so; shown as "per 2025". A bare year is a number in YAML. */
  asOf: z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string().regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/, 'bukan tahun atau bulan. Contoh: "2025" atau "2025-09".'),
    )
    .exactOptional(),
  /** Fact ids that it rests on. */
  sources: list(factId).min(1, 'kosong. Tulis paling sedikit satu id fakta, atau hapus bagian ini.'),
}) satisfies z.ZodType<CountryFact>;

/** An entry of `countries.yaml`. An aspect that no source tells is left out: pages say so. */
export const countrySchema = fields({
  /** Permanent; the name of its lesson in the course of countries. */
  id: kebabId,
  /** As people say it. */
  name: plainText(40),
  /** Which contract is signed, for how long. */
  contract: aspect.exactOptional(),
  /** Days of rest. */
  dayOff: aspect.exactOptional(),
  /** Smallest wage that is known, with its currency. */
  wage: aspect.exactOptional(),
  /** What a worker keeps or needs. */
  documents: aspect.exactOptional(),
  /** What is against the law there. */
  forbidden: aspect.exactOptional(),
  /** Where to ask for help. No phone number: those stand in `contacts.yaml`. */
  help: aspect.exactOptional(),
}) satisfies z.ZodType<Country>;
