import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSmallProject, type SmallProject } from '../../support/small-project.ts';

// `npm start` as people end it: by the process id that they see, which is npm's.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PORT = '4442';
let project: SmallProject;
let npm: ChildProcess;

beforeAll(() => {
  project = createSmallProject();
});

afterEach(async () => {
  for (const pid of processesOf(project.root)) process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(processesOf(project.root)).toEqual([]), { timeout: 10_000, interval: 50 });
});

afterAll(() => project.remove());

function start(...words: readonly string[]): void {
  const { NODE_ENV: _env, npm_lifecycle_event: _event, ...given } = process.env;
  const env = { ...given, PORT, LOG_LEVEL: 'silent' };
  npm = spawn('npm', ['start', ...words], { cwd: project.root, env, stdio: 'ignore' });
}

/** Ids of the processes that work in this folder. */
function processesOf(root: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => workingFolder(pid) === root).map(Number);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(join('/proc', pid, 'cwd'));
  } catch {
    return undefined;
  }
}

const isUp = (): Promise<boolean> =>
  fetch(`http://localhost:${PORT}/healthz`).then(
    () => true,
    () => false,
  );

const waitUntilUp = () => vi.waitFor(async () => expect(await isUp()).toBe(true), { timeout: 120_000, interval: 100 });

async function expectNothingLeft(): Promise<void> {
  await vi.waitFor(() => expect(processesOf(project.root)).toEqual([]), { timeout: 60_000, interval: 100 });
  expect(await isUp()).toBe(false);
}

function isBuilding(): boolean {
  const folder = join(project.dataFolder, 'releases');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.building'));
}

describe.runIf(process.platform === 'linux')('nothing of it stays', () => {
  test('when npm is ended while the pages are built', async () => {
    start();
    await vi.waitFor(() => expect(isBuilding()).toBe(true), { timeout: 60_000, interval: 50 });
    npm.kill('SIGTERM');
    await expectNothingLeft();
  });

  test('when npm is ended while it serves', async () => {
    start();
    await waitUntilUp();
    npm.kill('SIGTERM');
    await expectNothingLeft();
  });

  test('when npm is killed and shells stay between', async () => {
    const shell = join(project.root, 'shell');
    project.write('shell', '#!/bin/sh\nsh "$@"\nexit $?\n');
    chmodSync(shell, 0o755);
    start('--script-shell', shell);
    await waitUntilUp();
    npm.kill('SIGKILL');
    await expectNothingLeft();
  });
});
