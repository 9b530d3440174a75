import { setTimeout as sleep } from 'node:timers/promises';
import { findHiddenDamage } from '#server/release/damage.ts';
import { releaseFolder } from '#server/release/release.ts';
import { leaveRelease, type WentBack } from '#server/release/settle.ts';
import type { Log } from './log.ts';

/** Compares every byte of a release, some time after it is served; sizes were looked at before. */
export interface ReleaseChecks {
  check(id: string): void;
  stop(): void;
}

/** When a release proves to be damaged, the last whole one becomes the current one; who follows releases takes it over. */
export function openReleaseChecks(
  { dataFolder, log }: { readonly dataFolder: string; readonly log: Log },
  afterMs: number,
): ReleaseChecks {
  const stopping = new AbortController();
  const { signal } = stopping;
  return { check: (id) => void check(id).catch(() => undefined), stop: () => stopping.abort() };

  async function check(id: string): Promise<void> {
    await sleep(afterMs, undefined, { ref: false, signal });
    const damage = await findHiddenDamage(releaseFolder(dataFolder, id), signal);
    if (damage !== undefined) await leaveRelease(dataFolder, { damaged: id, damage }, reportDamage(log));
  }
}

export function reportDamage(log: Log): (wentBack: WentBack) => void {
  return ({ damaged, damage, to }) =>
    log.write('error', { event: 'release damaged', release: damaged, defect: damage, servedInstead: to ?? 'none' });
}
