import type { APIRoute } from 'astro';
import { writeCsv } from '#domain/csv.ts';
import { peopleListMessages } from '#messages/people-list.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { signInPath } from '#server/accounts/next-path.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';

export const prerender = false;

/** A list of people to be filled in, as the import reads it. */
export const GET: APIRoute = ({ locals, url }) => {
  if (!locals.viewer) return seeOther(signInPath(url.pathname));
  try {
    requireRole(locals, 'coordinator');
    return csvAnswer('orang-contoh.csv', writeCsv(peopleListMessages.example));
  } catch (error) {
    return refuseFile(error);
  }
};
