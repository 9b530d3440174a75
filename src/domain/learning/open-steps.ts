import { type Catalogue, type Place, placeOf } from '#domain/course/catalogue.ts';
import { type Course, findLessonChoice, type LessonChoice } from '#domain/course/course.ts';
import type { Progress } from './progress.ts';

/** Something that a course still asks for, and where it is done. */
export type OpenStep =
  | (Place & { readonly kind: 'lesson' })
  /** So many lessons of the participant's own choice. */
  | (Place & { readonly kind: 'choice'; readonly choice: LessonChoice })
  /** `attempts`: how many were made and did not reach `gradeRatio`; `held`: how many wait for a trainer's word. */
  | (Place & {
      readonly kind: 'assessment';
      readonly gradeRatio: number;
      readonly attempts: number;
      readonly held: number;
    });

/** Why a course is not completed: each open step once, lessons first; none when it is. */
export function listOpenSteps(catalogue: Catalogue, course: Course, progress: Progress): readonly OpenStep[] {
  const { missing, lessonsToChoose, quizzes, held } = progress;
  const steps: OpenStep[] = [];
  if (lessonsToChoose !== undefined) {
    const choice = { ...findLessonChoice(course), atLeast: lessonsToChoose };
    steps.push({ kind: 'choice', choice, ...placeOf(catalogue, course, course.id) });
  }
  for (const id of missing) {
    const place = placeOf(catalogue, course, id);
    const isLesson = course.lessons.includes(id);
    if (isLesson && lessonsToChoose === undefined) steps.push({ kind: 'lesson', ...place });
    if (isLesson) continue;
    const { gradeRatio } = course.completion;
    const attempts = quizzes[id]?.attempts ?? 0;
    steps.push({ kind: 'assessment', gradeRatio, attempts, held: held?.[id] ?? 0, ...place });
  }
  return steps;
}
