import { readFileSync } from 'node:fs';

/** What the stages of a build cost, in the order they ran: processor seconds, those of ended children included. */
export type StageCosts = Readonly<Record<string, number>>;

export interface Stages {
  /** Books what was used since the stage before under this name. */
  end(name: string): void;
  costs(): StageCosts;
}

export function openStages(): Stages {
  const costs: Record<string, number> = {};
  let before = usedSeconds();
  return {
    end(name) {
      const now = usedSeconds();
      costs[name] = Math.round((now - before) * 100) / 100;
      before = now;
    },
    costs: () => costs,
  };
}

/** Of this process and the children it has waited for, where the system tells (Linux); else of this process alone. */
function usedSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime; a tick is a hundredth of a second on every Linux that Node runs on.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
