import type { APIRoute } from 'astro';
import { signInPath } from '#server/accounts/next-path.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { houseMonthsCsv } from '#server/reports/house-files.ts';
import { readHouseMonths } from '#server/reports/house-months.ts';

export const prerender = false;

/** The figures of the coordinator's report as CSV; nobody is named in it. */
export const GET: APIRoute = async ({ locals, url }) => {
  if (!locals.viewer) return seeOther(signInPath(url.pathname));
  try {
    const rollUp = await readHouseMonths(locals, locals.viewer);
    return csvAnswer(`laporan-${rollUp.house}.csv`, houseMonthsCsv(rollUp, locals.catalogue));
  } catch (error) {
    return refuseFile(error);
  }
};
