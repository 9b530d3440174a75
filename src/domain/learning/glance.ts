import type { Course } from '#domain/course/course.ts';
import { countedGrade, type Progress } from './progress.ts';

/**
 * How a participant stands with one lesson or quiz: `done` is read or passed, `tried` attempted and not passed, `waiting` held
 * back until a trainer says whether it counts.
 */
export const glanceStates = ['done', 'tried', 'waiting', 'open'] as const;
export type GlanceState = (typeof glanceStates)[number];

/** One column of a class at a glance. */
export interface GlanceColumn {
  readonly kind: 'lesson' | 'practice' | 'assessment';
  readonly id: string;
  readonly title: string;
  /** What stands above the column: P1, L2, U. */
  readonly short: string;
}

const letters = { lesson: 'P', practice: 'L', assessment: 'U' } as const;

/** The columns of a course: its lessons, then its practices, then its assessments. */
export function glanceColumns(
  course: Course,
  {
    lessons,
    quizzes,
  }: {
    readonly lessons: readonly { readonly course: string; readonly id: string; readonly title: string }[];
    readonly quizzes: readonly {
      readonly course: string;
      readonly id: string;
      readonly title: string;
      readonly mode: 'practice' | 'assessment';
    }[];
  },
): readonly GlanceColumn[] {
  const titleOf = new Map(lessons.filter((it) => it.course === course.id).map(({ id, title }) => [id, title]));
  const own = quizzes.filter((quiz) => quiz.course === course.id);
  return [
    ...course.lessons.map((id) => ({ kind: 'lesson' as const, id, title: titleOf.get(id) ?? id })),
    ...own.filter(({ mode }) => mode === 'practice').map(({ id, title }) => ({ kind: 'practice' as const, id, title })),
    ...own
      .filter(({ mode }) => mode === 'assessment')
      .map(({ id, title }) => ({ kind: 'assessment' as const, id, title })),
  ].map((column, _, all) => {
    const same = all.filter(({ kind }) => kind === column.kind);
    const number = same.length === 1 ? '' : String(same.indexOf(column) + 1);
    return { ...column, short: `${letters[column.kind]}${number}` };
  });
}

/** How somebody with this progress stands with a column; nobody who is not in the course has any. */
export function glanceState(progress: Progress | undefined, { kind, id }: GlanceColumn): GlanceState {
  if (progress === undefined) return 'open';
  if (kind === 'lesson') return progress.lessonsRead.includes(id) ? 'done' : 'open';
  const quiz = Object.hasOwn(progress.quizzes, id) ? progress.quizzes[id] : undefined;
  if (quiz !== undefined && countedGrade(quiz).passed) return 'done';
  if ((progress.held?.[id] ?? 0) > 0) return 'waiting';
  return quiz === undefined ? 'open' : 'tried';
}
