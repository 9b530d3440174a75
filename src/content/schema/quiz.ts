import { z } from 'zod';
import { countRules, feedbackPolicies, type Quiz, quizScreens } from '#domain/quiz/quiz.ts';
import { fields, kebabId, list, plainText, ratio } from './field.ts';
import { questionSchema } from './question.ts';

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
  /** `one`: one question per screen, `all`: all on one page; when left out one on a phone and all where there is room. */
  screen: z.enum(quizScreens).exactOptional(),
  /** Names of faults that the author accepts, each with its reason in a comment. */
  accept: list(kebabId).exactOptional(),
  /** The questions, or the bank that they are drawn from. */
  questions: list(questionSchema).min(1, 'kosong. Tulis paling sedikit satu soal.').max(200, 'paling banyak 200.'),
}) satisfies z.ZodType<Omit<Quiz, 'id' | 'course'>>;
