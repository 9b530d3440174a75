import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's folder under a name that every compiler reads. */
export interface PlainRoot {
  readonly path: string;
  /** What Node must be told so that it stays under that name. */
  readonly flags: readonly string[];
  readonly close: () => void;
}

/**
 * Compilers take `'`, `#`, `?` and other signs in the name of a folder for their own: then they are shown the project through
 * a link elsewhere. Everything else works under any name.
 * @throws Error when there is no place for such a link
 */
export function openPlainRoot(root: string): PlainRoot {
  const sign = findOddSign(root);
  if (sign === undefined) return { path: root, flags: [], close: () => {} };
  // On Windows the folder for what is temporary lies below the person's name, which may hold the same sign.
  const places = [tmpdir(), process.env.PUBLIC ?? '', '/var/tmp'].filter((it) => it !== '' && !findOddSign(it));
  for (const place of places) {
    const link = tryLink(root, place);
    if (link !== undefined) return link;
  }
  throw new Error(`The name of this folder holds "${sign}", which the page compiler cannot read: rename ${root}.`);
}

/** The first sign that is neither letter, digit, blank nor one of those that paths are made of. */
function findOddSign(path: string): string | undefined {
  return /[^\p{L}\p{M}\p{N} /\\:._~-]/u.exec(path)?.[0];
}

function tryLink(root: string, place: string): PlainRoot | undefined {
  try {
    const folder = mkdtempSync(join(place, 'rumah-belajar-'));
    const path = join(folder, 'project');
    symlinkSync(root, path, 'junction');
    return {
      path,
      flags: ['--preserve-symlinks', '--preserve-symlinks-main'],
      close: () => rmSync(folder, { recursive: true, force: true }),
    };
  } catch {
    return undefined;
  }
}
