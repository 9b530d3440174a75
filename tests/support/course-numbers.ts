import { courseFile, lessonFile, quizFile } from '#domain/content-path.ts';
import { formatNumber } from '#domain/number.ts';
import { readShippedContent } from './shipped-content.ts';

/** What one course says in numbers. */
export interface CourseNumbers {
  /** The text of a lesson, or of the trainer's guide (`panduan`), without marks. */
  readonly proseOf: (lesson: string) => string;
  /** Keys of all number questions of a quiz, by id; those inside cases too. */
  readonly keysOf: (quiz: string) => Readonly<Record<string, number>>;
  /** Ids of number questions, of any quiz of the course, whose rationale does not write out the key. */
  readonly unexplained: readonly string[];
}

export async function readCourseNumbers(course: string): Promise<CourseNumbers> {
  const { content } = await readShippedContent();
  if (!content.courses.some(({ file }) => file === courseFile(course))) throw new Error(`no course ${course}`);
  const numberQuestionsOf = (quiz: string) => {
    const found = content.quizzes.find(({ file }) => file === quizFile(course, quiz));
    if (found === undefined) throw new Error(`no quiz ${quiz} in ${course}`);
    return found.value.questions
      .flatMap((question) => (question.kind === 'case' ? question.questions : [question]))
      .filter((question) => question.kind === 'number');
  };
  return {
    proseOf: (lesson) => {
      const found = [...content.lessons, ...content.guides].find(({ file }) => file === lessonFile(course, lesson));
      if (found === undefined) throw new Error(`no lesson ${lesson} in ${course}`);
      return found.body.texts.map(({ text }) => text).join('\n');
    },
    keysOf: (quiz) => {
      const questions = numberQuestionsOf(quiz);
      const keys = Object.fromEntries(questions.map(({ id, key }) => [id, key]));
      if (Object.keys(keys).length < questions.length) throw new Error(`an id twice in ${quiz}`);
      return keys;
    },
    unexplained: content.quizzes
      .filter(({ value }) => value.course === course)
      .flatMap(({ value }) => numberQuestionsOf(value.id))
      .filter(({ key, rationale }) => missingFrom(rationale, [key]).length > 0)
      .map(({ id }) => id),
  };
}

/** Those numbers, in Indonesian writing, that a text does not state; `40` is not stated by `140` or `40.000`. */
export function missingFrom(text: string, numbers: readonly (number | undefined)[]): readonly string[] {
  const written = new Set(text.replaceAll('−', '-').match(/-?\d+(?:[.,]\d+)*/g) ?? []);
  return numbers
    .map((number) => (number === undefined ? 'undefined' : formatNumber(number).replaceAll('−', '-')))
    .filter((number) => !written.has(number) && !written.has(`-${number}`));
}
