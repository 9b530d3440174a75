import { parseArgs } from 'node:util';
import { buildCatalogue } from '#content/catalogue.ts';
import { readContent } from '#content/read.ts';
import { dataFolder, readEnvironment } from '#server/host/environment.ts';
import { buildRelease } from '#release/build.ts';
import { digestSources } from '#release/source-digest.ts';
import { describeQuizChanges } from '#release/quiz-changes.ts';
import { readCurrentCatalogue, undoRelease } from '#server/release.ts';

// npm run release [-- --undo]      `--data FOLDER` keeps the releases elsewhere (tests, benchmarks).
const { values } = parseArgs({ options: { undo: { type: 'boolean' }, data: { type: 'string', default: dataFolder } } });

process.exitCode = values.undo ? undo(values.data) : await release(values.data);

function undo(folder: string): number {
  const id = undoRelease(folder);
  if (id === undefined) console.error('There is no release before this one.');
  else console.log(`Went back to release ${id}.`);
  return id === undefined ? 1 : 0;
}

async function release(folder: string): Promise<number> {
  const root = process.cwd();
  const startedAt = performance.now();
  const { siteUrl } = readEnvironment(process.env);
  const sourceDigest = digestSources(root, siteUrl);
  const { content, faults } = await readContent(root);
  for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column}  ${message}`);
  if (faults.some(({ severity }) => severity === 'error')) {
    console.error('Nothing was built: mend the lines above, then try again.');
    return 1;
  }
  const [before, catalogue] = [readCurrentCatalogue(folder), buildCatalogue(content)];
  const outcome = await buildRelease({
    root,
    dataFolder: folder,
    catalogue,
    sourceDigest,
    synonyms: content.synonyms?.value ?? [],
  });
  if ('faults' in outcome) {
    for (const fault of outcome.faults) console.error(fault);
    return 1;
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`Release ${outcome.release.id} built in ${seconds} s; it is current now.`);
  if (before !== undefined) for (const line of describeQuizChanges(before, catalogue)) console.log(line);
  return 0;
}
