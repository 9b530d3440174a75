import { drawQuestions, shuffleChoices } from './draw.ts';
import { type FeedbackPolicy, feedbackPolicy } from '#domain/learning/feedback.ts';
import type { CountRule } from '#domain/learning/progress.ts';
import { subQuestionId } from '#domain/question/case.ts';
import { type PublicQuestion, type Question, withoutKey } from '#domain/question/question.ts';

/** `practice`: feedback at once on the phone. `assessment`: graded on the server only; its key never leaves it. */
export type QuizMode = 'practice' | 'assessment';

/** What a phone's screen holds: one question (a case with its questions), or all of them. */
export const quizScreens = ['one', 'all'] as const;
export type QuizScreen = (typeof quizScreens)[number];

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
  /** How many attempts count; no limit when absent. */
  readonly attempts?: number;
  /** Pause between the end of one attempt and the start of the next. */
  readonly waitMinutes?: number;
  /** Which attempt counts; the best when absent. */
  readonly counts?: CountRule;
  /** How long one attempt may take. */
  readonly timeLimitMinutes?: number;
  /** When the participant is told why; see `feedbackPolicy` for what holds when absent. */
  readonly feedback?: FeedbackPolicy;
  /** All when absent. Without JavaScript always all. */
  readonly screen?: QuizScreen;
  /** Whether questions and choices may change places. */
  readonly shuffle: boolean;
  readonly questions: readonly Question[];
  /** Names of faults that the author accepts; no part of an edition. */
  readonly accept?: readonly string[];
}

/** A quiz and the digest that names it as it was published. */
export interface PublishedQuiz {
  readonly quiz: Quiz;
  readonly edition: string;
}

/** What anybody may see of a quiz: the body of `soal.json`. */
export interface PublicQuiz {
  readonly course: string;
  readonly quiz: string;
  readonly title: string;
  readonly mode: QuizMode;
  readonly edition: string;
  readonly pass: number;
  readonly draw: number | null;
  readonly attempts: number | null;
  readonly waitMinutes: number | null;
  readonly counts: CountRule;
  readonly timeLimitMinutes: number | null;
  readonly feedback: FeedbackPolicy;
  readonly screen: QuizScreen;
  readonly shuffle: boolean;
  readonly questions: readonly PublicQuestion[];
}

/** Picks what anybody may see; never key, rationale, hint or feedback. */
export function publicQuiz({ quiz, edition }: PublishedQuiz): PublicQuiz {
  return {
    course: quiz.course,
    quiz: quiz.id,
    title: quiz.title,
    mode: quiz.mode,
    edition,
    pass: quiz.pass,
    draw: quiz.draw ?? null,
    attempts: quiz.attempts ?? null,
    waitMinutes: quiz.waitMinutes ?? null,
    counts: quiz.counts ?? 'best',
    timeLimitMinutes: quiz.timeLimitMinutes ?? null,
    feedback: feedbackPolicy(quiz),
    screen: quiz.screen ?? 'all',
    shuffle: quiz.shuffle,
    questions: quiz.questions.map(withoutKey),
  };
}

/**
 * The questions that one attempt gets, in the order and with their choices as this seed shows them; a case as a whole,
 * with its sub-questions in the author's order. The same on the phone and on the server.
 */
export function arrangeQuestions(
  { questions, draw, shuffle }: Pick<PublicQuiz, 'questions' | 'draw' | 'shuffle'>,
  seed: string,
): readonly PublicQuestion[] {
  const drawn = drawQuestions(questions, { draw: draw ?? undefined, shuffle, seed }).flatMap(
    (id) => questions.find((question) => question.id === id) ?? [],
  );
  return shuffle ? drawn.map((question) => shuffleQuestion(question, question.id, seed)) : drawn;
}

function shuffleQuestion<Q extends PublicQuestion>(question: Q, id: string, seed: string): Q {
  if (question.kind === 'case') {
    const questions = question.questions.map((sub) => shuffleQuestion(sub, subQuestionId(id, sub.id), seed));
    return { ...question, questions };
  }
  if ('choices' in question) return { ...question, choices: shuffleChoices(question.choices, seed, id) };
  if (question.kind === 'order') return { ...question, items: shuffleChoices(question.items, seed, id) };
  if (question.kind === 'match') return { ...question, right: shuffleChoices(question.right, seed, id) };
  return question;
}
