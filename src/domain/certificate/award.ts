import { type Course, requiredLessons } from '#domain/course/course.ts';
import { counts, findCounted, type GradedAttempt, isDoubtful } from '#domain/learning/standing.ts';
import { type CountRule, reaches } from '#domain/quiz/quiz.ts';

/** What is known of one participant in one course, in any order; instants in milliseconds since 1970. */
export interface AwardFacts<A extends GradedAttempt> {
  readonly lessonsRead: readonly { readonly lesson: string; readonly recordedAt: number }[];
  /** Attempts at the assessment. */
  readonly attempts: readonly A[];
  readonly rule: CountRule;
}

/**
 * `due`: the certificate may be made, of this attempt; the course was completed at that instant. `waits`: nothing is missing
 * but a trainer's word on this attempt.
 */
export type Award<A extends GradedAttempt> =
  | { readonly kind: 'due'; readonly attempt: A; readonly completedAt: number }
  | { readonly kind: 'waits'; readonly attempt: A };

/** Whether a course earns its certificate; undefined while something is still to be done. */
export function judgeAward<A extends GradedAttempt>(course: Course, facts: AwardFacts<A>): Award<A> | undefined {
  const { attempts, rule } = facts;
  const readAt = lessonsDoneAt(course, facts.lessonsRead);
  if (readAt === undefined) return undefined;
  const passes = ({ grade }: A): boolean => reaches(grade.ratio, course.completion.gradeRatio);
  const counted = findCounted(rule === 'best' ? attempts.filter(isSure) : attempts, rule);
  if (counted !== undefined && isSure(counted) && passes(counted)) {
    return { kind: 'due', attempt: counted, completedAt: Math.max(readAt, counted.recordedAt) };
  }
  const waiting = attempts.find((attempt) => passes(attempt) && asksStaff(attempt));
  return waiting && { kind: 'waits', attempt: waiting };
}

function isSure(attempt: GradedAttempt): boolean {
  return counts(attempt) && (attempt.admitted === true || !isDoubtful(attempt.flags));
}

function asksStaff({ flags, admitted }: GradedAttempt): boolean {
  return admitted === undefined && isDoubtful(flags);
}

/** When as many lessons were read as completion asks for; 0 when it asks for none, undefined while some are missing. */
function lessonsDoneAt(course: Course, lessonsRead: AwardFacts<GradedAttempt>['lessonsRead']): number | undefined {
  const { count, among } = requiredLessons(course);
  const firsts = among.flatMap((id) => {
    const reads = lessonsRead.filter(({ lesson }) => lesson === id).map(({ recordedAt }) => recordedAt);
    return reads.length === 0 ? [] : [Math.min(...reads)];
  });
  return count === 0 ? 0 : firsts.toSorted((a, b) => a - b)[count - 1];
}
