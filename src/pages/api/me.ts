import type { APIRoute } from 'astro';
import { readProgress } from '#server/progress.ts';
import { json } from '#server/refusals.ts';

export const prerender = false;

/** Who is signed in, and what their records add up to; `viewer: null` for a stranger. */
export const GET: APIRoute = async ({ locals }) => {
  const { viewer } = locals;
  if (!viewer) return json({ viewer: null, enrollments: [], progress: {} });
  const { enrollments, progress } = await readProgress(locals, viewer);
  return json({
    viewer,
    enrollments: enrollments.map(({ course, since }) => ({ course, since: new Date(since).toISOString() })),
    progress: Object.fromEntries(
      Object.entries(progress).map(([course, { lessonsRead, quizzes, completed, missing }]) => [
        course,
        { lessonsRead, quizzes, completed, missing },
      ]),
    ),
  });
};
