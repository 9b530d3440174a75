import type { APIRoute } from 'astro';
import { findCourse } from '#domain/course/catalogue.ts';
import { Refusal } from '#domain/refusal.ts';
import { findCohortDetail } from '#server/cohorts/cohorts.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { isConfirmed } from '#server/accounts/auth.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { confirmPath, signInPath } from '#server/accounts/next-path.ts';
import { houseCsv } from '#server/reports/grades-csv.ts';
import { reportHouse, reportMembers } from '#server/reports/reports.ts';

export const prerender = false;

/** The participants of the viewer's house as CSV: of one cohort with `?angkatan=`, of one course with `?kursus=`, else all. */
export const GET: APIRoute = async ({ url, locals, request }) => {
  const { viewer, catalogue, db, secure } = locals;
  const here = url.pathname + url.search;
  if (!viewer) return seeOther(signInPath(here));
  try {
    requireRole(locals, 'trainer', 'coordinator');
    if (!(await isConfirmed(db, request.headers.get('Cookie'), secure))) return seeOther(confirmPath(here));
    const cohortId = url.searchParams.get('angkatan');
    const cohort = cohortId === null ? undefined : await findCohortDetail(locals, viewer, cohortId);
    const wanted = cohort?.course ?? url.searchParams.get('kursus');
    if (wanted !== null && findCourse(catalogue, wanted) === undefined) throw new Refusal('not_found', 'course');
    const members = cohort?.people.map(({ id }) => id);
    const report = members
      ? await reportMembers(locals, viewer, { people: members })
      : await reportHouse(locals, viewer);
    const participants = report.participants.flatMap((person) => {
      const courses = person.courses.filter(({ course }) => wanted === null || course.id === wanted);
      return wanted !== null && courses.length === 0 ? [] : [{ ...person, courses }];
    });
    return csvAnswer(`nilai-${report.house}-${wanted ?? 'semua'}.csv`, houseCsv({ participants }));
  } catch (error) {
    return refuseFile(error);
  }
};
