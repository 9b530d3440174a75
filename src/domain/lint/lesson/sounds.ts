import { mediaFile } from '#domain/content-path.ts';
import { isSoundStale, spokenDigest } from '#domain/course/lesson-sound.ts';
import type { Content } from '#domain/lint/content.ts';
import { type Fault, faultAt, warning } from '#domain/lint/fault.ts';

/** The recording of a lesson is there, and says what the text says. */
export function lintSounds({ lessons, files }: Pick<Content, 'lessons' | 'files'>): readonly Fault[] {
  return lessons.flatMap((lesson): readonly Fault[] => {
    const { course, sound } = lesson.value;
    if (sound === undefined) return [];
    if (!files.includes(mediaFile(course, sound.file))) {
      const message = `rekaman "${sound.file}" tidak ada di folder kursus ini. Taruh berkasnya di sana, atau hapus sound.`;
      return [faultAt(lesson, ['sound', 'file'], 'rekaman-tidak-ada', message)];
    }
    if (!isSoundStale(lesson.value)) return [];
    const message = `rekaman lebih lama daripada teks. Rekam lagi, atau bila masih cocok tulis of: "${spokenDigest(lesson.value)}".`;
    return [warning(faultAt(lesson, ['sound', 'of'], 'rekaman-lebih-lama', message))];
  });
}
