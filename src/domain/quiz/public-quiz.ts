import { subQuestionId } from '#domain/question/case.ts';
import { type PublicQuestion, withoutKey } from '#domain/question/question.ts';
import { type PublicSimpleQuestion, rearrange } from '#domain/question/simple.ts';
import { attemptRules } from './attempt-rules.ts';
import { drawQuestions, shuffleChoices } from '#domain/quiz/draw/draw.ts';
import { drawGroups, drawLessons } from '#domain/quiz/draw/drawn.ts';
import {
  type CountRule,
  type FeedbackPolicy,
  feedbackPolicy,
  type PublishedQuiz,
  type QuizMode,
  type QuizScreen,
} from './quiz.ts';

/** What anybody may see of a quiz: the body of `soal.json`. */
export interface PublicQuiz {
  readonly course: string;
  readonly quiz: string;
  readonly title: string;
  readonly mode: QuizMode;
  readonly edition: string;
  readonly pass: number;
  readonly draw: number | null;
  /** Ids of questions that belong together: at least one of each group is drawn. */
  readonly drawGroups: readonly (readonly string[])[];
  /** The lessons of the groups, where an attempt is about those that were read; else none. */
  readonly drawLessons: readonly string[];
  readonly attempts: number | null;
  readonly waitMinutes: number | null;
  readonly counts: CountRule;
  readonly timeLimitMinutes: number | null;
  readonly feedback: FeedbackPolicy;
  readonly screen: QuizScreen | 'by-width';
  readonly shuffle: boolean;
  readonly questions: readonly PublicQuestion[];
}

/**
 * Picks what anybody may see; never key, rationale, hint or feedback. What may change places is not told in the order of its
 * author, who is apt to write the right choice second; the order is always the same, so that nothing moves between builds.
 */
export function publicQuiz({ quiz, edition }: PublishedQuiz): PublicQuiz {
  const rules = attemptRules(quiz);
  const questions = quiz.questions.map(withoutKey);
  const order = `${quiz.course}/${quiz.id}`;
  return {
    course: quiz.course,
    quiz: quiz.id,
    title: quiz.title,
    mode: quiz.mode,
    edition,
    pass: quiz.pass,
    draw: quiz.draw ?? null,
    drawGroups: drawGroups(quiz),
    drawLessons: drawLessons(quiz),
    attempts: rules.attempts ?? null,
    waitMinutes: rules.waitMinutes || null,
    counts: quiz.counts ?? 'best',
    timeLimitMinutes: quiz.timeLimitMinutes ?? null,
    feedback: feedbackPolicy(quiz),
    screen: quiz.screen ?? 'by-width',
    shuffle: quiz.shuffle,
    questions: quiz.shuffle ? questions.map((question) => shuffleQuestion(question, order)) : questions,
  };
}

/**
 * The questions that one attempt gets, in the order and with their choices as this seed shows them; a case as a whole,
 * with its sub-questions in the author's order. The same on the phone and on the server.
 */
export function arrangeQuestions(
  { questions, draw, shuffle, drawGroups: groups, drawLessons: lessons }: ArrangedQuiz,
  seed: string,
): readonly PublicQuestion[] {
  const byRead = lessons.length > 0;
  const drawn = drawQuestions(questions, { draw: draw ?? undefined, shuffle, seed, groups, byRead }).flatMap(
    (id) => questions.find((question) => question.id === id) ?? [],
  );
  return shuffle ? drawn.map((question) => shuffleQuestion(question, seed)) : drawn;
}

export type ArrangedQuiz = Pick<PublicQuiz, 'questions' | 'draw' | 'drawGroups' | 'drawLessons' | 'shuffle'>;

function shuffleQuestion(question: PublicQuestion, seed: string): PublicQuestion {
  if (question.kind !== 'case') return shuffleSimple(question, question.id, seed);
  const questions = question.questions.map((sub) => shuffleSimple(sub, subQuestionId(question.id, sub.id), seed));
  return { ...question, questions };
}

function shuffleSimple(question: PublicSimpleQuestion, id: string, seed: string): PublicSimpleQuestion {
  return rearrange(question, (items) => shuffleChoices(items, seed, id));
}
