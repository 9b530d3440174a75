import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';
import { isSystemFile } from './system-file.ts';

/** Where the files of `content/` come from. Paths begin with `content/` and have forward slashes. */
export interface ContentSource {
  /** Every file in the order of names, and a fault for each thing that is none. */
  list(): Promise<{ readonly paths: readonly string[]; readonly faults: readonly Fault[] }>;
  /** In bytes; undefined where there is no such file. */
  size(path: string): Promise<number | undefined>;
  /** @throws when there is no such file */
  read(path: string): Promise<Buffer>;
}

/** The files below a project's root. */
export function contentOnDisk(root: string): ContentSource {
  return {
    list: () => walk(root),
    size: async (path) => (await lstat(join(root, path)).catch(() => undefined))?.size,
    read: (path) => readFile(join(root, path)),
  };
}

/** Other files over those of `base`: what a path holds in place of the base's; null where the base's is taken away. */
export function contentOver(base: ContentSource, over: ReadonlyMap<string, Buffer | null>): ContentSource {
  return {
    async list() {
      const { paths, faults } = await base.list();
      const added = [...over].flatMap(([path, bytes]) => (bytes === null ? [] : path));
      const all = new Set([...paths.filter((path) => over.get(path) !== null), ...added]);
      return { paths: [...all].sort(compareNames), faults };
    },
    async size(path) {
      const bytes = over.get(path);
      return bytes === undefined ? base.size(path) : bytes?.byteLength;
    },
    async read(path) {
      const bytes = over.get(path);
      if (bytes === null) throw new Error(`${path} was taken away`);
      return bytes ?? base.read(path);
    },
  };
}

/** Folder by folder, as a walk through them finds the files. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((name, i) => name !== right[i]);
  return at < 0 || (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

async function walk(root: string): ReturnType<ContentSource['list']> {
  const paths: string[] = [];
  const faults: Fault[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSystemFile(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) paths.push(path);
      else faults.push(faultIn(path, fileStart, 'berkas-bukan-biasa', unusual));
    }
  };
  await visit('content');
  return { paths, faults };
}

const unusual = 'bukan berkas biasa (tautan?). Ganti dengan berkasnya sendiri.';
