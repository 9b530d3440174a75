import { keepText, keptText } from '#client/phone/text.ts';

/** A lesson as somebody may have read it; `person` is null where nobody is signed in. */
export interface ReadLesson {
  readonly person: string | null;
  readonly course: string;
  readonly lesson: string;
}

/** Whether the phone knows that this lesson was read: marked here, sent or not, or elsewhere. */
export function isMarkedRead(read: ReadLesson): boolean {
  return keptText(keyOf(read)) !== undefined;
}

/** `at` in ISO 8601, or another word for when; undefined takes the mark away. */
export function markRead(read: ReadLesson, at: string | undefined): void {
  keepText(keyOf(read), at);
}

function keyOf({ person, course, lesson }: ReadLesson): string {
  return `dibaca/${person ?? ''}/${course}/${lesson}`;
}
