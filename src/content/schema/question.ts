import { z } from 'zod';
import type { CaseQuestion } from '#domain/question/case.ts';
import type { Blank } from '#domain/question/gaps.ts';
import type { Choice, Item } from '#domain/question/kind.ts';
import type { Mistake } from '#domain/question/kinds/number.ts';
import type { Pair } from '#domain/question/kinds/match.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { factId, fields, kebabId, list, plainText } from './field.ts';

/** Names of faults that the author accepts, each with its reason in a comment. */
const accept = list(kebabId).exactOptional();

const question = {
  /** Permanent and unique in the quiz (in a case: in the case): results point at it. */
  id: kebabId,
  /** What is asked; bold and lists in Markdown, at most 60 words. */
  prompt: plainText(600),
  /** Why the right response is right. */
  rationale: plainText(800),
  /** Help before responding. */
  hint: plainText(300).exactOptional(),
  /** Fact id, where the question is about a fact. */
  source: factId.exactOptional(),
  /** File name of the lesson to read again, without `.mdx`. */
  read: kebabId.exactOptional(),
  /** Points of a right response; 1 when left out. */
  points: z.int().min(1, 'paling sedikit 1.').max(20, 'paling banyak 20.').default(1),
  accept,
};

const choices = list(
  fields({
    /** Short name of the choice, unique in the question. */
    id: kebabId,
    /** What the participant reads. */
    text: plainText(200),
    /** True for a choice that stays last when choices change places: "semua benar". */
    fixed: z.boolean().exactOptional(),
    /** Practice only: what to say to somebody who picked it. */
    feedback: plainText(300).exactOptional(),
  }) satisfies z.ZodType<Choice>,
)
  .min(2, 'paling sedikit 2 pilihan.')
  .max(6, 'paling banyak 6 pilihan.');

const item = fields({
  /** Short name, unique in the question. Everybody can see it: it must not tell the key. */
  id: kebabId,
  /** What the participant reads. */
  text: plainText(200),
}) satisfies z.ZodType<Item>;

const accepted = list(plainText(100))
  .min(1, 'kosong. Tulis paling sedikit satu jawaban benar.')
  .max(20, 'paling banyak 20.');

const slip = z.boolean().default(false);

/** Written as an absolute number, or as a share of the key: `"5%"`. What comes back is always absolute. */
const tolerance = z.union(
  [z.number().min(0), z.string().regex(/^(?:\d|[1-9]\d|100)(?:[.,]\d+)?\s?%$/)],
  'berisi angka 0 atau lebih, atau persen dari kunci di antara tanda kutip, misalnya "5%".',
);

const simpleSchemas = [
  fields({
    ...question,
    kind: z.literal('single'),
    choices,
    /** Id of the right choice. */
    key: kebabId,
  }),
  fields({
    ...question,
    kind: z.literal('multiple'),
    choices,
    /** Ids of all right choices. */
    key: list(kebabId).min(1, 'kosong. Tulis paling sedikit satu jawaban benar.'),
  }),
  fields({
    ...question,
    kind: z.literal('true-false'),
    /** Whether the statement is right. */
    key: z.boolean(),
  }),
  fields({
    ...question,
    kind: z.literal('number'),
    /** Shown with the field: Rp, %, bungkus, … */
    unit: plainText(20).exactOptional(),
    /** The right number. */
    key: z.number(),
    /** How far off is still right: in the same unit, or `"5%"` of the key; 0 when it must be exact. */
    tolerance,
    /** Practice only: wrong numbers that many come to, within the same tolerance, and what to say to whoever did. */
    mistakes: list(
      fields({
        /** The wrong number. */
        value: z.number(),
        /** What was probably done, and what to do instead. */
        say: plainText(300),
      }) satisfies z.ZodType<Mistake>,
    )
      .min(1, 'kosong. Tulis paling sedikit satu, atau hapus barisnya.')
      .max(6, 'paling banyak 6.')
      .exactOptional(),
  }).transform(({ tolerance, ...rest }) => ({ ...rest, tolerance: absolute(tolerance, rest.key) })),
  fields({
    ...question,
    kind: z.literal('short-text'),
    /** Every right wording; the first one is shown as the right answer. */
    accepted,
    /** Whether one slip of spelling is forgiven; case, spaces and hyphens always are. */
    slip,
  }),
  fields({
    ...question,
    kind: z.literal('order'),
    /** In the right order. */
    items: list(item).min(3, 'paling sedikit 3.').max(8, 'paling banyak 8.'),
    /** `neighbours`: an item earns behind its right neighbour. `places`: at its exact place. */
    marking: z.enum(['neighbours', 'places']).default('neighbours'),
  }),
  fields({
    ...question,
    kind: z.literal('match'),
    /** What belongs together. */
    pairs: list(fields({ left: item, right: item }) satisfies z.ZodType<Pair>)
      .min(2, 'paling sedikit 2 pasang.')
      .max(6, 'paling banyak 6 pasang.'),
    /** Right sides that belong to none. */
    extra: list(item).max(4, 'paling banyak 4.').default([]),
  }),
  fields({
    ...question,
    kind: z.literal('cloze'),
    /** The text with its gaps: `Paspor dipegang oleh [[pemegang]].` */
    text: plainText(800),
    /** What goes into each gap, by its name. */
    blanks: z.record(
      kebabId,
      z.union(
        [
          fields({
            /** What can be chosen. */
            choices: list(plainText(80)).min(2, 'paling sedikit 2 pilihan.').max(6, 'paling banyak 6 pilihan.'),
            /** The right one, written in the same way. */
            key: plainText(80),
          }),
          fields({ accepted, slip }),
        ],
        'berisi choices (2–6 pilihan) dan key, atau accepted (jawaban yang diketik) dan slip.',
      ) satisfies z.ZodType<Blank>,
    ),
  }),
] as const satisfies readonly z.ZodType<SimpleQuestion>[];

export const questionSchema = z.discriminatedUnion('kind', [
  ...simpleSchemas,
  fields({
    kind: z.literal('case'),
    /** Permanent and unique in the quiz. */
    id: kebabId,
    /** What happened; at most 120 words. */
    story: plainText(1200),
    /** What is asked about it; ids unique within the case. */
    questions: list(z.discriminatedUnion('kind', simpleSchemas))
      .min(2, 'paling sedikit 2 soal.')
      .max(6, 'paling banyak 6 soal.'),
    /** What the story as a whole teaches. */
    rationale: plainText(800),
    /** Fact id. */
    source: factId.exactOptional(),
    /** File name of the lesson to read again, without `.mdx`. */
    read: kebabId.exactOptional(),
    accept,
  }) satisfies z.ZodType<CaseQuestion>,
]) satisfies z.ZodType<Question>;

function absolute(tolerance: number | string, key: number): number {
  if (typeof tolerance === 'number') return tolerance;
  return (Math.abs(key) * Number(tolerance.replace('%', '').replace(',', '.'))) / 100;
}
