import type { z } from 'zod';
import type { AskedLesson } from '#domain/search/asked-lesson.ts';
import { fields, lessonPath, list, plainText } from './field.ts';

/** An entry of `asked.yaml` */
export const askedLessonSchema = fields({
  lesson: lessonPath,
  /** As people type it. */
  typed: list(plainText(60))
    .min(1, 'kosong. Tulis paling sedikit satu cara orang mengetiknya.')
    .max(12, 'lebih dari 12. Pilih yang paling sering.'),
}) satisfies z.ZodType<AskedLesson>;
