import type { z } from 'zod';
import type { Synonym } from '#domain/search/synonym.ts';
import { fields, list, plainText } from './field.ts';

/** An entry of `synonyms.yaml` */
export const synonymSchema = fields({
  /** As lessons write it. */
  written: list(plainText(60)).min(1, 'kosong. Tulis paling sedikit satu kata yang dipakai pelajaran.'),
  /** What people type instead. */
  typed: list(plainText(60)).min(1, 'kosong. Tulis paling sedikit satu kata yang diketik orang.'),
}) satisfies z.ZodType<Synonym>;
