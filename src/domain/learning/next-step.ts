import { type Course, findLessonChoice } from '#domain/course/course.ts';
import type { QuestionGrade } from '#domain/quiz/grading.ts';
import type { Progress } from './progress.ts';
import { subQuestionId } from '#domain/question/case.ts';
import type { Quiz } from '#domain/quiz/quiz.ts';
import type { Standing } from './standing.ts';

/** What to do after an attempt. `ask`: no attempt is left, so the trainer must help. */
export type NextStep =
  | { readonly kind: 'lesson' | 'assessment' | 'course'; readonly id: string }
  | { readonly kind: 'again' | 'ask' | 'done' }
  | { readonly kind: 'wait'; readonly untilAt: number };

/** Without `progress` and `standing` (nobody is signed in) the way goes by the course's order alone. */
export function nextStep(
  course: Course,
  quiz: Pick<Quiz, 'id' | 'mode'>,
  { passed, standing, progress }: { passed: boolean; standing?: Standing | undefined; progress?: Progress | undefined },
): NextStep {
  if (!passed && !standing?.passed) {
    if (standing?.left === 0) return { kind: 'ask' };
    const untilAt = standing?.mayStartAt;
    return untilAt === undefined ? { kind: 'again' } : { kind: 'wait', untilAt };
  }
  if (progress?.completed) return { kind: 'done' };
  if (!passed && quiz.mode === 'practice') return { kind: 'again' };
  const at = course.lessons.indexOf(quiz.id);
  // Where one chooses lessons, the next one in the list may be of no concern.
  const following = at < 0 || findLessonChoice(course) ? undefined : course.lessons[at + 1];
  if (following !== undefined) return { kind: 'lesson', id: following };
  return (
    progress?.next ?? (quiz.mode === 'practice' ? { kind: 'assessment', id: course.assessment } : { kind: 'done' })
  );
}

/** Lessons to read again, in the course's order, each with the questions that ask for it. */
export function findReadAgain(
  course: Course,
  quiz: Pick<Quiz, 'id' | 'questions'>,
  grades: readonly QuestionGrade[],
): readonly { readonly lesson: string; readonly questions: readonly string[] }[] {
  const lessonOf = readByQuestion(quiz);
  const lacking = grades
    .filter(({ earned, possible }) => earned < possible)
    .map(({ question }) => ({ question, lesson: lessonOf.get(question) ?? quiz.id }));
  return course.lessons.flatMap((lesson) => {
    const questions = lacking.filter((it) => it.lesson === lesson).map(({ question }) => question);
    return questions.length === 0 ? [] : [{ lesson, questions }];
  });
}

/** The lesson that each question names; a sub-question's own goes before its case's. */
function readByQuestion({ questions }: Pick<Quiz, 'questions'>): ReadonlyMap<string, string | undefined> {
  return new Map(
    questions.flatMap((question) =>
      question.kind === 'case'
        ? question.questions.map((sub) => [subQuestionId(question.id, sub.id), sub.read ?? question.read] as const)
        : [[question.id, question.read] as const],
    ),
  );
}
