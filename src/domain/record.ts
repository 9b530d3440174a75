import type { Grade, QuestionGrade } from './grading.ts';
import type { RefusalCode } from './refusal.ts';

/** At most this many records, and bytes of JSON, in one `POST /api/records`. */
export const batchLimits = { records: 100, sizeBytes: 256 * 1024 } as const;

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

/** What a participant gave to one question; `given` takes the shape of the question's kind. */
export interface Response {
  readonly question: string;
  readonly given: unknown;
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

/** One appended fact that came from a phone. */
export type LearningRecord = LessonReadRecord | AttemptRecord;

/** What a trainer should know of an attempt that was accepted all the same. */
export const recordFlags = ['late', 'over_limit', 'old_edition'] as const;
export type RecordFlag = (typeof recordFlags)[number];

/** A grade as the participant may see it: rationales only where the quiz allows. */
export interface ReceiptGrade extends Omit<Grade, 'questions'> {
  readonly questions: readonly (QuestionGrade & { readonly rationale?: string })[];
}

/** The server's word on one record. A duplicate carries the first outcome's grade. */
export interface Receipt {
  readonly id: string;
  readonly outcome: 'recorded' | 'duplicate' | 'refused';
  readonly code?: RefusalCode;
  /** With `refused`: one Indonesian sentence that says what is wrong. */
  readonly message?: string;
  readonly flags?: readonly RecordFlag[];
  readonly grade?: ReceiptGrade;
}
