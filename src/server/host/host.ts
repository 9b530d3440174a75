import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue } from '#domain/course/catalogue.ts';
import type { ReleasePointer } from '#server/release/release.ts';
import { tellServing } from '#server/release/serving.ts';
import { settleRelease } from '#server/release/settle.ts';
import { listAddresses, originOf } from './addresses.ts';
import { openBackupDesk } from './backup-desk.ts';
import { answerClientErrors } from '#server/host/serving/client-error.ts';
import type { IsTrustedProxy } from './client-address.ts';
import { answerRequest, type Hosting } from '#server/host/serving/exchange.ts';
import { followReleases } from './follow-releases.ts';
import { openDatabaseHealth } from './health.ts';
import { followKeyPair, type KeyPair } from './key-pair.ts';
import { closeServer, type ConnectionLimits, createHttpServer, listen, type Listener } from './listening.ts';
import type { Log } from './log.ts';
import { type OpenRelease, openRelease } from '#server/host/serving/open-release.ts';
import { openReleaseChecks, reportDamage } from './release-checks.ts';

export interface HostOptions {
  /** Address and port to listen on; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** SITE_URL, when the site has another name outside. */
  readonly siteUrl?: string | undefined;
  /** CHECK_URL, else SITE_URL: where certificates say that they are checked. */
  readonly checkUrl?: string | undefined;
  /** Reads certificate and key, now and again to see whether they were replaced; without it the host speaks plain HTTP. */
  readonly tls?: (() => Promise<KeyPair>) | undefined;
  /** For how many days browsers are told to keep to TLS; none when absent. A house's certificate may end before it is replaced. */
  readonly hstsDays?: number | undefined;
  /** Port of the plain address that the house had before TLS: it sends what waits on phones and leads to SITE_URL. */
  readonly oldHttpPort?: number | undefined;
  /** Proxies whose word on a client's address is believed; nobody's when absent. */
  readonly isTrustedProxy?: IsTrustedProxy | undefined;
  readonly services: Hosting['services'];
  readonly log: Log;
  /** Where `releases/` and `current.json` are. */
  readonly dataFolder: string;
  /** Runs with the catalogue of a release before the first page of it is served. */
  beforeServing(catalogue: Catalogue): Promise<void>;
  readonly limits?: Partial<HostLimits>;
}

export interface HostLimits extends ConnectionLimits {
  /** For requests in flight when the host stops. */
  readonly graceMs: number;
  readonly lookForReleaseMs: number;
  /** Until every byte of a release is compared, which a cold disk takes long for. */
  readonly checkAfterMs: number;
  readonly lookForCertificateMs: number;
}

export interface Host {
  /** `http://127.0.0.1:4321` */
  readonly origin: string;
  /** Whether browsers see it by TLS, perhaps ended by a proxy. */
  readonly secure: boolean;
  releaseId(): string;
  /** Stops listening and resolves when every request in flight is answered, or cut off after the grace time. */
  close(): Promise<void>;
}

const usualLimits: HostLimits = {
  headersMs: 10_000,
  requestMs: 60_000,
  keepAliveMs: 15_000,
  silenceMs: 60_000,
  graceMs: 8_000,
  lookForReleaseMs: 1_000,
  checkAfterMs: 5_000,
  lookForCertificateMs: 10_000,
};

/** Serves the current release and takes over the next one when it is made current. @throws EADDRINUSE and the like */
export async function openHost(options: HostOptions): Promise<Host> {
  const { dataFolder, log, tls, siteUrl, services } = options;
  const limits = { ...usualLimits, ...options.limits };
  const secure = tls !== undefined || siteUrl?.startsWith('https:') === true;
  const hstsDays = secure ? (options.hstsDays ?? 0) : 0;
  const nextRequestId = openRequestIds();
  const pair = await tls?.();
  const backups = openBackupDesk(services.db);

  let release = await takeOver(options, await requireRelease(options), hstsDays);
  const hosting: Hosting = {
    services,
    log,
    tls: tls !== undefined,
    secure,
    hstsDays,
    movedTo: undefined,
    certificateEndsAt: () => certificate?.endsAt(),
    checkUrl: options.checkUrl ?? siteUrl,
    siteOrigin: siteUrl === undefined ? undefined : new URL(siteUrl).origin,
    hostNames: hostNamesOf(options),
    isTrustedProxy: options.isTrustedProxy ?? (() => false),
    databaseHealth: openDatabaseHealth(services.db),
    backups,
    addresses: () => listAddresses(hosting.siteOrigin, origin),
    release: () => release,
  };

  const inFlight = new Set<Promise<void>>();
  let stopping = false;
  const answerFor =
    (door: Hosting): Listener =>
    (request, response) => {
      const requestId = nextRequestId();
      if (stopping) response.shouldKeepAlive = false;
      logWhenDone(log, request, response, requestId);
      const answered = answerRequest(door, request, response, requestId);
      inFlight.add(answered);
      answered.finally(() => inFlight.delete(answered));
    };
  const openDoor = async (door: Hosting, shown: KeyPair | undefined, port: number) => {
    const server = createHttpServer(shown, limits, answerFor(door));
    answerClientErrors(server, {
      hstsDays: door.hstsDays,
      nextRequestId,
      report: (status, requestId) => log.write('info', { requestId, status, refused: 'unreadable request' }),
    });
    return { server, port: (await listen(server, { host: options.host, port })).port };
  };
  const { server, port } = await openDoor(hosting, pair, options.port);
  const certificate =
    pair &&
    tls &&
    followKeyPair(server, {
      first: pair,
      read: tls,
      everyMs: limits.lookForCertificateMs,
      tell: (event, why) => log.write(why === undefined ? 'info' : 'error', { event, defect: why }),
    });
  const doors = [server];
  if (options.oldHttpPort !== undefined) {
    // Nobody said by what name phones know the old address.
    const old = {
      ...hosting,
      tls: false,
      secure: false,
      hstsDays: 0,
      hostNames: undefined,
      movedTo: hosting.siteOrigin,
    };
    doors.push((await openDoor(old, undefined, options.oldHttpPort)).server);
  }
  const origin = originOf({ secure: tls !== undefined, host: options.host, port });
  const tell = (refused?: string): void => tellServing(dataFolder, { origin, release: release.id, refused });
  const checking = openReleaseChecks(options, limits.checkAfterMs);
  const stopFollowing = followReleases(
    dataFolder,
    async (pointer) => {
      if (pointer.current === release.id) return;
      try {
        release = await takeOver(options, pointer, hstsDays);
        log.write('info', { release: release.id, event: 'release taken over' });
        tell();
        checking.check(release.id);
      } catch (error) {
        log.write('error', { release: pointer.current, event: 'release refused', defect: String(error) });
        tell(pointer.current);
      }
    },
    limits.lookForReleaseMs,
  );
  tell();
  checking.check(release.id);
  return {
    origin,
    secure,
    releaseId: () => release.id,
    async close() {
      stopping = true;
      stopFollowing();
      checking.stop();
      certificate?.stop();
      backups.close();
      const startedAt = performance.now();
      await Promise.all(doors.map((door) => closeServer(door, limits.graceMs)));
      // Work whose client is gone may still be writing; a page that never ends may not keep the host.
      const leftMs = Math.max(500, limits.graceMs - (performance.now() - startedAt));
      await Promise.race([Promise.allSettled(inFlight), sleep(leftMs, undefined, { ref: false })]);
    },
  };
}

async function requireRelease({ dataFolder, log }: HostOptions): Promise<ReleasePointer> {
  const pointer = await settleRelease(dataFolder, reportDamage(log));
  if (pointer === undefined)
    throw new Error(`There is no whole release in ${dataFolder}: run "npm run release" first.`);
  return pointer;
}

async function takeOver(options: HostOptions, pointer: ReleasePointer, hstsDays: number): Promise<OpenRelease> {
  const opened = await openRelease(options.dataFolder, pointer.current, { previousId: pointer.previous, hstsDays });
  await options.beforeServing(opened.catalogue);
  return opened;
}

function openRequestIds(): () => string {
  const prefix = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${prefix}-${(count++).toString(36)}`;
}

/** Without SITE_URL nobody said how the site is called, and any name will do. */
function hostNamesOf({ siteUrl, checkUrl = siteUrl }: HostOptions): ReadonlySet<string> | undefined {
  if (siteUrl === undefined || checkUrl === undefined) return undefined;
  return new Set([siteUrl, checkUrl].map((url) => new URL(url).hostname));
}

function logWhenDone(log: Log, request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const startedAt = performance.now();
  const { method, url = '' } = request;
  const sentBefore = request.socket.bytesWritten;
  response.once('close', () => {
    const status = response.headersSent ? response.statusCode : 499;
    log.write(status >= 500 ? 'error' : 'info', {
      requestId,
      method,
      path: withoutIds(url.split('?', 1)[0] ?? '').slice(0, 200),
      status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      bytes: request.socket.bytesWritten - sentBefore,
    });
  });
}

/** Whose page was asked for is nothing that a log tells. */
function withoutIds(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ':id');
}
