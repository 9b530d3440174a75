import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// npm run bench [-- grade | build | search | serve | paint]
const words = ['--import', './src/cli/quick-drizzle.mjs', join('tests', 'bench', 'run.ts'), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;
