import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file up to this size is read before anybody would notice. */
const smallBytes = 64 * 2 ** 20;

const program = fileURLToPath(new URL('./check-file.ts', import.meta.url));

/**
 * Whether a file may be used before all of it was read: it is large, and whoever had it before closed it in order, which
 * takes its log away.
 */
export function mayCheckLater(file: string): boolean {
  return sizeOf(file) > smallBytes && sizeOf(`${file}-wal`) === 0;
}

/**
 * Reads all of a file in a process of its own, which goes last: a file of 2 GB takes a quarter of a minute from a cold disk.
 * Answers what is damaged; undefined when nothing is, when it could not be read just now, or when `stopped` came first.
 */
export function readWholeFile(file: string, stopped: AbortSignal): Promise<string | undefined> {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'ignore'] });
  const end = (): void => void child.kill('SIGKILL');
  if (stopped.aborted) end();
  stopped.addEventListener('abort', end);
  process.once('exit', end);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', () => {
      process.off('exit', end);
      resolve(said === '' || stopped.aborted ? undefined : said.trim());
    });
  });
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
