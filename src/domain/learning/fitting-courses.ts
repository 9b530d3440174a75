import type { LearningPath } from '#domain/course/learning-path.ts';

/** Courses that somebody has not begun, by id, the most fitting first. */
export interface FittingCourses {
  /** What the paths go on with that hold the courses begun: of the path that holds most of them first. */
  readonly following: readonly string[];
  /** All others, in the order of the paths. */
  readonly others: readonly string[];
}

/** `courses` are all that are offered, `begun` those that somebody takes or has completed. */
export function findFittingCourses(
  courses: readonly string[],
  paths: readonly LearningPath[],
  begun: readonly string[],
): FittingCourses {
  const shared = (path: LearningPath) => path.courses.filter((id) => begun.includes(id)).length;
  const near = paths.filter((path) => shared(path) > 0).toSorted((a, b) => shared(b) - shared(a));
  const open = (ids: readonly string[]) => ids.filter((id) => courses.includes(id) && !begun.includes(id));
  const following = [...new Set(open(near.flatMap((path) => path.courses)))];
  const all = new Set(open([...paths.flatMap((path) => path.courses), ...courses]));
  return { following, others: [...all].filter((id) => !following.includes(id)) };
}
