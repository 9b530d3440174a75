import type { APIRoute } from 'astro';
import { signInPath } from '#server/accounts/next-path.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { districtCsv } from '#server/reports/house-files.ts';
import { readHouseMonths } from '#server/reports/house-months.ts';

export const prerender = false;

/** What the house tells its district: no person, and no count below five. */
export const GET: APIRoute = async ({ locals, url }) => {
  if (!locals.viewer) return seeOther(signInPath(url.pathname));
  try {
    const rollUp = await readHouseMonths(locals, locals.viewer);
    return csvAnswer(`kabupaten-${rollUp.house}.csv`, districtCsv(rollUp));
  } catch (error) {
    return refuseFile(error);
  }
};
