import type { ServerResponse } from 'node:http';
import { hostMessages } from '#messages/host.ts';
import { type FlatHeaders, inlineHash, type SecurityOptions, securityHeaders } from '#server/http/security-headers.ts';

/** What the host itself has to say no to, before or after any page had its turn. */
export const problems = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timeout',
  413: 'too_large',
  414: 'too_large',
  417: 'bad_request',
  421: 'misdirected',
  431: 'too_large',
  500: 'defect',
  503: 'unavailable',
} as const;
export type ProblemStatus = keyof typeof problems;

export interface Problem {
  readonly status: ProblemStatus;
  readonly requestId: string;
  /** Endpoints get JSON, everybody else a small page. */
  readonly json: boolean;
  readonly security: Omit<SecurityOptions, 'styleHashes'>;
  readonly headers?: FlatHeaders;
}

/** Headers and body of a refusal; the same everywhere, also where there is no response object yet. */
export function describeProblem(problem: Problem): { headers: FlatHeaders; body: string } {
  const { status, requestId, json, security } = problem;
  const message = hostMessages[status];
  const body = json
    ? JSON.stringify({ error: { code: problems[status], message, requestId } })
    : pageOf(message, status, requestId);
  const headers = [
    ...securityHeaders({ ...security, styleHashes: json ? [] : [pageStyleHash] }),
    'Cache-Control',
    'no-store',
    'X-Request-Id',
    requestId,
    'Content-Type',
    json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(body)),
    ...(problem.headers ?? []),
  ];
  return { headers, body };
}

export function sendProblem(response: ServerResponse, problem: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers, body } = describeProblem(problem);
  response.writeHead(problem.status, [...headers]);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const pageStyle =
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif}' +
  'body{margin:0 auto;max-width:34rem;padding:3rem 1.25rem}a{display:inline-block;padding:.5rem 0}small{opacity:.75}';
const pageStyleHash = inlineHash(pageStyle);

function pageOf(message: string, status: number, requestId: string): string {
  return (
    `<!doctype html><html lang="id"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${hostMessages.title}</title><style>${pageStyle}</style></head><body><main><h1>${hostMessages.title}</h1>` +
    `<p>${message}</p><p><a href="/">${hostMessages.home}</a></p>` +
    `<p><small>${hostMessages.reference(status, requestId)}</small></p></main></body></html>`
  );
}
