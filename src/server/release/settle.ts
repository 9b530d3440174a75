import { findDamage } from './damage.ts';
import { listReleases, type ReleasePointer, readPointer, releaseFolder, returnToRelease, setAside } from './release.ts';

/** A release that could not be used, and which one is the current one now. */
export interface WentBack {
  readonly damaged: string;
  /** In English. */
  readonly damage: string;
  /** Undefined when no other one is whole. */
  readonly to: string | undefined;
}

/**
 * The current release, when it is whole. Else damaged ones are set aside and the last whole one becomes the current one:
 * the one before it, or the newest. `report` hears of it, once.
 * @returns undefined when there is nothing that could be served
 */
export async function settleRelease(
  dataFolder: string,
  report: (wentBack: WentBack) => void,
): Promise<ReleasePointer | undefined> {
  const pointer = readPointer(dataFolder);
  const ids = listReleases(dataFolder).reverse();
  const wanted = [pointer?.current, pointer?.previous].filter((id) => id !== undefined && id !== null);
  const { whole, damaged } = await findWhole(dataFolder, [...wanted, ...ids]);
  if (pointer !== undefined && whole === pointer.current) return pointer;
  if (whole !== undefined) returnToRelease(dataFolder, whole);
  if (damaged !== undefined) report({ ...damaged, to: whole });
  else if (ids.length > 0) report({ damaged: 'current.json', damage: 'it names no release', to: whole });
  return whole === undefined ? undefined : readPointer(dataFolder);
}

/** Gives up a release in which damage was found while it was served, unless there is no other one. */
export async function leaveRelease(
  dataFolder: string,
  { damaged, damage }: Omit<WentBack, 'to'>,
  report: (wentBack: WentBack) => void,
): Promise<void> {
  const pointer = readPointer(dataFolder);
  if (pointer?.current !== damaged) return;
  const others = listReleases(dataFolder).reverse();
  const ids = pointer.previous === null ? others : [pointer.previous, ...others];
  const { whole } = await findWhole(
    dataFolder,
    ids.filter((id) => id !== damaged),
  );
  if (whole !== undefined) {
    setAside(dataFolder, damaged);
    returnToRelease(dataFolder, whole);
  }
  report({ damaged, damage, to: whole });
}

/** Goes back to the last whole release before the current one. Answers its id, undefined when there is none. */
export async function undoRelease(dataFolder: string): Promise<string | undefined> {
  const previous = readPointer(dataFolder)?.previous;
  if (previous === undefined || previous === null) return undefined;
  const older = listReleases(dataFolder).filter((id) => id <= previous);
  const { whole } = await findWhole(dataFolder, older.reverse());
  if (whole !== undefined) returnToRelease(dataFolder, whole);
  return whole;
}

/** The first of these releases that is whole, and the first of those before it, which are set aside. */
async function findWhole(
  dataFolder: string,
  ids: readonly string[],
): Promise<{ readonly whole?: string; readonly damaged?: { readonly damaged: string; readonly damage: string } }> {
  let damaged: { damaged: string; damage: string } | undefined;
  for (const id of new Set(ids)) {
    const damage = await findDamage(releaseFolder(dataFolder, id));
    if (damage === undefined) return damaged === undefined ? { whole: id } : { whole: id, damaged };
    damaged ??= { damaged: id, damage };
    setAside(dataFolder, id);
  }
  return damaged === undefined ? {} : { damaged };
}
