import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface Bundle {
  /** The script that everything begins with, below `src/client/`. */
  readonly entry: string;
  readonly name: string;
  /** Scripts below `src/client/` that others stand in for, by the same kind of path. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Says of a script's text, by its path below `src/client/`, what is made of it first. */
  readonly rewrite?: (path: string, text: string) => string;
}

/** All of a script and what it imports as one classic script. */
export async function bundleScript({ entry, name, instead = {}, rewrite }: Bundle): Promise<string> {
  const outcome = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root,
    plugins: [exchange(instead), ...(rewrite === undefined ? [] : [rewriting(rewrite)])],
    build: {
      write: false,
      reportCompressedSize: false,
      lib: { entry: clientFile(entry), formats: ['iife'], name, fileName: () => `${name}.js` },
    },
  });
  const [chunk] = [outcome].flat().flatMap((it) => ('output' in it ? it.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${entry} became no script`);
  return chunk.code;
}

function exchange(instead: Readonly<Record<string, string>>): Plugin {
  const files = new Map(Object.entries(instead).map(([from, to]) => [clientFile(from), clientFile(to)]));
  return {
    name: 'exchange',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found === null ? undefined : files.get(found.id);
    },
  };
}

function rewriting(rewrite: NonNullable<Bundle['rewrite']>): Plugin {
  return {
    name: 'rewriting',
    enforce: 'pre',
    transform: (text, id) =>
      id.startsWith(clientFile('/')) ? rewrite(relative(clientFile('/'), id), text) : undefined,
  };
}

function clientFile(path: string): string {
  return join(root, 'src/client', path);
}
