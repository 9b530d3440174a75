/** Why a request was understood and declined. Each code has one HTTP status and one sentence. */
export const refusalCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_many',
  'other_person',
  'closed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Thrown by the server layer and answered at the edge; never a defect. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** What exactly was wrong, for whoever sent it (field, id); holds no personal data. */
  readonly detail: string | undefined;
  /** With `too_many`: seconds until it is worth asking again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: RefusalCode, detail?: string, retryAfterSeconds?: number) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
