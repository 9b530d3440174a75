import { randomUUID } from 'node:crypto';
import { attemptSeed } from '#domain/quiz/draw/attempt-seed.ts';
import { drawnQuestions } from '#domain/quiz/draw/drawn.ts';
import type { Viewer } from '#domain/person/person.ts';
import { expandCases } from '#domain/question/case.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { AttemptRecord, LessonReadRecord, WorksheetRecord } from '#domain/learning/record.ts';
import { rightResponse } from '#domain/question/authored.ts';
import { makeUuid } from '#server/uuid.ts';
import { sampleAssessment, sampleEditions, samplePractice } from './catalogue.ts';

const device = randomUUID();
let seq = 0;

/** How long every attempt takes, unless told otherwise. */
const tookMs = 5 * 60_000;

/** A practice in which every response is right, unless told otherwise. */
export function makePractice(viewer: Viewer, it: Partial<AttemptRecord> = {}): AttemptRecord {
  return makeAttempt(viewer, samplePractice, { edition: sampleEditions.practice, ...it });
}

/** An assessment in which every response is right, unless told otherwise. */
export function makeAssessment(viewer: Viewer, it: Partial<AttemptRecord> = {}): AttemptRecord {
  return makeAttempt(viewer, sampleAssessment, { edition: sampleEditions.assessment, ...it });
}

export function makeLessonRead(viewer: Viewer, it: Partial<LessonReadRecord> = {}): LessonReadRecord {
  return { ...makeBase(viewer), kind: 'lesson-read', lesson: 'biaya', edition: sampleEditions.lesson, ...it };
}

/** A filled sheet that is shown to the trainer. */
export function makeSheet(viewer: Viewer, it: Partial<WorksheetRecord> = {}): WorksheetRecord {
  const texts = { cells: { jumlah: '40' }, lists: { bahan: [{ nama: 'Singkong', harga: '12.000' }] } };
  const base = { ...makeBase(viewer), lesson: 'biaya', edition: sampleEditions.lesson };
  return { ...base, kind: 'worksheet', sheet: 'hpp', texts, ...it };
}

/** An attempt at any quiz in which every response is right, unless told otherwise. */
export function makeAttempt(
  viewer: Pick<Viewer, 'id'>,
  quiz: Quiz,
  it: Partial<AttemptRecord> & { readonly edition: string },
): AttemptRecord {
  const seed = it.seed ?? attemptSeed({ person: viewer.id, course: quiz.course, quiz: quiz.id }, 0);
  const responses = expandCases(drawnQuestions(quiz, seed)).map((question) => ({
    question: question.id,
    given: rightResponse(question),
  }));
  const base = makeBase(viewer);
  const startedAt = new Date(Date.parse(it.answeredAt ?? base.answeredAt) - tookMs).toISOString();
  return { ...base, kind: 'attempt', course: quiz.course, quiz: quiz.id, startedAt, responses, ...it, seed };
}

function makeBase(viewer: Pick<Viewer, 'id'>) {
  seq += 1;
  return { id: makeUuid(), person: viewer.id, device, seq, answeredAt: new Date().toISOString(), course: 'up-202' };
}
