import type { Question } from '#domain/question/question.ts';
import { drawQuestions } from './draw.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';

/** The questions that one attempt at this edition gets, in the order they are shown. */
export function drawnQuestions(quiz: Quiz, seed: string): readonly Question[] {
  const { questions, draw, shuffle, drawRule } = quiz;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const byRead = drawRule === 'by-read-lesson';
  return drawQuestions(questions, { draw, shuffle, seed, groups: drawGroups(quiz), byRead }).flatMap(
    (id) => byId.get(id) ?? [],
  );
}

/** Ids of the questions of each lesson that the bank names, where the edition draws by lesson; a case may stand for several. */
export function drawGroups(quiz: Pick<Quiz, 'questions' | 'drawRule'>): readonly (readonly string[])[] {
  return quiz.drawRule === undefined ? [] : [...byLesson(quiz).values()];
}

/** The lessons of `drawGroups`, in its order, where an attempt is about those that were read. */
export function drawLessons(quiz: Pick<Quiz, 'questions' | 'drawRule'>): readonly string[] {
  return quiz.drawRule === 'by-read-lesson' ? [...byLesson(quiz).keys()] : [];
}

/** Ids of the questions about each lesson, in the order in which the bank names them. */
export function byLesson({ questions }: Pick<Quiz, 'questions'>): ReadonlyMap<string, readonly string[]> {
  const named = questions.flatMap((question) => lessonsOf(question).map((lesson) => ({ lesson, id: question.id })));
  const groups = Map.groupBy(named, ({ lesson }) => lesson);
  return new Map([...groups].map(([lesson, group]) => [lesson, group.map(({ id }) => id)]));
}

/** Lessons that a question, or a case and its sub-questions, say to read again; each once. */
export function lessonsOf(question: Question): readonly string[] {
  const subs = question.kind === 'case' ? question.questions : [];
  return [...new Set([question, ...subs].flatMap(({ read }) => read ?? []))];
}
