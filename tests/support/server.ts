import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { publishEditions } from '#server/records/editions.ts';
import { type Host, type HostOptions, openHost } from '#server/host/host.ts';
import { openLog } from '#server/host/log.ts';
import { openPublisher } from '#server/studio/publishing/publisher.ts';
import { openPepper } from '#server/accounts/pepper.ts';
import { adoptHouseKey, houseKeyFile } from '#server/certificates/house-key.ts';
import { readPointer, releaseFolder } from '#server/release/release.ts';
import { siteFolder } from './built-site.ts';

/** The whole product on a free port of this machine, with an empty database of its own. */
export interface TestServer {
  readonly origin: string;
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly pepper: Uint8Array;
  readonly keyFile: string;
  /** Everything that was logged so far: parsed lines. */
  readonly logged: Record<string, unknown>[];
  /** `fetch` of a path; does not follow redirects, and a POST says by `Origin` that it is ours. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Stops serving and keeps the database, as when the network goes; `resume` serves on the same port again. */
  pause(): Promise<void>;
  resume(changed?: TestServerOptions): Promise<void>;
  /** Stops for good and removes the database. */
  stop(): Promise<void>;
}

export type TestServerOptions = Partial<
  Pick<HostOptions, 'dataFolder' | 'limits' | 'siteUrl' | 'tls' | 'port' | 'oldHttpPort' | 'hstsDays'>
> & {
  /** Builds what is published, into `dataFolder`. */
  readonly publishes?: boolean;
};

/** Starts the built site; `dataFolder` serves the releases of another folder instead. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? siteFolder;
  const folder = mkdtempSync(join(tmpdir(), 'rumah-belajar-server-'));
  const url = pathToFileURL(join(folder, 'test.db')).href;
  const db = await openDatabase({ url });
  await migrateDatabase(db);
  const pepper = await openPepper(db, folder);
  const keyFile = houseKeyFile(db, folder);
  await adoptHouseKey(db, keyFile);
  const logged: Record<string, unknown>[] = [];
  const log = openLog('debug', {
    write: (text) =>
      logged.push(
        ...text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>),
      ),
  });
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: dataFolder };
  const publisher = options.publishes ? openPublisher({ db, root: process.cwd(), dataFolder, log, env }) : undefined;
  const open = (port: number, changed: TestServerOptions = {}): Promise<Host> =>
    openHost({
      host: '127.0.0.1',
      ...options,
      ...changed,
      port: changed.port ?? port,
      services: { db, pepper, keyFile, publisher },
      log,
      dataFolder,
      beforeServing: (catalogue) => publishEditions(db, catalogue),
    });
  let host = await open(options.port ?? 0);
  const { origin } = host;
  return {
    origin,
    db,
    pepper,
    keyFile,
    catalogue: readCatalogue(dataFolder),
    get logged() {
      log.flush();
      return logged;
    },
    request(path, init = {}) {
      const headers = new Headers(init.headers);
      if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', origin);
      return fetch(origin + path, { redirect: 'manual', ...init, headers });
    },
    pause: () => host.close(),
    async resume(changed) {
      host = await open(Number(new URL(origin).port), changed);
    },
    async stop() {
      await host.close();
      await publisher?.rested();
      await db.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function readCatalogue(dataFolder: string): Catalogue {
  const current = readPointer(dataFolder)?.current ?? '';
  return JSON.parse(readFileSync(join(releaseFolder(dataFolder, current), 'catalogue.json'), 'utf8')) as Catalogue;
}
