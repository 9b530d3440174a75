import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// npm run check: everything that can be judged without running the site. Each step runs, also after one has failed.
const bin = 'node_modules';
const launcher = join('src', 'cli', 'run.mjs');
const steps: [string, string[]][] = [
  ['types', [join(bin, 'astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'error']],
  ['lint', [join(bin, '@biomejs/biome/bin/biome'), 'lint', '--error-on-warnings', '.']],
  ['format', [join(bin, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['content', [launcher, 'content']],
  ['spelling', [launcher, 'spelling']],
];

const failed = steps.filter(([name, words]) => {
  console.log(`— ${name}`);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawnSync(process.execPath, words, { stdio: 'inherit', env }).status !== 0;
});

if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}.`);
  process.exitCode = 1;
} else {
  console.log('All checks passed.');
}
