import type { APIRoute } from 'astro';
import { writeCsv } from '#domain/csv.ts';
import { localDateOf } from '#domain/local-date.ts';
import { housePeopleMessages } from '#messages/house-people.ts';
import { peopleListMessages } from '#messages/people-list.ts';
import { isConfirmed } from '#server/accounts/auth.ts';
import { confirmPath, signInPath } from '#server/accounts/next-path.ts';
import { csvAnswer, refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { listHousePeople } from '#server/people/house-people.ts';

export const prerender = false;

/** The people of the viewer's house as CSV, which the import reads back and finds nobody new in. */
export const GET: APIRoute = async ({ locals, request, url }) => {
  const { catalogue, db, secure, viewer } = locals;
  if (!viewer) return seeOther(signInPath(url.pathname));
  try {
    const people = await listHousePeople(locals, viewer);
    if (!(await isConfirmed(db, request.headers.get('Cookie'), secure))) return seeOther(confirmPath(url.pathname));
    const house = catalogue.houses.find(({ id }) => id === viewer.house)?.name ?? viewer.house;
    const { csvHeader, yes, no } = peopleListMessages;
    const rows = people.map(({ name, login, role, createdAt, deactivatedAt }) => [
      ...[name, login, housePeopleMessages.roles[role].toLowerCase(), house],
      ...[localDateOf(createdAt), deactivatedAt === null ? yes : no],
    ]);
    return csvAnswer(`orang-${viewer.house}.csv`, writeCsv([csvHeader, ...rows]));
  } catch (error) {
    return refuseFile(error);
  }
};
