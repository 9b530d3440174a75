import { isSeed } from '#domain/quiz/draw/draw.ts';
import type { Grade, QuestionGrade } from '#domain/quiz/grading.ts';
import type { Response } from '#domain/question/simple.ts';
import type { RefusalCode } from '#domain/refusal.ts';
import { type WorksheetKind, worksheetKinds } from '#domain/worksheet/sheet.ts';
import { parseSheetTexts, type SheetTexts, sheetTextLimits } from '#domain/worksheet/texts.ts';

/** At most this many records, and bytes of JSON, in one `POST /api/records`. */
export const batchLimits = { records: 100, sizeBytes: 256 * 1024 } as const;

/** What a clock says before this instant, in milliseconds since 1970, was never set: a phone whose battery ran empty. */
export const clockStartMs = Date.UTC(2020, 0, 1);

interface RecordBase {
  /** UUID (v7) made on the phone. */
  readonly id: string;
  /** Id of the person whose record it is. */
  readonly person: string;
  /** Random id of the phone's store. */
  readonly device: string;
  /** Counter of the phone's store: the order of things when clocks lie. */
  readonly seq: number;
  /** The phone's clock, ISO 8601 UTC; shown, never trusted. */
  readonly answeredAt: string;
  /** Course id. */
  readonly course: string;
}

/** A participant says that a lesson was read. */
export interface LessonReadRecord extends RecordBase {
  readonly kind: 'lesson-read';
  readonly lesson: string;
  readonly edition: string;
}

/** A working sheet that its owner shows to the trainer, as it is filled in now; `texts` is null when it is taken back. */
export interface WorksheetRecord extends RecordBase {
  readonly kind: 'worksheet';
  readonly lesson: string;
  readonly edition: string;
  readonly sheet: WorksheetKind;
  readonly texts: SheetTexts | null;
}

/** One run through one quiz. The drawn questions follow from `seed`. */
export interface AttemptRecord extends RecordBase {
  readonly kind: 'attempt';
  readonly quiz: string;
  readonly edition: string;
  readonly seed: string;
  readonly startedAt: string;
  readonly responses: readonly Response[];
}

/**
 * The best that a participant reached in a practice at home, from the code of a file that was taken home. Staff take it in; it
 * never comes from a phone, and never is about an assessment.
 */
export interface TakeHomeRecord extends RecordBase {
  readonly kind: 'take-home';
  readonly quiz: string;
  readonly edition: string;
  /** Of `mostSteps`, see `result-code.ts`. */
  readonly steps: number;
}

/** One appended fact that came from a phone. */
export type LearningRecord = LessonReadRecord | AttemptRecord | WorksheetRecord;

/** All that is appended about learning. */
export type StoredRecord = LearningRecord | TakeHomeRecord;

/**
 * What a trainer should know of an attempt that was recorded all the same: it took longer than allowed or ended after its
 * cohort's closing date (`late`), began before its cohort's opening date (`too_soon`), was made with an older edition, or its
 * questions were not drawn by the rule (`attemptSeed`). Those of `holdingFlags` hold it back as well.
 */
export const recordFlags = [
  'late',
  'over_limit',
  'too_soon',
  'no_pause',
  'too_fast',
  'old_edition',
  'own_draw',
] as const;
export type RecordFlag = (typeof recordFlags)[number];

/**
 * Flags of an attempt that counts only when a trainer takes it in: it came after the last allowed one, began before the pause
 * after another one was over, or was answered faster than a person can read.
 */
export const holdingFlags: readonly RecordFlag[] = ['over_limit', 'no_pause', 'too_fast'];

/**
 * Flags of an attempt that proves nothing by itself: a certificate is made of it only after a trainer's word. That its edition
 * is old is no doing of the participant's.
 */
export const doubtfulFlags: readonly RecordFlag[] = recordFlags.filter((flag) => flag !== 'old_edition');

/** What the participant is told as well: an unusual draw is for the trainer to ask about. */
export type ReceiptFlag = Exclude<RecordFlag, 'own_draw'>;

/** A grade as the participant may see it: rationales and right responses only where the quiz allows. */
export interface ReceiptGrade extends Omit<Grade, 'questions'> {
  readonly questions: readonly (QuestionGrade & {
    readonly rationale?: string;
    /** The right response in words; a line for each part. */
    readonly right?: string;
  })[];
}

/** The server's word on one record. A duplicate carries the first outcome's grade. */
export interface Receipt {
  readonly id: string;
  readonly outcome: 'recorded' | 'duplicate' | 'refused';
  readonly code?: RefusalCode;
  /** With `refused`: what exactly is wrong (field, question); `clock` when the phone's date must be set and it can be sent again. */
  readonly detail?: string;
  /** With `refused`: one Indonesian sentence that says what is wrong. */
  readonly message?: string;
  readonly flags?: readonly ReceiptFlag[];
  readonly grade?: ReceiptGrade;
}

/** Limits of one record's parts. */
export const recordLimits = { responses: 200, givenBytes: 4096, idLength: 128 } as const;

/**
 * Reads one record by its shape alone; whether the person, course, quiz and edition exist is the server's to say.
 * It comes back built anew from the known fields, UUIDs in lower case; unknown fields are left behind.
 * `problem` names the field and what it must be, and never repeats a value.
 */
export function parseRecord(value: unknown): { readonly record: LearningRecord } | { readonly problem: string } {
  if (!isObject(value)) return { problem: 'record must be an object' };
  const kind = String(value.kind);
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind as LearningRecord['kind']] : undefined;
  if (shape === undefined) return { problem: 'kind must be lesson-read, attempt or worksheet' };
  for (const [field, [isRight, demand]] of Object.entries(shape)) {
    if (!Object.hasOwn(value, field) || !isRight(value[field])) return { problem: `${field} must be ${demand}` };
  }
  const known = Object.fromEntries(Object.keys(shape).map((field) => [field, value[field]]));
  const record = {
    ...known,
    kind: value.kind,
    id: String(value.id).toLowerCase(),
    person: String(value.person).toLowerCase(),
  } as unknown as LearningRecord;
  if (record.kind === 'attempt') return parseResponses(record);
  if (record.kind === 'lesson-read' || record.texts === null) return { record };
  // Built anew: what is shown to others holds nothing but texts.
  return { record: { ...record, texts: parseSheetTexts(record.texts) ?? null } };
}

type Check = readonly [(value: unknown) => boolean, demand: string];

const id: Check = [(it) => isText(it, recordLimits.idLength), `a text of 1 to ${recordLimits.idLength} signs`];
const uuid: Check = [
  (it) =>
    typeof it === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(it),
  'a UUID',
];
const instant: Check = [isInstant, 'an ISO 8601 date with time and zone'];

const baseShape: Readonly<Record<string, Check>> = {
  id: uuid,
  person: uuid,
  device: [(it) => typeof it === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(it), '1 to 64 letters, digits or hyphens'],
  seq: [(it) => Number.isSafeInteger(it) && Number(it) >= 0, 'a whole number, 0 or more'],
  answeredAt: instant,
  course: id,
  edition: [(it) => typeof it === 'string' && /^[0-9a-f]{16}$/.test(it), '16 hexadecimal digits'],
};
const lessonReadShape: Readonly<Record<string, Check>> = { ...baseShape, lesson: id };
const worksheetShape: Readonly<Record<string, Check>> = {
  ...lessonReadShape,
  sheet: [(it) => worksheetKinds.some((kind) => kind === it), 'a kind of working sheet'],
  texts: [
    (it) => it === null || parseSheetTexts(it) !== undefined,
    `null, or { cells, lists } of texts in at most ${sheetTextLimits.sizeBytes} bytes`,
  ],
};
const attemptShape: Readonly<Record<string, Check>> = {
  ...baseShape,
  quiz: id,
  seed: [(it) => typeof it === 'string' && isSeed(it), '1 to 64 letters, digits or hyphens'],
  startedAt: instant,
  responses: [
    (it) => Array.isArray(it) && it.length <= recordLimits.responses,
    `a list of at most ${recordLimits.responses}`,
  ],
};

const shapes = { 'lesson-read': lessonReadShape, attempt: attemptShape, worksheet: worksheetShape } as const;

function parseResponses(record: AttemptRecord): { readonly record: AttemptRecord } | { readonly problem: string } {
  const responses: Response[] = [];
  for (const [at, response] of (record.responses as readonly unknown[]).entries()) {
    const field = `responses[${at}]`;
    if (!isObject(response)) return { problem: `${field} must be an object` };
    const { question, given } = response;
    if (typeof question !== 'string' || !id[0](question)) return { problem: `${field}.question must be ${id[1]}` };
    if (responses.some((earlier) => earlier.question === question)) {
      return { problem: `${field}.question must not repeat` };
    }
    if (given === undefined || jsonBytes(given) > recordLimits.givenBytes) {
      return { problem: `${field}.given must be JSON of at most ${recordLimits.givenBytes} bytes` };
    }
    responses.push({ question, given });
  }
  return { record: { ...record, responses } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= length && !/\p{Cc}/u.test(value);
}

function isInstant(value: unknown): boolean {
  const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
  return typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));
}

/** Size of a value as JSON; infinite when it is nested too deep to be written. */
function jsonBytes(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
