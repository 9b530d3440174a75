import type { z } from 'zod';
import type { GlossaryTerm } from '#domain/course/glossary.ts';
import { factId, fields, kebabId, list, plainText } from './field.ts';

/** An entry of `glossary.yaml` */
export const termSchema = fields({
  /** Permanent: lessons point at it. */
  id: kebabId,
  /** The word as it is written. */
  term: plainText(80),
  /** What an abbreviation stands for. */
  full: plainText(160).exactOptional(),
  /** One or two plain sentences. */
  meaning: plainText(400),
  /** Everyday or older words for the same thing. */
  also: list(plainText(80)).default([]),
  /** Fact ids. */
  sources: list(factId).default([]),
}) satisfies z.ZodType<GlossaryTerm>;
