import { spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database } from '#db/client.ts';
import { keptFile, keptFolder, pruneKept } from '#server/backup/kept.ts';
import { readRecipient } from '#server/backup/recovery-sheet.ts';
import type { BackupDesk, BackupStart, RunningBackup } from '#domain/machine.ts';

/** The command runs as a program of its own: copying a database would keep this one from answering. */
const command = join(import.meta.dirname, '../../cli/run.mjs');

/** A disk that hangs may not keep the next backup from being made for ever. */
const patienceMs = 30 * 60_000;

/** So many of the newest stay beside the database. */
const most = 3;

/** Gives one desk for a database; `close` ends what is going on. */
export function openBackupDesk({ file }: Pick<Database, 'file'>): BackupDesk & { close(): void } {
  let current: { readonly startedAt: number; readonly target: string; kill(): void } | undefined;
  let failure: string | undefined;

  function start(): BackupStart {
    if (file === undefined) return 'no_file';
    if (readRecipient(dirname(file)) === undefined) return 'no_sheet';
    if (current !== undefined) return 'backup_running';
    const folder = keptFolder(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const startedAt = Date.now();
    const target = keptFile(folder, new Date(startedAt));
    const child = spawn(process.execPath, [command, 'backup', target], {
      env: { ...process.env, DATABASE_URL: pathToFileURL(file).href },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: patienceMs,
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told = (told + text).slice(-1_000)));
    current = { startedAt, target, kill: () => child.kill() };
    const end = (outcome: string | undefined): void => {
      current = undefined;
      failure = outcome;
      if (outcome === undefined) pruneKept(folder, most);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code) => end(code === 0 ? undefined : told.trim() || `It ended with ${code ?? 'a signal'}.`));
    if (child.pid !== undefined) tryToYield(child.pid);
    return 'begun';
  }

  return {
    running: () => (current === undefined || file === undefined ? undefined : progressOf(file, current)),
    failed: () => failure,
    start,
    close: () => current?.kill(),
  };
}

function progressOf(
  file: string,
  { startedAt, target }: { readonly startedAt: number; readonly target: string },
): RunningBackup {
  const [copied, encrypted] = [sizeOf(`${file}.backing-up`), sizeOf(`${target}.part`)];
  const step = encrypted > 0 ? 'encrypting' : 'copying';
  return step === 'encrypting'
    ? { startedAt, step, done: encrypted, of: copied }
    : { startedAt, step, done: copied, of: sizeOf(file) };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whoever asks for a page goes first. */
function tryToYield(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system does not let us: the backup is made all the same.
  }
}
