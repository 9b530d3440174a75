import { expandCases } from '#domain/question/case.ts';
import { splitGaps } from '#domain/question/cloze.ts';
import type { PublicQuestion, PublicSimpleQuestion, Question, SimpleQuestion } from '#domain/question/question.ts';
import type { PublicQuiz } from '#domain/quiz/quiz.ts';

/** What the phone's script knows of a quiz: all words stay in the page's own HTML. */
export interface QuizData extends Pick<
  PublicQuiz,
  'course' | 'quiz' | 'mode' | 'edition' | 'pass' | 'draw' | 'shuffle' | 'screen'
> {
  /** Practice only. */
  readonly keys?: readonly Question[];
  /** Where there are no keys. */
  readonly questions?: readonly PublicQuestion[];
}

/** Picks what the script needs; keys only for a practice. */
export function quizData(quiz: PublicQuiz, keys: readonly Question[] | undefined): QuizData {
  const { course, quiz: id, mode, edition, pass, draw, shuffle, screen } = quiz;
  const data = { course, quiz: id, mode, edition, pass, draw, shuffle, screen };
  if (mode === 'practice' && keys) return { ...data, keys: keys.map(bareQuestion) };
  return { ...data, questions: quiz.questions.map(barePublicQuestion) };
}

/** Id of a question's fieldset in the page. */
export function anchorOf(quiz: string, question: string): string {
  return `soal-${quiz}-${question}`;
}

/** The simple questions of a quiz by the ids under which they are responded to. */
export function keysById(keys: readonly Question[] = []): ReadonlyMap<string, SimpleQuestion> {
  return new Map(expandCases(keys).map((question) => [question.id, question]));
}

/** JSON that may stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function bareQuestion(question: Question): Question {
  if (question.kind !== 'case') return bareSimpleQuestion(question);
  const { kind, id, questions } = question;
  return { kind, id, story: '', rationale: '', questions: questions.map(bareSimpleQuestion) };
}

function bareSimpleQuestion(question: SimpleQuestion): SimpleQuestion {
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
    case 'short-text':
      return { ...base, kind: 'short-text', accepted: question.accepted, slip: question.slip };
    case 'order':
      return { ...base, kind: 'order', items: question.items.map(bareChoice), marking: question.marking };
    case 'match': {
      const pairs = question.pairs.map(({ left, right }) => ({ left: bareChoice(left), right: bareChoice(right) }));
      return { ...base, kind: 'match', pairs, extra: question.extra.map(bareChoice) };
    }
    case 'cloze':
      return { ...base, kind: 'cloze', text: bareGaps(question.text), blanks: question.blanks };
  }
}

function barePublicQuestion(question: PublicQuestion): PublicQuestion {
  if (question.kind !== 'case') return barePublicSimpleQuestion(question);
  return { ...question, story: '', questions: question.questions.map(barePublicSimpleQuestion) };
}

function barePublicSimpleQuestion(question: PublicSimpleQuestion): PublicSimpleQuestion {
  const bare = { ...question, prompt: '' };
  switch (bare.kind) {
    case 'single':
    case 'multiple':
      return { ...bare, choices: bare.choices.map(bareChoice) };
    case 'order':
      return { ...bare, items: bare.items.map(bareChoice) };
    case 'match':
      return { ...bare, left: bare.left.map(bareChoice), right: bare.right.map(bareChoice) };
    case 'cloze':
      return { ...bare, text: bareGaps(bare.text) };
    default:
      return bare;
  }
}

function bareChoice({ id, fixed }: { readonly id: string; readonly fixed?: boolean }) {
  return fixed ? { id, text: '', fixed } : { id, text: '' };
}

/** The gaps of a text without the words around them. */
function bareGaps(text: string): string {
  return splitGaps(text)
    .flatMap(({ gap }) => (gap === undefined ? [] : `[[${gap}]]`))
    .join('');
}
