import { spawn } from 'node:child_process';
import { join } from 'node:path';

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;

/** Builds pages and server code into `folder`. Answers the compiler's own words when it fails, else undefined. */
export function buildSite(root: string, folder: string): Promise<string | undefined> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, ['--import', endWithParent, astro, 'build'], {
    cwd: root,
    env: buildEnvironment(folder),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code === 0 ? undefined : lastWords(Buffer.concat(said).toString('utf8'), code));
    });
  });
}

function buildEnvironment(folder: string): NodeJS.ProcessEnv {
  const settings = { RELEASE_DIR: folder, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' };
  // Vite would take variables of these names for its own `import.meta.env`.
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...given } = process.env;
  return { ...given, ...settings };
}

// Above the error stand the compiler's steps and warnings.
function lastWords(said: string, code: number | null): string {
  const lines = said.trimEnd().split('\n');
  const error = lines.findLastIndex((line) => line.includes('[ERROR]'));
  return lines.slice(error === -1 ? -20 : error).join('\n') || `astro build ended with ${code}`;
}
