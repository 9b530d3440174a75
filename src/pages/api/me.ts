import type { APIRoute } from 'astro';
import { datesOf } from '#domain/learning/cohort.ts';
import { listOwnCohorts } from '#server/cohorts/cohorts.ts';
import { readProgress } from '#server/records/progress.ts';
import { json } from '#server/http/refusals.ts';

export const prerender = false;

/** Who is signed in, and what their records add up to; `viewer: null` for a stranger. */
export const GET: APIRoute = async ({ locals }) => {
  const { viewer } = locals;
  if (!viewer) return json({ viewer: null, enrollments: [], progress: {} });
  const [{ enrollments, progress }, cohorts] = await Promise.all([
    readProgress(locals, viewer),
    listOwnCohorts(locals, viewer),
  ]);
  return json({
    viewer,
    enrollments: enrollments.map(({ course, since }) => {
      const own = cohorts.find((it) => it.course === course);
      const cohort = own && { name: own.name, ...datesOf(own.window) };
      return { course, since: new Date(since).toISOString(), ...(cohort && { cohort }) };
    }),
    progress: Object.fromEntries(
      Object.entries(progress).map(([course, { lessonsRead, quizzes, held, completed, missing }]) => [
        course,
        { lessonsRead, quizzes, ...(held && { held }), completed, missing },
      ]),
    ),
  });
};
