import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';

/** The digest that names a quiz or lesson as it was published: 16 hexadecimal signs, the same for the same content. */
export function editionOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
}
