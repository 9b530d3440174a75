import type { Viewer } from '#domain/person/person.ts';
import type { AttemptRecord, LessonReadRecord } from '#domain/learning/record.ts';
import type { Response } from '#domain/question/simple.ts';
import { formDevice } from './record-rows.ts';
import { uuidTime } from '#domain/uuid.ts';
import { derivedUuid } from '#server/uuid.ts';

/** An attempt as a form without script posts it; without `id` the answers themselves say which attempt it is. */
export interface PostedAttempt {
  readonly id: string | undefined;
  readonly course: string;
  readonly quiz: string;
  readonly edition: string;
  readonly seed: string;
  readonly responses: readonly Response[];
}

/** The record of an attempt posted by form: the same answers posted twice make the same record. */
export function attemptFromForm(viewer: Viewer, { id, ...posted }: PostedAttempt): AttemptRecord {
  const { course, quiz, edition, responses } = posted;
  return {
    ...stamp(viewer, id ?? derivedUuid(viewer.id, course, quiz, edition, JSON.stringify(responses))),
    kind: 'attempt',
    startedAt: new Date(startOf(id)).toISOString(),
    ...posted,
  };
}

/** The record of a lesson marked as read by form: marked twice is marked once. */
export function lessonReadFromForm(
  viewer: Viewer,
  read: Pick<LessonReadRecord, 'course' | 'lesson' | 'edition'>,
): LessonReadRecord {
  const { course, lesson, edition } = read;
  return { ...stamp(viewer, derivedUuid(viewer.id, course, lesson, edition)), kind: 'lesson-read', ...read };
}

/** A form's id was made when the form was shown. */
function startOf(id: string | undefined): number {
  const now = Date.now();
  return Math.min((id && uuidTime(id)) || now, now);
}

function stamp(viewer: Viewer, id: string) {
  return { id, person: viewer.id, device: formDevice, seq: 0, answeredAt: new Date().toISOString() };
}
