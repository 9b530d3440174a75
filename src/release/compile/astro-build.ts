import { spawn } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { openPlainRoot, type PlainRoot } from './plain-root.ts';

export interface SiteBuild {
  /** Folder of the project. */
  readonly root: string;
  /** Where pages and server code go. */
  readonly folder: string;
  /** File of `content/` as it was read and checked, so that it is not read again. */
  readonly contentFile?: string;
  /** How many lessons there are: more of them need more memory. */
  readonly lessons: number;
}

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/** A small heap that grows slowly costs some time and leaves the memory to the server beside it. In MB. */
const heapMb = { base: 260, aLesson: 0.8 };

/** Builds pages and server code. Answers the compiler's own words when it fails, else undefined. */
export async function buildSite(build: SiteBuild): Promise<string | undefined> {
  const limitMb = Math.round(heapMb.base + heapMb.aLesson * build.lessons);
  const project = openPlainRoot(build.root);
  try {
    const outcome = await compile(build, project, [`--max-old-space-size=${limitMb}`]);
    // Better much memory than no release.
    const again = outcome.said.includes('heap out of memory') ? await compile(build, project, []) : outcome;
    return again.code === 0 ? undefined : lastWords(again.said, again.code);
  } finally {
    project.close();
  }
}

function compile(
  build: SiteBuild,
  project: PlainRoot,
  flags: readonly string[],
): Promise<{ said: string; code: number | null }> {
  const small = ['--max-semi-space-size=2', '--heap-growing-percent=40', ...flags];
  const astro = join(project.path, 'node_modules/astro/bin/astro.mjs');
  const words = [...project.flags, '--import', endWithParent, astro, 'build', '--root', project.path];
  const child = spawn(process.execPath, [...small, ...words], {
    cwd: build.root,
    env: buildEnvironment(build, project),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ said: Buffer.concat(said).toString('utf8'), code }));
  });
}

/** What a compiler needs of the surroundings; where the database is, and its secrets, are none of its business. */
const neededVariables = [
  ...['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SITE_URL'],
  ...['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
];

function buildEnvironment({ root, folder, contentFile }: SiteBuild, project: PlainRoot): NodeJS.ProcessEnv {
  const given = Object.entries(process.env).filter(([name]) => neededVariables.includes(name.toUpperCase()));
  return {
    ...Object.fromEntries(given),
    RELEASE_DIR: underPlainName(folder, root, project),
    ...(contentFile === undefined ? {} : { CONTENT_FILE: contentFile }),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    NO_COLOR: '1',
  };
}

/** A folder inside of the project by the project's plain name. */
function underPlainName(folder: string, root: string, { path }: PlainRoot): string {
  const inside = relative(root, resolve(folder));
  return inside.startsWith('..') ? resolve(folder) : join(path, inside);
}

// Above the error stand the compiler's steps and warnings.
function lastWords(said: string, code: number | null): string {
  const lines = said.trimEnd().split('\n');
  const error = lines.findLastIndex((line) => line.includes('[ERROR]'));
  return lines.slice(error === -1 ? -20 : error).join('\n') || `astro build ended with ${code}`;
}
