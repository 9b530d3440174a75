import { recordMessages } from '#messages/record.ts';
import { findCourse, findLesson, findQuiz } from '#domain/course/catalogue.ts';
import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import { type Grade, gradeAttempt } from '#domain/quiz/grading.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases } from '#domain/question/case.ts';
import { parseGiven } from '#domain/question/simple.ts';
import { withoutKey } from '#domain/question/question.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import {
  type AttemptRecord,
  clockStartMs,
  type LearningRecord,
  type LessonReadRecord,
  parseRecord,
  type RecordFlag,
} from '#domain/learning/record.ts';
import type { RefusalCode } from '#domain/refusal.ts';
import { isFormerAccount } from '#server/accounts/former-accounts.ts';
import { findOwnFlags } from './flags.ts';
import { findQuizEdition, hasLessonEdition, isClockBehind } from '#server/records/editions.ts';
import type { CourseServices } from '#server/services.ts';

/** A record that may be stored. */
export interface SoundRecord {
  readonly record: LearningRecord;
  /** Whose it is, where it was made under an account that became part of theirs. */
  readonly owner?: string;
  readonly flags: readonly RecordFlag[];
  /** Who of the staff typed it in from paper; absent where it came from its person. */
  readonly by?: string;
  /** `rules` is the quiz of today, where it is still offered: its limits hold for every edition. */
  readonly graded?: { readonly quiz: Quiz; readonly rules: Quiz; readonly grade: Grade };
}

/** `detail` names the field, `clock` when the phone's date must be set, `server_clock` when the server's must; `record` is there when the shape was right. */
export interface RefusedRecord {
  readonly refused: RefusalCode;
  readonly detail: string;
  readonly message: string;
  readonly record?: LearningRecord;
}

/** The phone's clock may be a day ahead: time zones are set wrong. */
const clockLeadMs = 24 * 3_600_000;

/**
 * Whether one value from a phone is a record of the viewer's that makes sense; grades it when it is an attempt.
 * `now`: when it will have been recorded, in milliseconds since 1970.
 */
export async function checkRecord(
  services: CourseServices,
  viewer: Viewer,
  value: unknown,
  now: number,
): Promise<SoundRecord | RefusedRecord> {
  const parsed = parseRecord(value);
  if ('problem' in parsed) return { refused: 'invalid', detail: parsed.problem, message: recordMessages.shape };
  const { record } = parsed;
  if (record.person !== viewer.id && !(await isFormerAccount(services.db, record.person, viewer.id))) {
    return { refused: 'other_person', detail: 'person', message: recordMessages.otherPerson };
  }
  const answeredAt = Date.parse(record.answeredAt);
  if (answeredAt < clockStartMs) return refuse(record, 'clock');
  if (answeredAt > now + clockLeadMs) {
    return refuse(record, (await isClockBehind(services.db, now)) ? 'server_clock' : 'clock');
  }
  const checked = await (record.kind === 'attempt'
    ? checkAttempt(services, record, now)
    : checkLessonRead(services, record));
  return 'refused' in checked ? checked : { ...checked, owner: viewer.id };
}

async function checkLessonRead(
  services: CourseServices,
  record: LessonReadRecord,
): Promise<SoundRecord | RefusedRecord> {
  const { course, lesson, edition } = record;
  const current = findLesson(services.catalogue, course, lesson);
  if (await hasLessonEdition(services, course, lesson, edition)) {
    return { record, flags: current?.edition === edition ? [] : ['old_edition'] };
  }
  if (findCourse(services.catalogue, course) === undefined) return refuse(record, 'course');
  return refuse(record, current === undefined ? 'lesson' : 'edition');
}

async function checkAttempt(
  services: CourseServices,
  record: AttemptRecord,
  now: number,
): Promise<SoundRecord | RefusedRecord> {
  const { course, edition } = record;
  const current = findQuiz(services.catalogue, course, record.quiz);
  const quiz = await findQuizEdition(services, course, record.quiz, edition);
  if (quiz === undefined) {
    if (findCourse(services.catalogue, course) === undefined) return refuse(record, 'course');
    return refuse(record, current === undefined ? 'quiz' : 'edition');
  }
  const wrong = findWrongResponse(quiz, record);
  if (wrong !== undefined) return wrong;
  return {
    record,
    flags: [...findOwnFlags(quiz, record, now), ...(current?.edition === edition ? [] : (['old_edition'] as const))],
    graded: { quiz, rules: current?.quiz ?? quiz, grade: gradeAttempt(quiz, record) },
  };
}

/** The first response that cannot be one to this draw of this quiz. */
function findWrongResponse(quiz: Quiz, record: AttemptRecord): RefusedRecord | undefined {
  const drawn = new Map(expandCases(drawnQuestions(quiz, record.seed)).map((it) => [it.id, it]));
  for (const { question: id, given } of record.responses) {
    const question = drawn.get(id);
    if (question === undefined) {
      const isKnown = expandCases(quiz.questions).some((it) => it.id === id);
      return refuse(record, isKnown ? 'not_drawn' : 'question', id);
    }
    if (parseGiven(withoutKey(question), given) === undefined) return refuse(record, 'given', id);
  }
  return undefined;
}

function refuse(
  record: LearningRecord,
  what: Exclude<keyof typeof recordMessages, 'shape' | 'otherPerson' | 'conflict' | 'day_full' | 'name_full'>,
  question?: string,
): RefusedRecord {
  const detail = question === undefined ? what : `${what}: ${question}`;
  return { refused: 'invalid', detail, message: recordMessages[what], record };
}
