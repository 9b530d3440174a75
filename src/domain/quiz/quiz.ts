import type { Question } from '#domain/question/question.ts';

/** `practice`: feedback at once on the phone. `assessment`: graded on the server only; its key never leaves it. */
export type QuizMode = 'practice' | 'assessment';

/**
 * What a screen holds: one question (a case with its questions), or all of them, whatever its width. Where the author says
 * nothing, one on a phone and all where there is room.
 */
export const quizScreens = ['one', 'all'] as const;
export type QuizScreen = (typeof quizScreens)[number];

/** Which attempt of a quiz counts: the best, or the last or first that the server got. */
export const countRules = ['best', 'last', 'first'] as const;
export type CountRule = (typeof countRules)[number];

/** When a participant is told why an answer is right. */
export const feedbackPolicies = ['at-once', 'after-submission', 'after-passing-or-last', 'never'] as const;
export type FeedbackPolicy = (typeof feedbackPolicies)[number];

/** A set of questions with its key. `id` is the file name without `.quiz.yaml`. */
export interface Quiz {
  readonly course: string;
  readonly id: string;
  readonly title: string;
  readonly mode: QuizMode;
  /** Smallest ratio (0–1) of points to pass. */
  readonly pass: number;
  /** How many questions of the bank one attempt gets; all when absent. */
  readonly draw?: number;
  /**
   * How questions are drawn: `by-lesson` draws at least one for each lesson that the bank names; `by-read-lesson`, where
   * participants choose their lessons, does so for those that the attempt's seed says were read, and leaves out what is about
   * others. Part of the edition, so that an attempt is always drawn as its page drew it; absent in editions from before there
   * was a choice.
   */
  readonly drawRule?: 'by-lesson' | 'by-read-lesson';
  /** How many attempts count; see `attemptRules` for what holds when absent. */
  readonly attempts?: number;
  /** Pause between the end of one attempt and the start of the next; see `attemptRules`. */
  readonly waitMinutes?: number;
  /** Which attempt counts; the best when absent. */
  readonly counts?: CountRule;
  /** How long one attempt may take. */
  readonly timeLimitMinutes?: number;
  /** When the participant is told why; see `feedbackPolicy` for what holds when absent. */
  readonly feedback?: FeedbackPolicy;
  /** By the width of the window when absent. Without JavaScript always all. */
  readonly screen?: QuizScreen;
  /** Whether questions and choices may change places. */
  readonly shuffle: boolean;
  readonly questions: readonly Question[];
  /** Names of faults that the author accepts; no part of an edition. */
  readonly accept?: readonly string[];
}

/** The bank that asks before and after a course; its questions are in no exam, and it has no page of its own. */
export const baselineId = 'uji-awal';

/** A quiz and the digest that names it as it was published. */
export interface PublishedQuiz {
  readonly quiz: Quiz;
  readonly edition: string;
}

/**
 * The policy of a quiz: what its author chose; else a practice tells at once, and an assessment once it is passed or no
 * attempt is left. An assessment's key never travels with its page, so `at-once` means after submission there.
 */
export function feedbackPolicy({ mode, feedback }: Pick<Quiz, 'mode' | 'feedback'>): FeedbackPolicy {
  if (mode === 'practice') return feedback ?? 'at-once';
  return feedback === 'at-once' ? 'after-submission' : (feedback ?? 'after-passing-or-last');
}

/** Whether a ratio reaches a limit; 7 of 10 reaches 0.7 although binary fractions may say otherwise. */
export function reaches(ratio: number, limit: number): boolean {
  return ratio >= limit - 1e-9;
}
