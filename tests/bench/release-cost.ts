import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What one release cost. */
export interface ReleaseCost {
  readonly seconds: number;
  /** Processor seconds of each stage. */
  readonly costs: Readonly<Record<string, number>>;
  /** Most memory that all its processes held together, in MB; 0 where the system does not tell (only Linux does). */
  readonly memoryMb: number;
}

const lookEveryMs = 200;

/** Builds a release of the project in `root` with the command of an operator. @throws what it said when it failed */
export async function measureRelease(root: string, data: string): Promise<ReleaseCost> {
  const startedAt = performance.now();
  const words = [join('src', 'cli', 'run.mjs'), 'release', '--stages', '--data', data];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let memoryMb = 0;
  const looking = setInterval(() => {
    memoryMb = Math.max(memoryMb, residentMb(child.pid ?? 0));
  }, lookEveryMs);
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearInterval(looking);
  if (status !== 0) throw new Error(`The release failed: ${err.slice(0, 2_000)}`);
  const costs = out.split('\n').find((line) => line.startsWith('{')) ?? '{}';
  return { seconds: (performance.now() - startedAt) / 1000, costs: JSON.parse(costs), memoryMb };
}

/** Memory of a process and all below it, in MB. Pages that several of them share count for each. */
function residentMb(root: number): number {
  const processes = new Map(listPids().map((pid) => [pid, readStatus(pid)]));
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(processes.get(pid)?.parent ?? 0));
  const below = [...processes].filter(([pid]) => isBelow(pid));
  return Math.round(below.reduce((sum, [, status]) => sum + (status?.kilobytes ?? 0), 0) / 1024);
}

function listPids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function readStatus(pid: number): { readonly parent: number; readonly kilobytes: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [parent, kilobytes] = [/^PPid:\s+(\d+)/m, /^VmRSS:\s+(\d+)/m].map((it) => Number(it.exec(status)?.[1] ?? 0));
    return { parent: parent ?? 0, kilobytes: kilobytes ?? 0 };
  } catch {
    return undefined;
  }
}
