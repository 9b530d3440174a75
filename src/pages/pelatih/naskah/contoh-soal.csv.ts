import type { APIRoute } from 'astro';
import { csvTemplate } from '#content/exchange/table/template.ts';
import { requireStaff } from '#server/accounts/guards.ts';
import { signInPath } from '#server/accounts/next-path.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';

export const prerender = false;

/** A list of questions to be filled in, as the import reads it. */
export const GET: APIRoute = ({ locals, url }) => {
  if (!locals.viewer) return seeOther(signInPath(url.pathname));
  try {
    requireStaff(locals.viewer);
    return csvAnswer('contoh-soal.csv', csvTemplate());
  } catch (error) {
    return refuseFile(error);
  }
};
