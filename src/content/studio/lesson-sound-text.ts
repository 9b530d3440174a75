import type { LessonSound } from '#domain/course/course.ts';

/**
 * A lesson's text with another recording in its head, or none; every other byte stays. Undefined where it has no head to
 * write into.
 */
export function changeSound(mdx: string, sound: LessonSound | undefined): string | undefined {
  const head = /^---\n[\s\S]*?\n(?=---\n)/.exec(mdx)?.[0];
  if (head === undefined) return undefined;
  const without = head.replace(/^sound:.*\n(?:[ \t]+.*\n)*/m, '');
  const line = sound === undefined ? '' : `sound: { file: ${sound.file}, of: "${sound.of}" }\n`;
  return `${without}${line}${mdx.slice(head.length)}`;
}
