import { z } from 'zod';
import type { Contact } from '#domain/course/contact.ts';
import { audiences, type Course, type Guide, type Lesson, pillars } from '#domain/course/course.ts';
import { countRules, feedbackPolicies, type Quiz, quizScreens } from '#domain/quiz/quiz.ts';
import type { GlossaryTerm } from '#domain/course/glossary.ts';
import type { House } from '#domain/house.ts';
import { confidences, type Fact, type Source } from '#domain/course/source.ts';
import { asOf, factId, fields, kebabId, list, localDate, plainText, ratio } from './field.ts';
import { questionSchema } from './question.ts';

/** What an author writes, where its type differs from the domain's: defaults are filled in, ids come from file names. */
type Written<T, Named extends keyof T = never> = Omit<T, Named>;

const reviewed = fields({
  /** When the facts were last checked, `2026-11-24`. */
  on: localDate,
  /** When they must be checked again. */
  next: localDate,
});

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
}) satisfies z.ZodType<Written<Course, 'id'>>;

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
}) satisfies z.ZodType<Written<Lesson, 'id' | 'course'>>;

/** Frontmatter of `panduan.mdx`: that of a lesson without its three sentences, and whom it is for. */
export const guideSchema = fields({
  ...proseFields,
  /** Always `pelatih`. */
  audience: z.literal('pelatih'),
}) satisfies z.ZodType<Written<Guide, 'id' | 'course'>>;

/** `<quiz>.quiz.yaml` */
export const quizSchema = fields({
  /** Name of the quiz. */
  title: plainText(100),
  /** `practice`: feedback at once. `assessment`: graded by the server. */
  mode: z.enum(['practice', 'assessment']),
  /** Smallest ratio of points to pass, 0.7 for 70 percent. */
  pass: ratio,
  /** Whether questions and choices may change places. */
  shuffle: z.boolean(),
  /** Assessment only: how many questions of the bank one attempt gets. */
  draw: z.int().min(1, 'paling sedikit 1.').exactOptional(),
  /** Assessment only: how many attempts count; 5 when left out. */
  attempts: z.int().min(1, 'paling sedikit 1.').exactOptional(),
  /** Assessment only: pause between two attempts; 15 when left out, 0 for none. */
  waitMinutes: z.int().min(0, 'paling sedikit 0.').max(43_200, 'paling banyak 43200 (30 hari).').exactOptional(),
  /** Assessment only: which attempt counts; `best` when left out. */
  counts: z.enum(countRules).exactOptional(),
  /** Assessment only: how long one attempt may take. What comes later is taken all the same, and marked. */
  timeLimitMinutes: z.int().min(5, 'paling sedikit 5.').max(1440, 'paling banyak 1440 (24 jam).').exactOptional(),
  /** When it is told why; `at-once` in a practice and `after-passing-or-last` in an assessment when left out. */
  feedback: z.enum(feedbackPolicies).exactOptional(),
  /** `one`: one question per screen; `all` (when left out): all on one page. */
  screen: z.enum(quizScreens).exactOptional(),
  /** Names of faults that the author accepts, each with its reason in a comment. */
  accept: list(kebabId).exactOptional(),
  /** The questions, or the bank that they are drawn from. */
  questions: list(questionSchema).min(1, 'kosong. Tulis paling sedikit satu soal.').max(200, 'paling banyak 200.'),
}) satisfies z.ZodType<Written<Quiz, 'id' | 'course'>>;

/** An entry of `houses.yaml` */
export const houseSchema = fields({
  /** Permanent: people point at it. */
  id: kebabId,
  /** As on the signboard. */
  name: plainText(100),
  /** Desa. */
  village: plainText(60),
  /** Kecamatan. */
  district: plainText(60),
  /** Kabupaten. */
  regency: plainText(60),
}) satisfies z.ZodType<House>;

/** An entry of `glossary.yaml` */
export const termSchema = fields({
  /** Permanent: lessons point at it. */
  id: kebabId,
  /** The word as it is written. */
  term: plainText(80),
  /** What an abbreviation stands for. */
  full: plainText(160).exactOptional(),
  /** One or two plain sentences. */
  meaning: plainText(400),
  /** Everyday or older words for the same thing. */
  also: list(plainText(80)).default([]),
  /** Fact ids. */
  sources: list(factId).default([]),
}) satisfies z.ZodType<GlossaryTerm>;

/** An entry of `contacts.yaml` */
export const contactSchema = fields({
  /** Permanent: lessons point at it. */
  id: kebabId,
  /** Who answers. */
  name: plainText(120),
  /** One plain sentence: when to use it. */
  for: plainText(200),
  /** Number as people dial it, in quotation marks. */
  phone: plainText(40).exactOptional(),
  /** WhatsApp number, in quotation marks. */
  whatsapp: plainText(40).exactOptional(),
  /** Address of a page, beginning with https://. */
  web: z
    .string()
    .regex(/^https?:\/\/[^\s"'<>]+$/, 'alamat diawali https:// dan tanpa spasi.')
    .exactOptional(),
  /** Month (or year) in which a source showed it. */
  asOf,
  /** True where the page must say: check with an officer first. */
  uncertain: z.boolean().default(false),
  /** dalam-negeri, luar-negeri, or a country. */
  place: plainText(40),
  /** Fact id. */
  source: factId,
}).refine(({ phone, whatsapp, web }) => phone ?? whatsapp ?? web, {
  error: 'belum punya phone, whatsapp, atau web. Isi salah satu.',
}) satisfies z.ZodType<Contact>;

/** `sources.yaml` */
export const sourcesSchema = fields({
  /** What was read, by short name. */
  sources: z.record(
    factId,
    fields({
      /** Title of the law, report or page. */
      title: plainText(300),
      /** Who published it. */
      publisher: plainText(200),
      /** Year of publication. */
      year: z.int().min(1900, 'tahun dengan empat angka.').max(2100, 'tahun dengan empat angka.').exactOptional(),
      /** Where it was found. */
      address: plainText(300).exactOptional(),
    }) satisfies z.ZodType<Written<Source, 'id'>>,
  ),
  /** Every fact that content may rest on, by id. */
  facts: z.record(
    factId,
    fields({
      /** Short names of sources, as above. */
      sources: list(factId).default([]),
      /** How sure the fact is. */
      confidence: z.enum(confidences).exactOptional(),
      /** Advice or arithmetic of our own. */
      editorial: z.boolean().default(false),
      /** Month or year that the fact was seen. */
      asOf: asOf.exactOptional(),
      /** True where it may have changed since. */
      outdated: z.boolean().default(false),
    }) satisfies z.ZodType<Written<Fact, 'id' | 'sources'>>,
  ),
});
