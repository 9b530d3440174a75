import { stat } from 'node:fs/promises';
import { pointerFile, type ReleasePointer, readPointer } from '#server/release/release.ts';

/** Looks every second whether another release was made current. `onChange` runs one at a time. Answers how to stop. */
export function followReleases(
  dataFolder: string,
  onChange: (pointer: ReleasePointer) => Promise<void>,
  everyMs = 1_000,
): () => void {
  let seen = '';
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const { mtimeMs, ino, size } = await stat(pointerFile(dataFolder));
      const mark = `${mtimeMs}/${ino}/${size}`;
      const pointer = mark === seen ? undefined : readPointer(dataFolder);
      if (pointer !== undefined) await onChange(pointer);
      seen = mark;
    } catch {
      // No pointer just now; it is looked for again.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
