import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** `npm start` of a project, without npm. */
export interface StartedProgram {
  readonly child: ChildProcess;
  /** Everything it said so far. */
  said(): string;
  /** Resolves with the address when it is ready. @throws with what it said when it ended before */
  ready(): Promise<string>;
  /** Exit code; null when a signal ended it. */
  ended(): Promise<number | null>;
}

export function startProgram(root: string, env: Readonly<Record<string, string>>): StartedProgram {
  const flags = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
  // Vitest's own variables would make it another program.
  const { NODE_ENV: _env, ...given } = process.env;
  const child = spawn(process.execPath, [...flags, join('src', 'cli', 'run.mjs'), 'start'], {
    cwd: root,
    env: { ...given, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const read = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    said: () => text,
    ended: () => ended,
    async ready() {
      for (;;) {
        const address = /ready on (\S+)/.exec(text)?.[1];
        if (address !== undefined) return address;
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
