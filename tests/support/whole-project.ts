import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Change, makeSmallContent } from './small-content.ts';

/** The whole product with the small content in a folder of its own, so that it is built in seconds. */
export interface WholeProject {
  readonly root: string;
  readonly dataFolder: string;
  /** Builds a release with the command of an operator. Answers what it said. */
  release(): { readonly status: number | null; readonly said: string };
  remove(): void;
}

/** `changes` go into the small content; `ending` ends the name of the folder. */
export function createWholeProject(changes: Readonly<Record<string, Change>>, ending = ''): WholeProject {
  const from = resolve('.');
  const content = makeSmallContent(changes);
  const root = content + ending;
  if (ending !== '') renameSync(content, root);
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', 'public', 'src']) {
    cpSync(join(from, name), join(root, name), { recursive: true });
  }
  const isCode = (path: string) => !path.startsWith(join(from, 'db/data'));
  cpSync(join(from, 'db'), join(root, 'db'), { recursive: true, filter: isCode });
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'), 'junction');
  return {
    root,
    dataFolder: join(root, 'db/data'),
    release() {
      const { SITE_URL: _, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', 'run.mjs'), 'release'], {
        ...{ cwd: root, encoding: 'utf8', env: { ...env, NODE_ENV: 'production' } },
      });
      return { status, said: stdout + stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}
