import { z } from 'zod';
import { audiences, type Course, pillars } from '#domain/course/course.ts';
import { factId, fields, kebabId, list, localDate, plainText, ratio, reviewed } from './field.ts';

/** `course.yaml` */
export const courseSchema = fields({
  /** Code on posters and certificates, `UP-202`. */
  code: z.string().regex(/^[A-Z]{2}-\d{3}$/, 'ditulis dua huruf besar, tanda hubung, tiga angka, misalnya UP-202.'),
  /** Name of the course. */
  title: plainText(100),
  /** One or two plain sentences. */
  summary: plainText(200),
  /** Pillar of the programme. */
  pillar: z.enum(pillars),
  /** Whom it is for. */
  audience: list(z.enum(audiences)).min(1, 'kosong. Tulis paling sedikit satu.'),
  /** What a participant can do afterwards; each begins with a verb. */
  outcomes: list(plainText(160)).min(3, 'paling sedikit 3.').max(6, 'paling banyak 6.'),
  /** File names without `.mdx`, in order. */
  lessons: list(kebabId).min(1, 'kosong. Tulis paling sedikit satu pelajaran.'),
  /** Lessons that there were: their old address says what they were called. Their names are never given again. */
  withdrawn: list(fields({ id: kebabId, title: plainText(70) })).exactOptional(),
  /** Since when nobody may begin it any more; it stays readable. */
  archived: localDate.exactOptional(),
  /** File name of the assessment without `.quiz.yaml`. */
  assessment: kebabId,
  /** What must be done for the course to count as completed. */
  completion: fields({
    /** `all`, the names of the lessons that count, or `{ atLeast: 1, by: negara tujuan Anda }` where participants choose. */
    lessons: z.union(
      [z.literal('all'), list(kebabId), fields({ atLeast: z.int().min(1), by: plainText(60).exactOptional() })],
      'berisi all, daftar nama pelajaran, atau { atLeast: 1 } (paling sedikit satu, peserta memilih).',
    ),
    /** Smallest assessment grade, 0.75 for 75 percent. */
    gradeRatio: ratio,
  }),
  /** Fact ids that the course as a whole leans on. */
  sources: list(factId),
  /** When it was checked, and when it must be checked again. */
  reviewed,
  /** Kinds of people who must have read the course before it is published. */
  needsReaders: list(plainText(40)).min(1, 'kosong. Tulis siapa yang harus membaca, atau hapus.').exactOptional(),
  /** Who read it, as one of those kinds, and when they had finished. */
  readBy: list(fields({ as: plainText(40), who: plainText(100), on: localDate })).exactOptional(),
}) satisfies z.ZodType<Omit<Course, 'id'>>;
