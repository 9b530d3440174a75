import { type Catalogue, findCourse } from './catalogue.ts';
import { isReviewOverdue } from './course.ts';

/** A course or a lesson that was to be checked again by a day that has passed. */
export interface OverdueReview {
  readonly href: string;
  readonly title: string;
  /** Local date `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** What of a release should have been checked again before `todayOn`, the oldest first. */
export function listOverdue(catalogue: Catalogue, todayOn: string): readonly OverdueReview[] {
  const courses = catalogue.courses.map(({ id, code, title, reviewed }) => ({
    ...{ href: `/kursus/${id}/`, title: `${code} ${title}`, reviewed },
  }));
  const lessons = catalogue.lessons.map(({ lesson: { id, course, title, reviewed } }) => ({
    href: `/kursus/${course}/${id}/`,
    title: `${findCourse(catalogue, course)?.code ?? course}: ${title}`,
    reviewed,
  }));
  return [...courses, ...lessons]
    .filter(({ reviewed }) => isReviewOverdue(reviewed, todayOn))
    .map(({ href, title, reviewed }) => ({ href, title, dueOn: reviewed.next }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
