import type { APIRoute } from 'astro';
import { datesOf } from '#domain/learning/cohort.ts';
import { listFormerAccounts } from '#server/accounts/former-accounts.ts';
import { listOwnCohorts } from '#server/cohorts/cohorts.ts';
import { findResume, readProgress } from '#server/records/progress.ts';
import { json } from '#server/http/refusals.ts';

export const prerender = false;

/** Who is signed in, what their records add up to, and where they go on; `viewer: null` for a stranger. */
export const GET: APIRoute = async ({ locals }) => {
  const { viewer } = locals;
  if (!viewer) return json({ viewer: null, enrollments: [], progress: {} });
  const [own, cohorts, former] = await Promise.all([
    readProgress(locals, viewer),
    listOwnCohorts(locals, viewer),
    listFormerAccounts(locals.db, viewer.id),
  ]);
  const { enrollments, progress } = own;
  const resume = findResume(locals, own);
  return json({
    viewer,
    ...(former.length > 0 && { former: former.map(({ id }) => id) }),
    enrollments: enrollments.map(({ course, since }) => {
      const found = cohorts.find((it) => it.course === course);
      const cohort = found && { name: found.name, ...datesOf(found.window) };
      return { course, since: new Date(since).toISOString(), ...(cohort && { cohort }) };
    }),
    progress: Object.fromEntries(
      Object.entries(progress).map(([course, { lessonsRead, again, quizzes, held, completed, missing }]) => [
        course,
        { lessonsRead, ...(again && { again }), quizzes, ...(held && { held }), completed, missing },
      ]),
    ),
    ...(resume && { resume }),
  });
};
