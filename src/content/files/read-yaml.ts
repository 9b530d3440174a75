import type { z } from 'zod';
import type { Fault, Located } from '#domain/lint/fault.ts';
import type { ContentSource } from './content-source.ts';
import { readText, sizeLimits } from './text-file.ts';
import { parseYaml } from './yaml-file.ts';

/** What came of reading something: itself, as far as it could be read, and what is wrong with it. */
export interface Read<T> {
  readonly located?: T;
  readonly faults: readonly Fault[];
}

/** Reads one YAML file by its schema. */
export async function readYaml<Schema extends z.ZodType>(
  source: ContentSource,
  file: string,
  schema: Schema,
): Promise<Read<Located<z.output<Schema>>>> {
  const read = await readText(source, file, sizeLimits.yaml);
  return 'faults' in read ? read : parseYaml(schema, { file, text: read.text });
}
