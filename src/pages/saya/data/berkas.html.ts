import type { APIRoute } from 'astro';
import { signInPath } from '#server/accounts/next-path.ts';
import { seeOther } from '#server/http/forms.ts';
import { copyPersonalData } from '#server/people/own-data/personal-data.ts';
import { writeReadableCopy } from '#server/people/own-data/readable-copy.ts';

export const prerender = false;

/** The same for reading, as a page to keep. */
export const GET: APIRoute = async ({ locals: { db, viewer } }) => {
  if (!viewer) return seeOther(signInPath('/saya/data/'));
  return new Response(writeReadableCopy(await copyPersonalData(db, viewer.login)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="data-saya.html"',
      'Cache-Control': 'no-store',
    },
  });
};
