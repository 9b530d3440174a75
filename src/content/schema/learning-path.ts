import type { z } from 'zod';
import type { LearningPath } from '#domain/course/learning-path.ts';
import { fields, kebabId, list, plainText } from './field.ts';

/** An entry of `paths.yaml` */
export const learningPathSchema = fields({
  /** Permanent: the address of its page, `/jalur/berangkat/`. */
  id: kebabId,
  /** As the reader would say it, on the door. */
  title: plainText(40),
  /** One short sentence under it. */
  summary: plainText(120),
  /** Folder names of courses, in the order to take them. */
  courses: list(kebabId).min(1, 'kosong. Tulis paling sedikit satu kursus.'),
}) satisfies z.ZodType<LearningPath>;
