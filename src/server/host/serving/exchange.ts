import type { IncomingMessage, ServerResponse } from 'node:http';
import { storageTroubleOf } from '#db/fault.ts';
import { isOwnHost } from '#server/http/host-name.ts';
import { isOwnOrigin } from '#server/http/own-origin.ts';
import { clientAddressOf, type IsTrustedProxy } from '#server/host/client-address.ts';
import { describeDefect } from './defect.ts';
import { type DatabaseHealth, healthOf } from '#server/host/health.ts';
import type { Log } from '#server/host/log.ts';
import { leadFrom } from '#server/host/old-address.ts';
import type { OpenRelease } from './open-release.ts';
import { type ProblemStatus, sendProblem } from './problem.ts';
import { renderPage, type RenderedPage } from './pages.ts';
import { discardRest, readBody } from '#server/http/request-body.ts';
import { readRequestPath } from '#server/http/request-path.ts';
import type { BackupDesk } from '#domain/machine.ts';
import { sendRendered } from './send-rendered.ts';
import { sendStaticFile } from './static-files.ts';

/** What every answer is made from. */
export interface Hosting {
  readonly services: Pick<App.Locals, 'db' | 'pepper' | 'keyFile' | 'publisher'>;
  readonly log: Log;
  /** Whether the host itself speaks TLS. */
  readonly tls: boolean;
  /** Whether browsers see us by TLS, perhaps ended by a proxy: cookies are then `Secure`. */
  readonly secure: boolean;
  readonly hstsDays: number;
  /** At the address that the house had before TLS: the one it has now. */
  readonly movedTo: string | undefined;
  /** When the certificate shown just now ends, milliseconds since 1970; undefined without one of our own. */
  certificateEndsAt(): number | undefined;
  readonly siteOrigin: string | undefined;
  /** Hosts of the addresses that people type; undefined when nobody said any. */
  readonly hostNames: ReadonlySet<string> | undefined;
  readonly checkUrl: string | undefined;
  readonly isTrustedProxy: IsTrustedProxy;
  readonly databaseHealth: DatabaseHealth;
  readonly backups: BackupDesk;
  /** Where people reach it, without path. */
  addresses(): readonly string[];
  release(): OpenRelease;
}

interface Exchange {
  readonly hosting: Hosting;
  readonly release: OpenRelease;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly clientAddress: string;
}

/** Seconds after which somebody may ask again whom the storage could not serve. */
const retryAfter = ['Retry-After', '10'];

/** Answers one request. Never throws: a defect becomes a 500 with the request's id, its detail goes to the log. */
export async function answerRequest(
  hosting: Hosting,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const forwardedFor = String(request.headers['x-forwarded-for'] ?? '');
  const clientAddress = clientAddressOf(request.socket.remoteAddress ?? '', forwardedFor, hosting.isTrustedProxy);
  const exchange = { hosting, release: hosting.release(), request, response, requestId, clientAddress };
  try {
    await answer(exchange);
  } catch (error) {
    if (request.destroyed && response.destroyed) return;
    reportDefect(exchange, error);
    if (storageTroubleOf(error) === undefined) refuse(exchange, 500);
    else refuse(exchange, 503, retryAfter);
  }
}

async function answer(exchange: Exchange): Promise<void> {
  const { hosting, release, request, response, requestId } = exchange;
  if (!isKnownMethod(request.method)) return refuse(exchange, 405, ['Allow', 'GET, HEAD, POST']);
  if (!hasReadableHost(request)) return refuse(exchange, 400);
  const asked = readRequestPath(request.url ?? '');
  if (asked.kind === 'refused') return asked.status === 404 ? sendNotFound(exchange) : refuse(exchange, asked.status);
  if (asked.kind === 'redirect') return redirect(exchange, asked.location);

  const { path } = asked;
  if (path !== '/healthz' && !isForUs(exchange)) return refuse(exchange, 421);
  const lead = hosting.movedTo === undefined ? undefined : leadFrom(request.method, path, asked.target);
  if (lead !== undefined) return redirect(exchange, lead, 307);
  const security = [...release.securityFor(path), 'X-Request-Id', requestId];
  const file = release.findFile(path);
  let body: Buffer | undefined;
  if (request.method === 'POST') {
    if (!isOwnOrigin(request.headers, hosting.tls, hosting.siteOrigin)) return refuse(exchange, 403);
    if (file !== undefined || path === '/healthz') return refuse(exchange, 405, ['Allow', 'GET, HEAD']);
    const received = await readBody(request);
    if ('problem' in received) return refuseBody(exchange, received.problem);
    body = received.body;
  } else {
    if (path === '/healthz') return sendHealth(exchange);
    if (path === '/404.html') return sendNotFound(exchange);
    if (file !== undefined) {
      // A lesson that is looked at before it is published has an origin of its own, and scripts are asked for by their origin.
      const shared = request.headers.origin === 'null' ? ['Access-Control-Allow-Origin', '*'] : [];
      return sendStaticFile(request, response, {
        file,
        status: release.isGone(path) ? 410 : 200,
        security: [...security, ...shared],
      });
    }
  }

  // The framework's own endpoints (image service, actions, islands): nothing of ours uses them.
  if (path.startsWith('/_')) return sendNotFound(exchange);
  const { method = 'GET', headers } = request;
  const url = new URL(`${hosting.tls ? 'https' : 'http'}://${headers.host ?? 'localhost'}${asked.target}`);
  const page = await renderPage(release.render, { url, method, headers, body }, localsOf(exchange));
  if (page === undefined || (page.status === 404 && isEmpty(page))) return sendNotFound(exchange);
  if (page.status === 500 && isEmpty(page)) return refuse(exchange, 500);
  if (page.status === 503 && isEmpty(page)) return refuse(exchange, 503, retryAfter);
  await sendRendered(request, response, { page, security });
}

function isEmpty({ body }: RenderedPage): boolean {
  return Buffer.isBuffer(body) && body.byteLength === 0;
}

function hasReadableHost({ headers, headersDistinct, httpVersion }: IncomingMessage): boolean {
  if (headers.host === undefined) return httpVersion === '1.0';
  if (headersDistinct.host?.length !== 1) return false;
  return /^[\w.:[\]-]+$/.test(headers.host) && URL.canParse(`http://${headers.host}`);
}

/** A proxy that is trusted may name us as it likes. */
function isForUs({ hosting, request }: Exchange): boolean {
  const { host } = request.headers;
  return (
    host === undefined ||
    isOwnHost(host, hosting.hostNames) ||
    hosting.isTrustedProxy(request.socket.remoteAddress ?? '')
  );
}

function isKnownMethod(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}

function refuse(exchange: Exchange, status: ProblemStatus, headers: readonly string[] = []): void {
  const { hosting, request, response, requestId } = exchange;
  const unread = request.method !== 'GET' && request.method !== 'HEAD' && !request.complete;
  sendProblem(response, {
    status,
    requestId,
    json: isForPrograms(request.url),
    security: { hstsDays: hosting.hstsDays },
    headers: unread ? [...headers, 'Connection', 'close'] : headers,
  });
  if (unread) discardRest(request);
}

function refuseBody(exchange: Exchange, problem: 'too_large' | 'aborted'): void {
  if (problem === 'aborted') exchange.response.destroy();
  else refuse(exchange, 413);
}

async function sendNotFound(exchange: Exchange): Promise<void> {
  const { release, request, response, requestId } = exchange;
  const file = isForPrograms(request.url) ? undefined : release.findFile('/404.html');
  if (file === undefined) return refuse(exchange, 404);
  const security = [...release.securityFor('/404.html'), 'X-Request-Id', requestId];
  await sendStaticFile(request, response, { file, status: 404, security });
}

function redirect({ release, response, requestId }: Exchange, location: string, status: 307 | 308 = 308): void {
  const security = [...release.securityFor('/'), 'X-Request-Id', requestId];
  response.writeHead(status, [...security, 'Location', location, 'Cache-Control', 'no-cache', 'Content-Length', '0']);
  response.end();
}

async function sendHealth({ hosting, release, request, response, requestId }: Exchange): Promise<void> {
  const { status, body } = healthOf(release.id, await hosting.databaseHealth());
  const text = JSON.stringify(body);
  response.writeHead(status, [
    ...release.securityFor('/healthz'),
    'X-Request-Id',
    requestId,
    'Cache-Control',
    'no-store',
    'Content-Type',
    'application/json; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(text)),
  ]);
  response.end(request.method === 'HEAD' ? undefined : text);
}

function localsOf(exchange: Exchange): Omit<App.Locals, 'viewer'> {
  const { hosting, release, requestId } = exchange;
  return {
    ...hosting.services,
    catalogue: release.catalogue,
    releaseId: release.id,
    requestId,
    clientAddress: exchange.clientAddress,
    secure: hosting.secure,
    movedTo: hosting.movedTo,
    certificateEndsAt: hosting.certificateEndsAt(),
    checkUrl: hosting.checkUrl,
    siteUrl: hosting.siteOrigin,
    get machine() {
      const { id, builtAt, servedSince } = release;
      return { release: { id, builtAt, servedSince }, addresses: hosting.addresses(), backups: hosting.backups };
    },
    reportDefect: (error) => reportDefect(exchange, error),
  };
}

function reportDefect({ hosting, requestId }: Exchange, error: unknown): void {
  hosting.log.write('error', { requestId, defect: describeDefect(error) });
}

function isForPrograms(target = ''): boolean {
  return target.startsWith('/api/') || target.startsWith('/healthz');
}
