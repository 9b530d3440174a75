// node src/cli/run.mjs NAME …: every command of package.json begins here. Plain JavaScript for the Node that is on the
// machine (20 or newer); the command itself, `NAME.ts`, runs on Node 24, if need be on the one that the packages bring.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNodeNewEnough, requireBundledNode, requirePackages } from './install.mjs';
import { whenNpmEnds } from './npm-end.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, '..', '..');
/** They need more than serving does. */
const developerCommands = ['bench', 'check', 'spelling', 'test'];

try {
  const [name = '', ...words] = process.argv.slice(2);
  requireCommand(name);
  requirePackages(root, developerCommands.includes(name));
  if (isNodeNewEnough()) await run(name, words);
  else runElsewhere(requireBundledNode(root));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function requireCommand(name) {
  const names = readdirSync(folder).flatMap((entry) => (entry.endsWith('.ts') ? [entry.slice(0, -'.ts'.length)] : []));
  if (names.includes(name)) return;
  throw new Error(`There is no command "${name}". There are: ${names.join(', ')}.`);
}

/** The command sees its own words only, as if it had been started itself. */
async function run(name, words) {
  // A server has something to finish first, and watches by itself.
  if (name !== 'start') whenNpmEnds(() => process.kill(process.pid));
  const command = join(folder, `${name}.ts`);
  process.argv = [process.execPath, command, ...words];
  await import('./quick-drizzle.mjs');
  await import(pathToFileURL(command).href);
}

function runElsewhere(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  // The command notices that we are gone.
  whenNpmEnds(() => process.exit(1));
  child.once('error', (error) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

/** What goes wrong is thrown as one sentence that says what to do; only of a defect the place matters as well. */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  const codes = [error.code, error.cause?.code];
  if (codes.includes('ENOSPC') || codes.includes('EDQUOT')) {
    return 'The disk is full: free some space, then try again.';
  }
  const isDefect = /^(Type|Reference|Range)Error$/.test(error.name) && error.code === undefined;
  return isDefect ? (error.stack ?? error.message) : error.message;
}
