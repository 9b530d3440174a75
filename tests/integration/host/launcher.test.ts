import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// src/cli/run.mjs in a project of its own, whose only command tells what it sees.
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rumah-belajar-launcher-'));
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  for (const name of ['run.mjs', 'install.mjs', 'npm-end.mjs', 'quick-drizzle.mjs']) {
    copyFileSync(join('src/cli', name), join(root, 'src/cli', name));
  }
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(name, join(root, name));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  command(
    'tell',
    'console.log(JSON.stringify({ node: parseInt(process.versions.node), words: process.argv.slice(2) }));',
  );
  command('refuse', "throw new Error('Mend this, then try again.');");
  command('break', 'const nothing: any = undefined; nothing.field;');
  command('fill', "throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });");
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function command(name: string, code: string): void {
  writeFileSync(join(root, 'src/cli', `${name}.ts`), `${code}\nexport {};\n`);
}

/** Runs it on this Node, or first on one that says of itself that it is `version`. */
function run(words: readonly string[], { version, cwd = tmpdir() }: { version?: string; cwd?: string } = {}) {
  const pretence = `if (process.env.PRETENDED === undefined) Object.defineProperty(process.versions, 'node', { value: '${version}' });
    process.env.PRETENDED = 'once';`;
  const flags = version === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(pretence)}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, join(root, 'src/cli/run.mjs'), ...words], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a command sees its own words, wherever it is called from', () => {
  const { status, stdout } = run(['tell', '--into', 'a b', '--']);
  expect([status, JSON.parse(stdout)]).toEqual([0, { node: 24, words: ['--into', 'a b', '--'] }]);
});

test('on an older Node it goes over to the one that the packages bring, flags and ending included', () => {
  const { status, stdout } = run(['tell', 'x'], { version: '20.1.0' });
  expect([status, JSON.parse(stdout)]).toEqual([0, { node: 24, words: ['x'] }]);
  expect(run(['refuse'], { version: '20.1.0' })).toEqual(run(['refuse']));
});

test('what goes wrong is one sentence and 1; only a defect tells where', () => {
  expect(run(['refuse'])).toEqual({ status: 1, stdout: '', stderr: 'Mend this, then try again.\n' });
  expect(run(['fill'])).toMatchObject({ status: 1, stderr: 'The disk is full: free some space, then try again.\n' });
  expect(run(['break'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/TypeError[\s\S]*break\.ts:1/) });
});

test('a name that is no command is answered with those that are', () => {
  for (const name of ['', 'tel', '../cli/tell', 'tell.ts']) {
    const { status, stderr } = run([name]);
    expect([status, stderr]).toEqual([1, `There is no command "${name}". There are: break, fill, refuse, tell.\n`]);
  }
});

test('a Node that is too old, or a project without its list of packages, gets one sentence', () => {
  expect(run(['tell'], { version: '18.20.0' })).toMatchObject({
    status: 1,
    stderr: 'Node 18.20.0 is too old: install Node 20 or newer from https://nodejs.org.\n',
  });
  const list = readFileSync(join(root, 'package-lock.json'));
  rmSync(join(root, 'package-lock.json'));
  const { status, stderr } = run(['tell']);
  writeFileSync(join(root, 'package-lock.json'), list);
  expect([status, stderr]).toEqual([1, 'package-lock.json is missing or damaged: get it back from the repository.\n']);
});
