import type { Question, PublicQuestion } from '#domain/question.ts';
import type { PublicQuiz } from '#domain/quiz.ts';

/** What the phone's script knows of a quiz: all words stay in the page's own HTML. */
export interface QuizData extends Pick<
  PublicQuiz,
  'course' | 'quiz' | 'mode' | 'edition' | 'pass' | 'draw' | 'shuffle'
> {
  /** With keys in a practice, without in an assessment. */
  readonly questions: readonly (Question | PublicQuestion)[];
}

/** Picks what the script needs; keys only for a practice. */
export function quizData(quiz: PublicQuiz, keys: readonly Question[] | undefined): QuizData {
  const { course, quiz: id, mode, edition, pass, draw, shuffle } = quiz;
  const questions = mode === 'practice' && keys ? keys.map(bareQuestion) : quiz.questions.map(barePublicQuestion);
  return { course, quiz: id, mode, edition, pass, draw, shuffle, questions };
}

/** Id of a question's fieldset in the page. */
export function anchorOf(quiz: string, question: string): string {
  return `soal-${quiz}-${question}`;
}

/** JSON that may stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function bareQuestion(question: Question): Question {
  const { id, points } = question;
  const base = { id, points, prompt: '', rationale: '' };
  switch (question.kind) {
    case 'single':
      return { ...base, kind: 'single', choices: question.choices.map(bareChoice), key: question.key };
    case 'multiple':
      return { ...base, kind: 'multiple', choices: question.choices.map(bareChoice), key: question.key };
    case 'true-false':
      return { ...base, kind: 'true-false', key: question.key };
    case 'number': {
      const { key, tolerance, unit } = question;
      return { ...base, kind: 'number', key, tolerance, ...(unit === undefined ? {} : { unit }) };
    }
  }
}

function barePublicQuestion(question: PublicQuestion): PublicQuestion {
  const bare = { ...question, prompt: '' };
  return 'choices' in bare ? { ...bare, choices: bare.choices.map(bareChoice) } : bare;
}

function bareChoice({ id }: { readonly id: string }) {
  return { id, text: '' };
}
