import { z } from 'zod';
import type { Guide, Lesson } from '#domain/course/course.ts';
import { factId, fields, list, plainText, reviewed } from './field.ts';

/** What lessons and guides have alike. */
const proseFields = {
  /** At most 70 signs. */
  title: plainText(70),
  /** One sentence: what a reader can do afterwards. */
  summary: plainText(160),
  /** Time to read and to practise. */
  minutes: z.int().min(5, 'paling sedikit 5 menit.').max(60, 'paling banyak 60 menit.'),
  /** All fact ids that the lesson's claims rest on. */
  sources: list(factId),
  /** When it was checked, and when it must be checked again. */
  reviewed,
};

/** Frontmatter of `<lesson>.mdx` */
export const lessonSchema = fields({
  ...proseFields,
  /** The lesson in exactly three sentences of at most 140 signs, for those who listen. */
  intinya: list(plainText(140).regex(/[.!?]["”’]?$/, 'belum diakhiri titik. Tulis satu kalimat utuh.'))
    .length(3, 'harus tepat tiga kalimat.')
    .exactOptional(),
  /** Those sentences spoken: a file beside the lesson, and the name of what was spoken, which the check tells. */
  sound: fields({
    file: z.string().regex(/^[a-z0-9-]+\.(?:mp3|m4a|ogg|webm)$/, 'harus nama berkas MP3, M4A, OGG, atau WebM.'),
    of: z.string(),
  }).exactOptional(),
}) satisfies z.ZodType<Omit<Lesson, 'id' | 'course'>>;

/** Frontmatter of `panduan.mdx`: that of a lesson without its three sentences, and whom it is for. */
export const guideSchema = fields({
  ...proseFields,
  /** Always `pelatih`. */
  audience: z.literal('pelatih'),
}) satisfies z.ZodType<Omit<Guide, 'id' | 'course'>>;
