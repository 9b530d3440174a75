import type { z } from 'zod';
import type { UrgentAnswers } from '#domain/search/urgent-answer.ts';
import { fields, kebabId, lessonPath, list, plainText } from './field.ts';

/** `answers.yaml` */
export const urgentAnswersSchema = fields({
  alike: list(list(plainText(30)).min(2, 'hanya satu kata. Tulis paling sedikit dua kata yang sama artinya.')),
  needs: list(
    fields({
      id: kebabId,
      title: plainText(80),
      typed: list(plainText(60)).min(1, 'kosong. Tulis paling sedikit satu yang diketik orang.'),
      lesson: lessonPath.optional(),
      section: plainText(120).optional(),
      contact: kebabId,
    }),
  ),
}) satisfies z.ZodType<UrgentAnswers>;
