import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import type { Log } from '#server/host/log.ts';
import { studioMessages } from '#messages/studio.ts';
import { listAsked, recordFailed } from './publishing.ts';

/** Lets a process of its own publish what waits: one at a time, and beside the serving. */
export interface Publisher {
  /** Looks whether something waits, now or as soon as what is being built is done. */
  wake(): void;
  /** Builds the pages anew, as soon as what is being built is done: something that they say was changed. */
  release(): void;
  /** Whether something is being built. */
  isBuilding(): boolean;
  /** Resolves when nothing is being built any more. */
  rested(): Promise<void>;
}

export interface PublisherOptions {
  readonly db: Database;
  /** Folder of the project. */
  readonly root: string;
  readonly dataFolder: string;
  readonly log: Log;
  /** What its process sees of the surroundings; where the database is, too. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A phone that is being served goes before. */
const politeness = 10;

/** A builder that dies, perhaps for want of memory, is tried once more. */
const mostTries = 2;

/** Undefined on a machine that cannot build: drafts then stay ready. */
export function openPublisher({ db, root, dataFolder, log, env }: PublisherOptions): Publisher | undefined {
  const command = join(root, 'src/cli/run.mjs');
  if (!existsSync(command) || !existsSync(join(root, 'node_modules/astro'))) return undefined;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isReleaseAsked = false;
  const wake = (): void => {
    if (running !== undefined) {
      isAskedAgain = true;
      return;
    }
    running = publishAll().finally(() => {
      running = undefined;
      if (!isAskedAgain) return;
      isAskedAgain = false;
      wake();
    });
  };
  const publishAll = async (): Promise<void> => {
    try {
      while (isReleaseAsked) {
        isReleaseAsked = false;
        const { code, signal } = await run([command, 'release', '--data', dataFolder], env, root);
        if (code !== 0) log.write('error', { event: 'release failed', code, signal });
      }
      for (let tries = 1; (await listAsked(db)).length > 0; tries++) {
        const { code, signal } = await run([command, 'publish', '--data', dataFolder], env, root);
        if (code === 0) continue;
        log.write('error', { event: 'publishing failed', code, signal });
        // Stopped together with the server: it goes on at the next start.
        if (signal === 'SIGTERM' || signal === 'SIGINT') return;
        if (tries < mostTries) continue;
        for (const it of await listAsked(db)) await recordFailed(db, it, [studioMessages.publishing.stopped]);
        return;
      }
    } catch (error) {
      log.write('error', { event: 'publishing failed', defect: String(error) });
    }
  };
  return {
    wake,
    release() {
      isReleaseAsked = true;
      wake();
    },
    isBuilding: () => running !== undefined,
    async rested() {
      while (running !== undefined) await running;
    },
  };
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function run(words: readonly string[], env: PublisherOptions['env'], cwd: string): Promise<Ending> {
  const child = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, politeness);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
