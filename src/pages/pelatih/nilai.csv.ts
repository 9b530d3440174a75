import type { APIRoute } from 'astro';
import { findCourse } from '#domain/catalogue.ts';
import { Refusal } from '#domain/refusal.ts';
import { seeOther } from '#server/forms.ts';
import { signInPath } from '#server/next-path.ts';
import { showRefusal } from '#server/refusals.ts';
import { houseCsv, reportHouse } from '#server/reports.ts';

export const prerender = false;

/** The participants of the viewer's house, of one course with `?kursus=`, else of all, as CSV. */
export const GET: APIRoute = async ({ url, locals }) => {
  const { viewer, catalogue } = locals;
  if (!viewer) return seeOther(signInPath(url.pathname + url.search));
  try {
    const wanted = url.searchParams.get('kursus');
    const report = await reportHouse(locals, viewer);
    if (wanted !== null && findCourse(catalogue, wanted) === undefined) throw new Refusal('not_found', 'course');
    const participants = report.participants.flatMap((person) => {
      const courses = person.courses.filter(({ course }) => wanted === null || course.id === wanted);
      return wanted !== null && courses.length === 0 ? [] : [{ ...person, courses }];
    });
    return new Response(houseCsv({ ...report, participants }), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="nilai-${report.house}-${wanted ?? 'semua'}.csv"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    const { status, message } = showRefusal(error);
    return new Response(`${message}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
};
