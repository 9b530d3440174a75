import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Builds pages and server code into `folder`. Answers the compiler's own words when it fails, else undefined. */
export function buildSite(root: string, folder: string): Promise<string | undefined> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: root,
    env: buildEnvironment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // Who stops us stops the build as well.
  const stop = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      resolve(code === 0 ? undefined : Buffer.concat(said).toString('utf8').trim() || `astro build ended with ${code}`);
    });
  });
}

function buildEnvironment(folder: string): NodeJS.ProcessEnv {
  const settings = { RELEASE_DIR: folder, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' };
  // Vite would take variables of these names for its own `import.meta.env`.
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...given } = process.env;
  return { ...given, ...settings };
}
