import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Something that can be found without a page of its own: a term, a contact, a practice. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  /** With a `title`. */
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Where the built pages leave their records for the index, below `client/`. */
const recordsFile = join('cari', 'catatan.json');

const recordsSchema = z.array(
  z.object({
    url: z.string().startsWith('/'),
    content: z.string().min(1),
    meta: z.record(z.string(), z.string()),
    filters: z.record(z.string(), z.array(z.string())),
  }),
) satisfies z.ZodType<SearchRecord[]>;

/** Takes the records out of a built site: the index holds them from then on, nobody else needs the file. */
export function takeSearchRecords(clientFolder: string): readonly SearchRecord[] {
  const file = join(clientFolder, recordsFile);
  if (!existsSync(file)) return [];
  const records = recordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  return records;
}
