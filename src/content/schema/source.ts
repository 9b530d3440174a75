import { z } from 'zod';
import { confidences, type Fact, type Source } from '#domain/course/source.ts';
import { asOf, factId, fields, list, plainText } from './field.ts';

/** `sources.yaml` */
export const sourcesSchema = fields({
  /** What was read, by short name. */
  sources: z.record(
    factId,
    fields({
      /** Title of the law, report or page. */
      title: plainText(300),
      /** Who published it. */
      publisher: plainText(200),
      /** Year of publication. */
      year: z.int().min(1900, 'tahun dengan empat angka.').max(2100, 'tahun dengan empat angka.').exactOptional(),
      /** Where it was found. */
      address: plainText(300).exactOptional(),
    }) satisfies z.ZodType<Omit<Source, 'id'>>,
  ),
  /** Every fact that content may rest on, by id. */
  facts: z.record(
    factId,
    fields({
      /** Short names of sources, as above. */
      sources: list(factId).default([]),
      /** How sure the fact is. */
      confidence: z.enum(confidences).exactOptional(),
      /** Advice or arithmetic of our own. */
      editorial: z.boolean().default(false),
      /** Month or year that the fact was seen. */
      asOf: asOf.exactOptional(),
      /** True where it may have changed since. */
      outdated: z.boolean().default(false),
    }) satisfies z.ZodType<Omit<Fact, 'id' | 'sources'>>,
  ),
});
