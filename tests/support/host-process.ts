import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Catalogue } from '#domain/course/catalogue.ts';
import { readDigests } from '#server/release/damage.ts';
import { digestOf, digestsFile, formatDigests } from '#server/release/digests.ts';
import { readPointer, readRelease, releaseFolder, switchRelease } from '#server/release/release.ts';
import { siteFolder } from './built-site.ts';
import { findFreePort } from './free-port.ts';
import { type StartedProgram, startProgram } from './started-program.ts';

/** A whole host as a program of its own, with the built site and a data folder of its own. */
export interface HostProcess {
  readonly origin: string;
  readonly dataFolder: string;
  readonly program: StartedProgram;
  /** `fetch` of a path; does not follow redirects, and a POST says by `Origin` that it is ours. */
  request(path: string, init?: RequestInit & { readonly cookie?: string }): Promise<Response>;
}

/** Starts one on a free port; `secretsOf` is the data folder of another host that shares the database. */
export async function startHostProcess(
  dataFolder: string,
  { env, secretsOf }: { readonly env: Readonly<Record<string, string>>; readonly secretsOf?: string },
): Promise<HostProcess> {
  const current = readPointer(siteFolder)?.current ?? '';
  mkdirSync(join(dataFolder, 'releases'));
  symlinkSync(realpathSync(releaseFolder(siteFolder, current)), releaseFolder(dataFolder, current));
  switchRelease(dataFolder, current);
  for (const secret of secretsOf === undefined ? [] : ['pepper', 'house-key']) {
    cpSync(join(secretsOf ?? '', secret), join(dataFolder, secret));
  }
  const port = String(await findFreePort());
  const { SITE_URL: _, ...given } = process.env;
  const program = startProgram(resolve('.'), {
    ...(given as Record<string, string>),
    DATA_DIR: dataFolder,
    PORT: port,
    ...env,
  });
  onTestFinished(async () => {
    program.child.kill('SIGKILL');
    await program.ended();
  });
  await program.ready();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    dataFolder,
    program,
    request(path, { cookie, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (init.method === 'POST') headers.set('origin', origin);
      if (cookie !== undefined) headers.set('cookie', cookie);
      return fetch(origin + path, { redirect: 'manual', ...init, headers });
    },
  };
}

/** Makes a release current that differs from the one of `dataFolder` in its catalogue alone. Answers its id. */
export async function releaseCatalogue(
  dataFolder: string,
  change: (catalogue: Catalogue) => Catalogue,
): Promise<string> {
  const before = readPointer(dataFolder)?.current ?? '';
  const [old, id] = [releaseFolder(dataFolder, before), 'r999999-aaaaaaaa'];
  const folder = releaseFolder(dataFolder, id);
  mkdirSync(folder);
  for (const name of ['client', 'server']) symlinkSync(realpathSync(join(old, name)), join(folder, name));
  const catalogue = JSON.parse(readFileSync(join(old, 'catalogue.json'), 'utf8')) as Catalogue;
  const written = {
    'catalogue.json': JSON.stringify(change(catalogue)),
    'release.json': JSON.stringify({ ...readRelease(dataFolder, before), id }),
  };
  const digests = new Map(await readDigests(old));
  for (const [name, text] of Object.entries(written)) {
    writeFileSync(join(folder, name), text);
    digests.set(name, { sizeBytes: Buffer.byteLength(text), digest: digestOf(text) });
  }
  writeFileSync(join(folder, digestsFile), formatDigests(digests));
  switchRelease(dataFolder, id);
  return id;
}
