import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import { hasAged } from '#domain/course/catalogue.ts';
import { todayOn } from '#domain/local-date.ts';
import { backUpAtStop } from '#server/backup/at-stop.ts';
import { isClockBehind, publishEditions } from '#server/records/editions.ts';
import { dataFolder, type Environment, readEnvironment } from '#server/host/environment.ts';
import { isLoopbackHost } from '#server/http/host-name.ts';
import { type Host, openHost } from '#server/host/host.ts';
import { openKeyFiles } from '#server/host/key-pair.ts';
import { type Log, openLog } from '#server/host/log.ts';
import { reportDamage } from '#server/host/release-checks.ts';
import { describeDefect } from '#server/host/serving/defect.ts';
import { openServices } from '#server/host/open-services.ts';
import { openStopping } from '#server/host/stopping.ts';
import { digestSources } from '#release/source-digest.ts';
import { takeCarriedRelease } from '#server/release/carried.ts';
import { findNewestRelease, readCurrentCatalogue, readPointer } from '#server/release/release.ts';
import { settleRelease } from '#server/release/settle.ts';
import { keepForgetting } from '#server/people/own-data/retention.ts';
import { isBuilderThere } from '#server/studio/publishing/builder.ts';
import { openPublisher } from '#server/studio/publishing/publisher.ts';
import { readOverlay, readOverlayFiles } from '#server/studio/overlay.ts';
import { openSetup } from '#server/people/setup.ts';
import { whenNpmEnds } from './npm-end.mjs';

try {
  await start();
} catch (error) {
  throw new Error(explain(error), { cause: error });
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const stopping = openStopping({ orWindow: environment.backupAtStop !== undefined });
  whenNpmEnds(stopping.ask);
  const tls = environment.tls && openKeyFiles(environment.tls);
  // A file that is missing stops the start before anything is built.
  await tls?.();
  requireDataFolder();
  await requireFreePort(environment);
  if (environment.oldHttpPort !== undefined)
    await requireFreePort({ host: environment.host, port: environment.oldHttpPort });
  const log = openLog(environment.logLevel);
  takeCarriedRelease(process.cwd(), dataFolder);
  let wentBack = false;
  const settled = await settleRelease(dataFolder, (damage) => {
    wentBack = true;
    reportDamage(log)(damage);
  });
  const services = await openServices(environment, { checkLater: true });
  const { db } = services;
  const built = releaseWhenChanged(environment, db, stopping.signal);
  // After a power cut the last whole release is served at once; what was lost is built beside it and then taken over.
  if (wentBack && settled !== undefined) void built.catch((error: unknown) => console.error(explain(error)));
  else {
    await built.catch(async (error: unknown) => {
      await db.close();
      throw error;
    });
  }
  if (stopping.signal.aborted) return db.close();

  const publisher = openPublisher({ db, root: process.cwd(), dataFolder, log, env: process.env });
  const host = await openHost({
    ...environment,
    tls,
    services: { ...services, publisher },
    log,
    dataFolder,
    beforeServing: (catalogue) => publishEditions(db, catalogue),
  }).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  keepForgetting(db, (error) => log.write('error', { event: 'retention', defect: describeDefect(error) }));
  surviveDefects(log);
  // What was to be published when the machine went off.
  publisher?.wake();
  const end = async (code: number): Promise<void> => {
    await host.close();
    if (environment.backupAtStop !== undefined) console.log(await backUpAtStop(db, environment.backupAtStop));
    await db.close();
    log.flush();
    process.exit(code);
  };
  whenAborted(stopping.signal, () => end(0));

  if (await isClockBehind(db, Date.now())) {
    console.error(
      `The clock of this computer says ${new Date().toISOString()}, which is before something that was published here: set date and time. ` +
        'Until then phones keep what they cannot send.',
    );
  }
  console.log(`Rumah Belajar is ready on ${addressForPeople(environment, host)}`);
  if (!host.secure && !isLoopbackHost(new URL(host.origin).host)) {
    console.log('Without TLS whoever shares the network can read PINs and passphrases: see TLS_CERT in db/README.md.');
  }
  if (environment.oldHttpPort !== undefined)
    console.log(`Port ${environment.oldHttpPort}, without TLS, sends what waits on phones and leads over.`);
  const setupPath = await openSetup(db);
  if (setupPath !== undefined) {
    console.log(`There is no coordinator yet. Open this once to become the first:`);
    console.log(addressForPeople(environment, host) + setupPath);
  }
  // Of a large file that was closed in order all is read while it is served.
  const damage = await db.checkWhole();
  if (damage === undefined || stopping.signal.aborted) return;
  console.error(damage.message);
  await end(1);
}

function requireDataFolder(): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(`The folder ${dataFolder} cannot be written: give this account the right to write there.`);
  }
}

function requireFreePort({ host, port }: Pick<Environment, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function releaseWhenChanged({ siteUrl }: Environment, db: Database, stopped: AbortSignal): Promise<void> {
  const root = process.cwd();
  // After an undo the newest release is not the current one, and that is meant to stay so.
  const newest = findNewestRelease(dataFolder);
  const current = readPointer(dataFolder)?.current;
  const published = await readOverlay(db);
  if (!isBuilderThere(root)) return requireBuilt(current, published.size > 0);
  const overlay = await readOverlayFiles(db, published);
  const unchanged = current !== undefined && newest?.sourceDigest === digestSources(root, siteUrl, overlay);
  if (unchanged && !(newest.id === current && pagesHaveAged(newest.builtAt))) return;
  console.log('Building the pages …');
  if ((await runRelease(root, stopped)) === 0 || stopped.aborted) return;
  const pointer = readPointer(dataFolder);
  if (pointer === undefined) throw new Error('The pages could not be built, so there is nothing to serve.');
  throw new Error('The pages could not be built; the release before is kept, but not started with other sources.');
}

/** @throws when there is nothing to serve and nobody to build it */
function requireBuilt(current: string | undefined, isPublished: boolean): void {
  const why = 'There is no builder here (node_modules/astro)';
  if (current === undefined) throw new Error(`${why} and no whole release: copy the program from the stick again.`);
  const without = isPublished ? ' What was published in the browser may be missing from them.' : '';
  console.log(`${why}: the pages stay as they came.${without}`);
}

/** In a process of its own: what building needs of memory is given back before serving begins. Answers how it ended. */
function runRelease(root: string, stopped: AbortSignal): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'src/cli/run.mjs'), 'release'], { stdio: 'inherit' });
  whenAborted(stopped, () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** Pages say that a lesson is overdue for checking from the build after that day on. */
function pagesHaveAged(builtAt: string): boolean {
  const catalogue = readCurrentCatalogue(dataFolder);
  return catalogue !== undefined && hasAged(catalogue, todayOn(new Date(builtAt)), todayOn());
}

function whenAborted(signal: AbortSignal, act: () => unknown): void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}

/** Everything that must not be lost is in the database: a fault that nobody caught costs one answer, not the house. */
function surviveDefects(log: Log): void {
  const report = (event: string) => (reason: unknown) => {
    log.write('error', { event, defect: reason instanceof Error ? reason.stack : String(reason) });
  };
  process.on('unhandledRejection', report('unhandled rejection'));
  process.on('uncaughtException', report('uncaught exception'));
  // Whoever read our lines may have gone.
  process.stdout.on('error', () => undefined);
}

function addressForPeople({ siteUrl, host: address }: Environment, host: Host): string {
  if (siteUrl !== undefined) return siteUrl;
  const { protocol, port } = new URL(host.origin);
  const everywhere = address === '0.0.0.0' || address === '::';
  return `${protocol}//${everywhere || address === '127.0.0.1' ? 'localhost' : new URL(host.origin).hostname}${port === '' ? '' : `:${port}`}`;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop the other program, or set PORT to another one.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this account: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${address} is no address of this computer: use 127.0.0.1 or 0.0.0.0.`;
  if (code === 'ERR_OSSL_PEM_NO_START_LINE' || code?.startsWith('ERR_OSSL')) {
    return 'TLS_CERT and TLS_KEY must be PEM files that belong together.';
  }
  return error.message;
}
