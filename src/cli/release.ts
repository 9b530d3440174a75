import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { releaseMessages } from '#messages/release.ts';
import { makeRelease } from '#release/make-release.ts';
import { describeQuizChanges } from '#release/quiz-changes.ts';
import { noteRefusal, takeRefusal } from '#release/refusal-note.ts';
import type { Overlay } from '#release/workshop.ts';
import { dataFolder, type Environment, readEnvironment } from '#server/host/environment.ts';
import { readCurrentCatalogue, readPointer } from '#server/release/release.ts';
import { readServing } from '#server/release/serving.ts';
import { undoRelease } from '#server/release/settle.ts';
import { readPublishedFiles } from '#server/studio/publishing/published-files.ts';

// npm run release [-- --undo]: speaks to authors, so in Indonesian. `--data FOLDER` keeps the releases elsewhere (tests,
// benchmarks), `--stages` tells what the stages cost.
const { values } = parseArgs({
  options: {
    undo: { type: 'boolean' },
    stages: { type: 'boolean' },
    data: { type: 'string', default: dataFolder },
  },
});
/** A phone that is being served goes before. */
const politeness = 10;
const patienceMs = 20_000;

setPriority(politeness);
process.exitCode = values.undo ? await undo(values.data) : await release(values.data);

async function undo(folder: string): Promise<number> {
  const current = readPointer(folder)?.current;
  if (takeRefusal(folder) && current !== undefined) {
    console.log(releaseMessages.nothingToUndo(current));
    return 0;
  }
  const id = await undoRelease(folder);
  if (id === undefined) console.error(releaseMessages.nothingBefore);
  else console.log(releaseMessages.undone(id));
  return id === undefined ? 1 : 0;
}

async function release(folder: string): Promise<number> {
  const startedAt = performance.now();
  const environment = readEnvironment(process.env);
  const { siteUrl } = environment;
  const before = readCurrentCatalogue(folder);
  const overlay = await readPublished(environment, folder);
  const made = await makeRelease({ root: process.cwd(), dataFolder: folder, siteUrl, overlay });
  for (const { file, line, column, name, message } of made.contentFaults) {
    console.error(`${file}:${line}:${column}  ${name}: ${message}`);
  }
  const error = made.contentFaults.find(({ severity }) => severity === 'error');
  const { outcome } = made;
  if (outcome === undefined) return refuse(folder, [releaseMessages.contentFaults(error?.name ?? '')]);
  for (const { code, missing } of made.waiting) console.log(releaseMessages.waiting(code, missing));
  if ('faults' in outcome) return refuse(folder, [...outcome.faults, releaseMessages.siteFaults]);
  takeRefusal(folder);
  const { id } = outcome.release;
  console.log(releaseMessages.built(id, ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')));
  if (values.stages) console.log(JSON.stringify(outcome.costs));
  const catalogue = readCurrentCatalogue(folder);
  if (before !== undefined && catalogue !== undefined) {
    for (const line of describeQuizChanges(before, catalogue)) console.log(line);
  }
  return showRelease(folder, id);
}

/** What houses published, where the releases stand beside the database or somebody says which one it is. */
async function readPublished(environment: Environment, folder: string): Promise<Overlay> {
  const isElsewhere = resolve(folder) !== resolve(dataFolder) && process.env.DATABASE_URL === undefined;
  return isElsewhere ? new Map() : readPublishedFiles(environment);
}

function refuse(folder: string, lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  const current = readPointer(folder)?.current;
  if (current !== undefined) {
    console.error(releaseMessages.stays(current));
    noteRefusal(folder);
  }
  return 1;
}

/** A release is called shown when a server shows it. */
async function showRelease(folder: string, id: string): Promise<number> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(100)) {
    const serving = readServing(folder);
    if (serving === undefined) {
      console.log(releaseMessages.shownLater);
      return 0;
    }
    if (serving.release === id) {
      console.log(releaseMessages.shown(id, serving.origin));
      return 0;
    }
    if (serving.refused === id) {
      console.error(releaseMessages.refusedByServer(serving.release));
      return 1;
    }
  }
  console.log(releaseMessages.stillWaiting);
  return 0;
}
