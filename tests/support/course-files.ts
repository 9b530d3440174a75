import { expect } from 'vitest';
import type { Content } from '#domain/lint/content.ts';
import { formatNumber } from '#domain/number.ts';

/** A course whose numbers are tested by what its files say. */
export interface CourseFiles {
  readonly content: Content;
  readonly course: string;
}

/** A lesson as it is written. */
export function lessonSource({ content, course }: CourseFiles, lesson: string): string {
  const found = content.lessons.find(({ value }) => value.course === course && value.id === lesson);
  if (!found) throw new Error(`no lesson ${lesson}`);
  return found.body.source;
}

/** The rows of the table whose first head is `head`, without the head. */
export function tableRows(text: string, head: string): readonly (readonly string[])[] {
  const [, after = ''] = text.split(`| ${head} |`);
  const lines = after.split('\n').slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** A question of a quiz (`id`, or `case/sub`), and what it tells: with the story of the case that it belongs to. */
export function findAsked({ content, course }: CourseFiles, quiz: string, path: string) {
  const [id, sub] = path.split('/');
  const questions = content.quizzes.find(({ value }) => value.course === course && value.id === quiz)?.value.questions;
  const question = questions?.find((it) => it.id === id);
  const inner = question?.kind === 'case' ? question.questions.find((it) => it.id === sub) : question;
  if (inner === undefined) throw new Error(`no question ${quiz} ${path}`);
  return { question: inner, told: question?.kind === 'case' ? `${question.story} ${inner.prompt}` : inner.prompt };
}

/** The question tells its inputs, its key is `result`, and its rationale states it. */
export function expectNumberKey(
  { question, told }: ReturnType<typeof findAsked>,
  { inputs, result }: { readonly inputs: readonly (number | string)[]; readonly result: number },
): void {
  const { id } = question;
  if (question.kind !== 'number') throw new Error(`${id} asks for no number`);
  for (const input of inputs) expect(told, id).toContain(typeof input === 'number' ? formatNumber(input) : input);
  expect(question.key, id).toBe(result);
  const stated = formatNumber(result).replaceAll('.', '\\.');
  expect(question.rationale, id).toMatch(new RegExp(`(?<![\\d.])${stated}(?![\\d])`));
}
