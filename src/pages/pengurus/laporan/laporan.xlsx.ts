import type { APIRoute } from 'astro';
import { signInPath } from '#server/accounts/next-path.ts';
import { refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { houseMonthsWorkbook } from '#server/reports/house-files.ts';
import { readHouseMonths } from '#server/reports/house-months.ts';

export const prerender = false;

/** The figures of the coordinator's report as a workbook; nobody is named in it. */
export const GET: APIRoute = async ({ locals, url }) => {
  if (!locals.viewer) return seeOther(signInPath(url.pathname));
  try {
    const rollUp = await readHouseMonths(locals, locals.viewer);
    const book = await houseMonthsWorkbook(rollUp, locals.catalogue);
    return new Response(new Uint8Array(book), {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="laporan-${rollUp.house}.xlsx"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    return refuseFile(error);
  }
};
