import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeProblem, type ProblemStatus } from './problem.ts';

interface Lines {
  readonly hstsDays: number;
  nextRequestId(): string;
  /** Called for every request that was refused before it was one. */
  report(status: number, requestId: string): void;
}

const statusText: Partial<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
};

/** Answers what never became a request (unreadable, too slow, headers too large) with the same headers as the rest. */
export function answerClientErrors(server: Server, lines: Lines): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else writeProblem(socket, statusOf(error.code), lines);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => writeProblem(socket, 405, lines));
  server.on('checkExpectation', (request: IncomingMessage) => writeProblem(request.socket, 417, lines));
}

function statusOf(code: string | undefined): ProblemStatus {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  return 400;
}

function writeProblem(socket: Duplex, status: ProblemStatus, lines: Lines): void {
  const requestId = lines.nextRequestId();
  const { headers, body } = describeProblem({ status, requestId, json: false, security: { hstsDays: lines.hstsDays } });
  const pairs: string[] = [];
  for (let i = 0; i < headers.length; i += 2) pairs.push(`${headers[i]}: ${headers[i + 1]}`);
  const allow = status === 405 ? ['Allow: GET, HEAD, POST'] : [];
  const head = [`HTTP/1.1 ${status} ${statusText[status]}`, ...pairs, ...allow, 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
  lines.report(status, requestId);
}
