import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { browserArguments, findChromium } from './browser.ts';

/** A phone whose browser can die at any moment and be opened again over the same storage. */
export interface KillableBrowser {
  /** Starts the browser; its pages are those of one phone. */
  open(): Promise<BrowserContext>;
  /** Ends it as people do, by the browser's own word: what it still had to write down, such as cookies, is written. */
  close(): Promise<void>;
  /** Ends it as the system does when it needs the memory: no page gets a word in. */
  kill(): Promise<void>;
}

export function makeKillableBrowser(): KillableBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-phone-'));
  let child: ChildProcess | undefined;
  let browser: Browser | undefined;
  const end = async (say: (pid: number) => unknown): Promise<void> => {
    const dying = child;
    child = undefined;
    if (dying?.pid === undefined) return;
    const ended = new Promise((resolve) => dying.once('close', resolve));
    await say(dying.pid);
    await ended;
  };
  // Its renderers stand in the same group.
  const kill = () => end(killTree);
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    close: () =>
      end(async () => {
        const session = await browser?.newBrowserCDPSession();
        // The answer may not come any more.
        await session?.send('Browser.close').catch(() => undefined);
      }),
    kill,
    async open() {
      const words = [...browserArguments, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
      child = spawn(await findChromium(), [...words, '--window-size=360,640', 'about:blank'], {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      browser = await chromium.connectOverCDP(await readAddress(child));
      const [phone] = browser.contexts();
      if (phone === undefined) throw new Error('the browser has no window');
      phone.setDefaultTimeout(15_000);
      return phone;
    },
  };
}

function killTree(pid: number): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}

/** Where the browser listens, as it says itself. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`the browser ended: ${said}`)));
  });
}
