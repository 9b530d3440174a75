import { findCourse } from '#domain/course/catalogue.ts';
import type { Course } from '#domain/course/course.ts';
import { type GlanceColumn, type GlanceState, glanceColumns, glanceState } from '#domain/learning/glance.ts';
import type { Viewer } from '#domain/person/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Cohort } from '#server/cohorts/cohort-rows.ts';
import { findCohortDetail } from '#server/cohorts/cohorts.ts';
import type { CourseServices } from '#server/services.ts';
import { type FlaggedAttempt, listFlagged } from './flagged.ts';
import type { HelpReason } from './help.ts';
import { reportPeople } from './participants.ts';

/** One participant of a class at a glance. */
export interface GlanceRow {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  /** One for each column. */
  readonly states: readonly GlanceState[];
  readonly needsHelp: readonly HelpReason[];
}

/** A cohort's participants by name × what its course holds. */
export interface Glance {
  readonly cohort: Cohort;
  readonly course: Course;
  readonly columns: readonly (GlanceColumn & {
    /** How many participants are done with it. */
    readonly done: number;
  })[];
  readonly rows: readonly GlanceRow[];
  /** Attempts that were late, too fast or otherwise unusual, newest first. */
  readonly flagged: readonly (FlaggedAttempt & { readonly name: string })[];
}

/**
 * A class at a glance. Its cost grows with what the cohort's people did.
 * @throws Refusal unauthenticated, forbidden; not_found (cohort, `course` when it is no longer offered)
 */
export async function readGlance(services: CourseServices, asked: Viewer | undefined, id: string): Promise<Glance> {
  const { people, others: _, ...cohort } = await findCohortDetail(services, asked, id);
  const { catalogue } = services;
  const course = findCourse(catalogue, cohort.course);
  if (course === undefined) throw new Refusal('not_found', 'course');
  const columns = glanceColumns(course, {
    lessons: catalogue.lessons.map(({ lesson }) => lesson),
    quizzes: catalogue.quizzes.map(({ quiz }) => quiz),
  });
  const reports = await reportPeople(services, people, course.id);
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const flagged = await listFlagged(services, [...nameOf.keys()], course.id);
  const rows = reports.map(({ id: person, name, login, courses, needsHelp }): GlanceRow => {
    const progress = courses.find((it) => it.course.id === course.id)?.progress;
    return {
      ...{ id: person, name, login },
      states: columns.map((column) => glanceState(progress, column)),
      needsHelp: needsHelp.filter((reason) => reason.course === course.id),
    };
  });
  return {
    cohort,
    course,
    columns: columns.map((column, at) => ({
      ...column,
      done: rows.filter(({ states }) => states[at] === 'done').length,
    })),
    rows,
    flagged: flagged.map((attempt) => ({ ...attempt, name: nameOf.get(attempt.person) ?? '' })),
  };
}
