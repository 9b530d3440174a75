import { showGrade } from '#domain/learning/feedback.ts';
import type { Viewer } from '#domain/person/person.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import {
  batchLimits,
  parseRecord,
  type Receipt,
  type ReceiptFlag,
  type ReceiptGrade,
  type RecordFlag,
} from '#domain/learning/record.ts';
import type { Grade } from '#domain/quiz/grading.ts';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import { recordMessages } from '#messages/record.ts';
import { openPauses } from '#server/pauses.ts';
import type { CourseServices } from '#server/services.ts';
import { type Disclose, openDisclosures } from './attempts.ts';
import { checkRecord, type RefusedRecord, type SoundRecord } from './check.ts';
import { findQuizEdition } from '#server/records/editions.ts';
import { inTurn, isFull, markFull, takeWork } from './rate.ts';
import { digestRecord } from './record-rows.ts';
import { explainUnstored, findStored, type StoredRecord, storeRecords } from './store.ts';

/**
 * Stores what a phone sent, each record alone: a receipt each, in the same order. When it resolves, everything with a
 * receipt `recorded` is durable. The first record of a course enrols the viewer in it.
 * @throws Refusal invalid when there are too many records, too_many when they come too fast, unauthenticated when the viewer
 *   was erased meanwhile
 */
export async function acceptRecords(
  services: CourseServices,
  viewer: Viewer,
  values: readonly unknown[],
): Promise<Receipt[]> {
  if (values.length > batchLimits.records) {
    throw new Refusal('invalid', `records must be at most ${batchLimits.records}`);
  }
  takeWork(viewer.id, 1 + values.length);
  return inTurn(viewer.id, () => acceptInTurn(services, viewer, values));
}

/** The receipt of an attempt or a lesson that the viewer sent earlier; undefined when it is not there or not theirs. */
export async function findReceipt(services: CourseServices, viewer: Viewer, id: string): Promise<Receipt | undefined> {
  const found = (await findStored(services, [id.toLowerCase()])).get(id.toLowerCase());
  if (found?.owner !== viewer.id) return undefined;
  return repeatReceipt({ services, disclose: openDisclosures(services, viewer.id) }, found);
}

/** What a participant is told of the flags of an attempt. */
export function tellFlags(flags: readonly RecordFlag[]): readonly ReceiptFlag[] {
  return flags.filter((flag) => flag !== 'own_draw');
}

/** What receipts are made with. */
interface Desk {
  readonly services: CourseServices;
  readonly disclose: Disclose;
}

async function acceptInTurn(services: CourseServices, viewer: Viewer, values: readonly unknown[]): Promise<Receipt[]> {
  const now = Date.now();
  const pause = openPauses();
  const checked: (SoundRecord | RefusedRecord)[] = [];
  for (const value of values) {
    checked.push(isFull(viewer.id) ? refuseFull(value) : await checkRecord(services, viewer, value, now));
    await pause();
  }
  const sound = checked.flatMap((it) => ('refused' in it ? [] : [it]));
  const added = await storeRecords(services, sound, now);
  const flagsOf = new Map(sound.map((it, at) => [it, added[at]]));
  const unstored = checked.flatMap((it) =>
    it.record !== undefined && ('refused' in it || flagsOf.get(it) === undefined) ? [it.record.id] : [],
  );
  const earlier = await findStored(services, unstored);
  const desk = { services, disclose: openDisclosures(services, viewer.id) };
  const receipts: Receipt[] = [];
  for (const [at, it] of checked.entries()) {
    const flags = 'refused' in it ? undefined : flagsOf.get(it);
    receipts.push(
      'refused' in it || flags === undefined
        ? await answerUnstored(desk, { it, value: values[at], earlier })
        : await makeReceipt(desk, 'recorded', { id: it.record.id, flags, ...it.graded }),
    );
    await pause();
  }
  return receipts;
}

/** What comes from somebody who has stored all that a day takes is read and not graded. */
function refuseFull(value: unknown): RefusedRecord {
  const parsed = parseRecord(value);
  if ('problem' in parsed) return { refused: 'invalid', detail: parsed.problem, message: recordMessages.shape };
  return { refused: 'too_many', detail: 'day_full', message: recordMessages.day_full, record: parsed.record };
}

/** The receipt of what was not stored now: refused, or stored before. */
async function answerUnstored(
  desk: Desk,
  {
    it,
    value,
    earlier,
  }: {
    readonly it: SoundRecord | RefusedRecord;
    readonly value: unknown;
    readonly earlier: ReadonlyMap<string, StoredRecord>;
  },
): Promise<Receipt> {
  const before = it.record === undefined ? undefined : earlier.get(it.record.id);
  // What was stored once stays so, even when it would be refused today: its course may be gone.
  if (it.record !== undefined && before?.digest === digestRecord(it.record)) return repeatReceipt(desk, before);
  if ('refused' in it) {
    return refused(it.record?.id ?? claimedId(value), it.refused, it);
  }
  const { id } = it.record;
  if (before !== undefined) return refused(id, 'conflict', { detail: 'id', message: recordMessages.conflict });
  const owner = it.owner ?? it.record.person;
  const detail = await explainUnstored(desk.services, owner, it.record);
  if (detail === 'day_full') markFull(owner);
  return refused(id, 'too_many', { detail, message: recordMessages[detail] });
}

function refused(
  id: string,
  code: RefusalCode,
  { detail, message }: { readonly detail: string; readonly message: string },
): Receipt {
  return { id, outcome: 'refused', code, detail, message };
}

async function makeReceipt(
  { disclose }: Desk,
  outcome: 'recorded' | 'duplicate',
  {
    id,
    flags,
    quiz,
    grade,
  }: {
    readonly id: string;
    readonly flags: readonly RecordFlag[];
    readonly quiz?: Quiz | undefined;
    readonly grade?: Grade | undefined;
  },
): Promise<Receipt> {
  const told = tellFlags(flags);
  const shown = grade && (await discloseGrade(disclose, quiz, grade));
  return {
    id,
    outcome,
    ...(told.length > 0 ? { flags: told } : {}),
    ...(shown === undefined ? {} : { grade: shown }),
  };
}

async function discloseGrade(disclose: Disclose, quiz: Quiz | undefined, grade: Grade): Promise<ReceiptGrade> {
  return showGrade(quiz, grade, quiz === undefined ? 'total' : await disclose(quiz));
}

function claimedId(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

/** The receipt of a duplicate: the first outcome's grade, of which the quiz may tell more by now. */
async function repeatReceipt(desk: Desk, { record, flags, grade }: StoredRecord): Promise<Receipt> {
  const quiz =
    record.kind === 'attempt'
      ? await findQuizEdition(desk.services, record.course, record.quiz, record.edition)
      : undefined;
  return makeReceipt(desk, 'duplicate', { id: record.id, flags, quiz, grade });
}
