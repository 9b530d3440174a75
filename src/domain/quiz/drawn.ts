import type { Question } from '#domain/question/question.ts';
import { drawQuestions } from './draw.ts';
import type { Quiz } from './quiz.ts';

/** The questions that one attempt at this edition gets, in the order they are shown. */
export function drawnQuestions(quiz: Quiz, seed: string): readonly Question[] {
  const { questions, draw, shuffle } = quiz;
  const byId = new Map(questions.map((question) => [question.id, question]));
  return drawQuestions(questions, { draw, shuffle, seed, groups: drawGroups(quiz) }).flatMap(
    (id) => byId.get(id) ?? [],
  );
}

/** Ids of the questions of each lesson that the bank names, where the edition draws by lesson; a case may stand for several. */
export function drawGroups({
  questions,
  drawRule,
}: Pick<Quiz, 'questions' | 'drawRule'>): readonly (readonly string[])[] {
  if (drawRule !== 'by-lesson') return [];
  const named = questions.flatMap((question) => lessonsOf(question).map((lesson) => ({ lesson, id: question.id })));
  return [...Map.groupBy(named, ({ lesson }) => lesson).values()].map((group) => group.map(({ id }) => id));
}

/** Lessons that a question, or a case and its sub-questions, say to read again; each once. */
export function lessonsOf(question: Question): readonly string[] {
  const subs = question.kind === 'case' ? question.questions : [];
  return [...new Set([question, ...subs].flatMap(({ read }) => read ?? []))];
}
