import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { Viewer } from '#domain/person/person.ts';
import { createSession } from '#server/accounts/auth.ts';
import { dataFolder } from '#server/host/environment.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { addPerson } from '#server/people/people.ts';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import { type StartedProgram, startProgram } from '../support/started-program.ts';
import type { LoadPlan, LoadResult } from './load.ts';

/** Somebody signed in. */
export interface Learner {
  readonly viewer: Viewer;
  /** Value of a `Cookie` header. */
  readonly cookie: string;
}

/** The program as an operator starts it, with a database of its own that is full of people. */
export interface Subject {
  readonly port: number;
  readonly origin: string;
  readonly program: StartedProgram;
  readonly startedInMs: number;
  readonly learners: readonly Learner[];
  readonly catalogue: Catalogue;
  load(plan: Omit<LoadPlan, 'port'>): Promise<LoadResult>;
  memoryMb(): number;
  stop(): Promise<void>;
}

/** PIN of every learner. */
export const benchPin = '482715';
const port = 4445;

/** Where a bench keeps its database. */
export interface BenchFolder {
  readonly path: string;
  /** Address of the database in it. */
  readonly url: string;
}

export function makeFolder(): BenchFolder {
  const path = mkdtempSync(join(tmpdir(), 'rumah-belajar-bench-'));
  return { path, url: pathToFileURL(join(path, 'bench.db')).href };
}

export async function openSubject(people: number): Promise<Subject> {
  const folder = makeFolder();
  const release = releaseFolder(dataFolder, readPointer(dataFolder)?.current ?? '');
  const catalogue = JSON.parse(readFileSync(join(release, 'catalogue.json'), 'utf8')) as Catalogue;
  const learners = await fillDatabase(folder.url, catalogue, people, folder.path);
  return startSubject(folder, catalogue, learners);
}

/** Starts the program over a database that is filled. */
export async function startSubject(
  { path, url }: BenchFolder,
  catalogue: Catalogue,
  learners: readonly Learner[] = [],
): Promise<Subject> {
  const startedAt = performance.now();
  const env = { PORT: String(port), DATABASE_URL: url, LOG_LEVEL: 'info' };
  const program = startProgram(resolve('.'), env);
  await program.ready();
  const startedInMs = performance.now() - startedAt;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    program,
    startedInMs,
    learners,
    catalogue,
    load: (plan) => generateLoad({ port, ...plan }, path),
    memoryMb: () => residentMb(program.child.pid ?? 0),
    async stop() {
      program.child.kill('SIGTERM');
      await program.ended();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

async function fillDatabase(url: string, catalogue: Catalogue, people: number, folder: string): Promise<Learner[]> {
  const db = await openDatabase({ url });
  await migrateDatabase(db);
  const services = { db, catalogue, pepper: await openPepper(db, folder) };
  const house = catalogue.houses[0]?.id ?? '';
  const learners: Learner[] = [];
  for (let i = 0; i < people; i++) {
    const newPerson = {
      house,
      role: 'participant',
      name: `Peserta ${i}`,
      login: `peserta-${i}`,
      secret: benchPin,
    } as const;
    const { person } = await addPerson(services, newPerson);
    const { cookies } = await createSession(db, person.id, false);
    learners.push({ viewer: person, cookie: cookies.map((it) => it.split(';')[0]).join('; ') });
  }
  await db.close();
  return learners;
}

function generateLoad(plan: LoadPlan, folder: string): Promise<LoadResult> {
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts'), planFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      if (code === 0) done(JSON.parse(said) as LoadResult);
      else fail(new Error(`the load generator ended with ${code}`));
    });
  });
}

/** Resident memory of a process in MB (Linux); NaN where it cannot be read. */
function residentMb(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
