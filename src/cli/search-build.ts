import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { synonymSchema } from '#content/schema/synonym.ts';
import { parseYaml } from '#content/files/yaml-file.ts';
import type { Synonym } from '#domain/search/synonym.ts';
import { listClientFiles } from '#release/site/client-files.ts';
import { writeSearchIndex } from '#release/search/index-files.ts';

// node src/cli/run.mjs search-build DIR [--synonyms FILE.yaml]: the search of this product for any built site in Indonesian.

const usage = 'node src/cli/run.mjs search-build DIR [--synonyms FILE.yaml]';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { synonyms: { type: 'string' } } });
const [folder, ...rest] = positionals;
if (folder === undefined || rest.length > 0) throw new Error(usage);
console.log(JSON.stringify(await buildSearch(folder, values.synonyms)));

async function buildSearch(folder: string, synonymsFile: string | undefined): Promise<object> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const pages = listClientFiles(folder).filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/'));
  if (pages.length === 0) throw new Error(`${folder} holds no HTML: build the site first.`);
  const bundle = join(folder, 'pagefind');
  if (existsSync(bundle) && !existsSync(join(bundle, 'pagefind-entry.json'))) {
    throw new Error(`${bundle} is no search index: move it away first.`);
  }
  const synonyms = synonymsFile === undefined ? [] : readSynonyms(synonymsFile);
  const startedAt = performance.now();
  const indexed = await writeSearchIndex(folder, { pages, names: { synonyms, asked: [] }, packed: true });
  if (indexed === 0) throw new Error(`The pages in ${folder} hold no text.`);
  return { bundle, pages: indexed, seconds: Math.round(performance.now() - startedAt) / 1000 };
}

function readSynonyms(file: string): readonly Synonym[] {
  const { located, faults } = parseYaml(z.array(synonymSchema), { file, text: readFileSync(file, 'utf8') });
  if (located !== undefined) return located.value;
  throw new Error(faults.map((it) => `${it.file}:${it.line}:${it.column}  ${it.message}`).join('\n'));
}
