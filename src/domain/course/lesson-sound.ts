import { hash53 } from '#domain/seeded-order.ts';
import type { Lesson } from './course.ts';

/** What somebody reads out when they record a lesson: its sentences, else its summary. */
export function spokenSentences({ intinya, summary }: Pick<Lesson, 'intinya' | 'summary'>): readonly string[] {
  return intinya ?? [summary];
}

/** Names what was spoken; other words have another name. */
export function spokenDigest(lesson: Pick<Lesson, 'intinya' | 'summary'>): string {
  return hash53(spokenSentences(lesson).join('\n')).toString(36);
}

/** Whether the recording says other words than the text now. */
export function isSoundStale({ sound, ...lesson }: Pick<Lesson, 'intinya' | 'summary' | 'sound'>): boolean {
  return sound !== undefined && sound.of !== spokenDigest(lesson);
}
