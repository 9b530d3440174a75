import { scored, wordless } from '#domain/question/authored.ts';
import type { PublicQuestion, Question } from '#domain/question/question.ts';
import type { ArrangedQuiz, PublicQuiz } from './public-quiz.ts';

/** What the phone's script knows of a quiz: all words stay in the page's own HTML. */
export interface QuizData extends Pick<
  PublicQuiz,
  'course' | 'quiz' | 'mode' | 'edition' | 'pass' | 'screen' | 'feedback' | Exclude<keyof ArrangedQuiz, 'questions'>
> {
  /** Practice only. */
  readonly keys?: readonly Question[];
  /** Where there are no keys. */
  readonly questions?: readonly PublicQuestion[];
}

/** Picks what the script needs; keys only for a practice. */
export function quizData(quiz: PublicQuiz, keys: readonly Question[] | undefined): QuizData {
  const { course, quiz: id, mode, edition, pass, draw, drawGroups, drawLessons, shuffle, screen, feedback } = quiz;
  const data = { course, quiz: id, mode, edition, pass, draw, drawGroups, drawLessons, shuffle, screen, feedback };
  if (mode === 'practice' && keys) return { ...data, keys: keys.map(scoredQuestion) };
  return { ...data, questions: quiz.questions.map(wordlessQuestion) };
}

function scoredQuestion(question: Question): Question {
  if (question.kind !== 'case') return scored(question);
  const { kind, id, questions } = question;
  return { kind, id, story: '', rationale: '', questions: questions.map(scored) };
}

function wordlessQuestion(question: PublicQuestion): PublicQuestion {
  if (question.kind !== 'case') return wordless(question);
  const { kind, id, questions } = question;
  return { kind, id, story: '', questions: questions.map(wordless) };
}
