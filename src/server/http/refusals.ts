import { storageTroubleOf } from '#db/fault.ts';
import { refusalMessages } from '#messages/refusal.ts';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import { addHeaders } from './forms.ts';

/** The HTTP status of each refusal. */
export const refusalStatus: Record<RefusalCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  other_person: 403,
  closed: 409,
};

/** Whether the storage is in trouble: no fault of the request, and worth asking again. */
export function isUnavailable(error: unknown): boolean {
  return storageTroubleOf(error) !== undefined;
}

/** A refusal as a page shows it. */
export interface ShownRefusal {
  readonly code: RefusalCode;
  readonly status: number;
  /** One Indonesian sentence. */
  readonly message: string;
  /** What exactly was wrong, where the refusal says it. */
  readonly detail: string | undefined;
  /** Headers of the answer: `Retry-After` in seconds with `too_many`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a page shows of a caught error. @throws whatever is no Refusal: a defect is not ours to explain. */
export function showRefusal(error: unknown): ShownRefusal {
  if (!(error instanceof Refusal)) throw error;
  const { code, detail, retryAfterSeconds } = error;
  return {
    code,
    status: refusalStatus[code],
    message: refusalMessages[code],
    detail,
    headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterSeconds)) },
  };
}

/**
 * Gives a page the status and the headers of a caught error, and answers what it shows.
 * @throws whatever is no Refusal
 */
export function refuse(response: { status?: number; readonly headers: Headers }, error: unknown): ShownRefusal {
  const shown = showRefusal(error);
  response.status = shown.status;
  addHeaders(response, shown.headers);
  return shown;
}

/** The JSON answer to a caught error: `{error: {code, message, detail?}}`. @throws whatever is no Refusal. */
export function jsonRefusal(error: unknown, status?: number): Response {
  const shown = showRefusal(error);
  const { detail } = shown;
  return json(
    { error: { code: shown.code, message: shown.message, ...(detail === undefined ? {} : { detail }) } },
    { status: status ?? shown.status, headers: shown.headers },
  );
}

/** A JSON answer that no store keeps. */
export function json(body: unknown, { status = 200, headers = {} }: { status?: number; headers?: HeadersInit } = {}) {
  const all = new Headers(headers);
  all.set('Content-Type', 'application/json; charset=utf-8');
  all.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(body), { status, headers: all });
}
