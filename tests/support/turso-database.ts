import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { onTestFinished, vi } from 'vitest';
import { findFreePort } from './free-port.ts';

// A second engine under the same client: Turso, a rewrite of SQLite, whose server speaks a part of Hrana.

interface Statement {
  sql?: string;
  sql_id?: number;
}
interface Request {
  readonly type: string;
  readonly sql?: string;
  readonly sql_id?: number;
  readonly stmt?: Statement;
  readonly batch?: { readonly steps: readonly { readonly stmt: Statement }[] };
}

export interface TursoDatabase {
  readonly url: string;
  /** Ends it as a power cut does. */
  cut(): Promise<void>;
  /** Starts it again, on the same file. */
  start(): Promise<void>;
}

/** Where the program is that the package `turso` brings for this machine; undefined where it brings none. */
export function findTurso(): string | undefined {
  const libc = process.platform === 'linux' ? '-gnu' : process.platform === 'win32' ? '-msvc' : '';
  const name = `@tursodatabase/cli-${process.platform}-${process.arch}${libc}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, process.platform === 'win32' ? 'tursodb.exe' : 'tursodb');
  } catch {
    return undefined;
  }
}

/** Serves `file` at one address until the test ends, to who knows the token. */
export async function openTursoDatabase(program: string, file: string, token: string): Promise<TursoDatabase> {
  const port = await findFreePort();
  let engine: ChildProcess | undefined;
  const cut = async (): Promise<void> => {
    const ended = new Promise((resolve) => engine?.once('exit', resolve));
    if (engine?.kill('SIGKILL')) await ended;
  };
  const start = async (): Promise<void> => {
    engine = spawn(program, [file, '--sync-server', `127.0.0.1:${port}`], { stdio: 'ignore' });
    await vi.waitFor(() => reach(port), { timeout: 15_000, interval: 20 });
  };
  const door = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    try {
      const { requests } = (await json(request)) as { requests: Request[] };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ baton: null, base_url: null, results: await pass(requests, port) }));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    door.closeAllConnections();
    door.close();
    await cut();
  });
  await start();
  return { url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`, cut, start };
}

/** The engine knows statements and batches alone: texts that were stored are written out, and what only ends is answered here. */
async function pass(requests: readonly Request[], port: number): Promise<unknown[]> {
  const texts = new Map(requests.flatMap((it) => (it.type === 'store_sql' ? [[it.sql_id, it.sql ?? '']] : [])));
  const known = requests.filter(({ type }) => type === 'execute' || type === 'batch');
  for (const stmt of known.flatMap((it) => [
    ...(it.stmt ? [it.stmt] : []),
    ...(it.batch?.steps.map((s) => s.stmt) ?? []),
  ])) {
    if (stmt.sql_id === undefined) continue;
    stmt.sql = texts.get(stmt.sql_id) ?? '';
    delete stmt.sql_id;
  }
  const answer = await fetch(`http://127.0.0.1:${port}/v2/pipeline`, {
    ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
    body: JSON.stringify({ requests: known }),
  });
  const { results } = (await answer.json()) as { results: unknown[] };
  return requests.map((it) => (known.includes(it) ? results.shift() : { type: 'ok', response: { type: it.type } }));
}

function reach(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(void socket.destroy())).once('error', reject);
  });
}
