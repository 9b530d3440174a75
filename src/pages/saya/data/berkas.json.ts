import type { APIRoute } from 'astro';
import { signInPath } from '#server/accounts/next-path.ts';
import { seeOther } from '#server/http/forms.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';

export const prerender = false;

/** All that is kept of the viewer, as a file. */
export const GET: APIRoute = async ({ locals: { db, viewer } }) => {
  if (!viewer) return seeOther(signInPath('/saya/data/'));
  const copy = await copyPersonalData(db, viewer.login);
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="data-saya.json"',
      'Cache-Control': 'no-store',
    },
  });
};
